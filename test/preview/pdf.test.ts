import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { previewProject, REPORT, type Previewed } from './project.ts'

const PDF = `${REPORT}/regionstod-2021-uppfoljning-av-intern-kontroll.pdf`
const CHAPTER = `content/${REPORT}/50-samlad-bedomning.md`

let project: Previewed
beforeAll(async () => {
  project = await previewProject()
})
afterAll(() => project?.close())

/** What a page hears on its line until something is said of the PDF that fits. */
async function hear(wanted: RegExp): Promise<string> {
  const page = await (await fetch(`${project.preview.origin}/${REPORT}/index.html`)).text()
  const nyckel = /nyckel&quot;:&quot;([\w-]+)/.exec(page)?.[1] ?? ''
  const version = /version&quot;:(\d+)/.exec(page)?.[1] ?? ''
  const line = await fetch(
    `${project.preview.origin}/_tertial/flode?rapport=${REPORT}&version=${version}&nyckel=${nyckel}`,
    { headers: { accept: 'text/event-stream' } }
  )
  let heard = ''
  for await (const part of line.body ?? []) {
    heard += Buffer.from(part).toString('utf8')
    const found = heard.split('\n').find((row) => row.startsWith('data: ') && wanted.test(row))
    // Leaving the loop cuts the line.
    if (found) return found
  }
  throw new Error('the line was cut')
}

const get = () => fetch(`${project.preview.origin}/${PDF}`)

describe('the PDF', () => {
  it('is made when it is asked for, and again by itself when the page has changed', async () => {
    const first = await get()
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const before = Buffer.from(await first.arrayBuffer())
    expect(before.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await hear(/"läge":"klar"/)).toMatch(/"läge":"klar","sidor":\d+,"kB":\d+/)

    project.write(CHAPTER, `${project.read(CHAPTER)}\nEtt stycke till.\n`)
    await hear(/"läge":"(gammal|görs)"/)
    await hear(/"läge":"klar"/)
    const after = Buffer.from(await (await get()).arrayBuffer())
    expect(after.equals(before)).toBe(false)
  })

  it('is that of the page on screen while faults keep a newer one from being shown', async () => {
    const text = project.read(CHAPTER)
    const before = Buffer.from(await (await get()).arrayBuffer())
    project.write(CHAPTER, `${text}\n{{tabel "x"}}\n`)
    await hear(/"fel":\[\{/)
    const answer = await get()
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer()).equals(before)).toBe(true)
  })
})
