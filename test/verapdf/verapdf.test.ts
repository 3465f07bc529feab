import { readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkConformance } from '../../src/pdf/conformance.ts'
import { openVerapdf } from '../../src/pdf/verapdf.ts'
import type { Flavour, Validation, Verapdf } from '../../src/pdf/verapdf.ts'
import { Diagnostics } from '../../src/diagnostic.ts'
import { openBrowser, printBoth } from '../pdf/print.ts'
import { sample } from '../pdf/sample.ts'
import { stressReport } from '../pdf/stress.ts'
import { builtSite } from '../setup/site.ts'

const verapdf = await openVerapdf()
const missing = 'missing' in verapdf ? verapdf : undefined
if (missing) {
  console.log(
    `veraPDF was not run, ${missing.missing} is missing: no PDF was validated. ${missing.detail}`
  )
}

describe.runIf(missing && process.env['CI'])('in CI', () => {
  it('veraPDF is there', () => {
    expect(missing).toBeUndefined()
  })
})

describe.skipIf(missing)('veraPDF', () => {
  const { validate } = verapdf as Extract<Verapdf, { validate: unknown }>
  let browser: Browser
  let folder: string
  beforeAll(async () => {
    browser = await openBrowser()
    folder = await mkdtemp(join(tmpdir(), 'tertial-verapdf-'))
  })
  afterAll(async () => {
    await browser?.close()
    await rm(folder, { recursive: true, force: true })
  })
  const write = async (name: string, bytes: Uint8Array) => {
    const path = join(folder, name)
    await writeFile(path, bytes)
    return path
  }
  /** What fails, briefly. */
  const faults = (validations: readonly Validation[]) =>
    validations.flatMap(({ file, flavour, failed, error }) => [
      ...failed.map(({ rule, message }) => `${file} ${flavour} ${rule} ${message}`),
      ...(error === undefined ? [] : [`${file} ${flavour} ${error}`])
    ])

  it('finds no fault in any report, against PDF/UA-1 and PDF/A-3a at once', async () => {
    const site = builtSite()
    const files = readdirSync(site, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => join(site, name))
    const jobs = files.flatMap((file): [Flavour, string][] => [
      ['ua1', file],
      ['3a', file]
    ])
    const validations = await validate(jobs)
    expect(files.length).toBeGreaterThan(1)
    expect(faults(validations)).toEqual([])
    expect(validations.map(({ compliant }) => compliant)).toEqual(jobs.map(() => true))
  }, 600_000)

  it('finds no fault in a report with all that goes wrong in print, without attachments', async () => {
    const { bytes } = await printBoth(browser, stressReport())
    const path = await write('stress.pdf', bytes)
    const validations = await validate([
      ['ua1', path],
      ['2a', path]
    ])
    expect(faults(validations)).toEqual([])
    // That it looked.
    expect(Math.min(...validations.map(({ checks }) => checks))).toBeGreaterThan(100_000)
  }, 300_000)

  it('finds what the browser leaves undone, told in Swedish at the report’s place', async () => {
    const { raw } = await printBoth(browser, sample({ rows: 3 }))
    const diagnostics = new Diagnostics()
    const place = { file: 'content/a/b/2021-c/rapport.yaml', start: 0, end: 0 }
    const broken = await checkConformance(
      new Map([['a/b/2021-c', { bytes: raw, place: () => place }]]),
      diagnostics
    )
    expect([...broken]).toEqual(['a/b/2021-c'])
    const found = diagnostics.all.map(({ text }) => text)
    expect(found).toContainEqual(
      expect.stringMatching(
        /^PDF:en följer inte PDF\/UA-1, regel 7\.1-3 \(\d+ gånger\): något på sidan är varken märkt innehåll eller artefakt\. Först på sidan 2\.$/
      )
    )
    expect(found).toContain(
      'PDF:en följer inte PDF/A-2a, regel 6.1.3-1 (en gång): filen saknar identitet.'
    )
    expect(diagnostics.all[0]?.span).toEqual(place)
  }, 300_000)

  it('tells when a file is no PDF', async () => {
    const path = await write('hej.pdf', Buffer.from('hej'))
    const [validation] = await validate([['ua1', path]])
    expect(validation).toMatchObject({ compliant: false, error: expect.any(String) as string })
  }, 60_000)
})
