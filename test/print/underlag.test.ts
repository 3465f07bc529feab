import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { copyProject } from '../setup/project.ts'
import { ALL, builtSite, pdfName, readLedger, REPO } from '../setup/site.ts'

const site = builtSite()

/** What rides in a PDF, and what it says of itself, read by another program than ours. */
async function open(path: string) {
  const data = new Uint8Array(readFileSync(path))
  const pdf = await getDocument({ data, verbosity: 0 }).promise
  const attached: { name: string; description: string; text: string }[] = []
  for (const [id, { filename, description }] of (await pdf.getAttachments()) ?? []) {
    const content = await pdf.getAttachmentContent(id)
    const text = Buffer.from(content ?? []).toString('utf8')
    attached.push({ name: filename, description: description ?? '', text })
  }
  const xmp = (await pdf.getMetadata()).metadata?.getRaw() ?? ''
  await pdf.loadingTask.destroy()
  const said = (key: string) => new RegExp(`<tertial:${key}>([^<]*)<`).exec(xmp)?.[1]
  return { attached, xmp, said }
}

describe.each(ALL)('the PDF of %s', (report) => {
  it('carries the files that its figures come from, as they are', async () => {
    const { attached } = await open(join(site, report, pdfName(report)))
    const sources = new Map<string, string>()
    for (const { description, text } of attached) {
      const path = /^Underlag: (.*)$/.exec(description)?.[1]
      if (path !== undefined) sources.set(path, text)
    }
    const changed = [...sources].filter(
      ([path, text]) => text !== readFileSync(join(REPO, path), 'utf8')
    )
    expect(changed).toEqual([])
    expect([...sources.keys()]).toContain(`content/${report}/rapport.yaml`)
    const text = JSON.stringify(readLedger(site, report).tal)
    const named = new Set([...text.matchAll(/"fil":"([^"]+)"/g)].map(([, fil]) => fil))
    expect([...named].filter((fil) => !sources.has(fil ?? ''))).toEqual([])
  })

  it('carries its ledger as it stands beside the page', async () => {
    const { attached } = await open(join(site, report, pdfName(report)))
    const ledger = attached.find(({ name }) => name === 'tal.json')
    expect(ledger?.text === readFileSync(join(site, report, 'tal.json'), 'utf8')).toBe(true)
  })

  it('says what it is, and the SHA-256 of each file it was made from', async () => {
    const { xmp, said } = await open(join(site, report, pdfName(report)))
    const { rapport } = parse(
      readFileSync(join(REPO, `content/${report}/rapport.yaml`), 'utf8')
    ) as { rapport: Record<string, string | number | undefined> }
    const written = (key: string) => (rapport[key] === undefined ? undefined : String(rapport[key]))
    expect(['period', 'status', 'diarienummer'].map(said)).toEqual(
      ['period', 'status', 'diarienummer'].map(written)
    )
    expect(xmp).toContain(`<xmp:CreateDate>${said('datum')}T00:00:00Z<`)
    if (rapport['datum'] !== undefined) expect(said('datum')).toBe(rapport['datum'])
    const lines = [...xmp.matchAll(/<rdf:li>([0-9a-f]{64}) {2}([^<]+)</g)]
    const hash = (path: string) =>
      createHash('sha256')
        .update(readFileSync(join(REPO, path)))
        .digest('hex')
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.map(([, sum]) => sum)).toEqual(lines.map(([, , path = '']) => hash(path)))
  })
})

it('takes its date from SOURCE_DATE_EPOCH where the report has none', async () => {
  const report = 'landstinget-blekinge/landstingsstyrelsen/2018-svar-pa-granskning'
  const project = copyProject()
  const path = `content/${report}/rapport.yaml`
  project.write(path, project.read(path).replace(/^ {2}datum:.*\n/m, ''))
  const dated = async (env: Record<string, string>) => {
    const { status } = project.tertial(['build', 'landstingsstyrelsen'], env)
    expect(status).toBe(0)
    return (await open(join(project.folder, 'output', report, pdfName(report)))).said('datum')
  }
  expect(await dated({ SOURCE_DATE_EPOCH: '1549540800' })).toBe('2019-02-07')
  expect(await dated({})).toBe('2018-12-31')
})
