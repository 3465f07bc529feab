import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrinter } from '../../src/stages/8-pdf.ts'
import type { PrintedPdf, Printer, PrintOutcome } from '../../src/stages/8-pdf.ts'
import { sample } from '../pdf/sample.ts'
import { documentFacts, pageTexts } from '../pdf/text.ts'

const document = (html: string, id = 'prov') => ({ id, title: 'Prov', date: '2022-03-01', html })

function printed(outcome: PrintOutcome): PrintedPdf {
  if ('fault' in outcome) throw new Error(JSON.stringify(outcome.fault))
  return outcome
}

const hash = (outcome: PrintOutcome) =>
  createHash('sha256').update(printed(outcome).bytes).digest('hex')

/** Processes of the pinned browser that this process started, by id. */
function children(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      try {
        const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
        return Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]) === process.pid
      } catch {
        return false
      }
    })
    .map(Number)
}

let printer: Printer
beforeAll(async () => {
  printer = openPrinter()
  await printer.browser
}, 60_000)
afterAll(() => printer.close())

describe('a printed report', () => {
  let report: PrintedPdf
  let texts: string[]
  beforeAll(async () => {
    report = printed(await printer.print(document(sample())))
    texts = await pageTexts(report.bytes)
  }, 60_000)

  it('has cover, contents, a chapter, a table on three pages and a landscape page', () => {
    expect(report.pages).toBe(7)
    expect(texts).toHaveLength(7)
    expect(texts[0]).toBe('Provnämndens berättelse 2021')
    expect(texts[6]).toBe('Provnämndens berättelse Sida 7 av 7 Bilaga A En bred tabell.')
  })

  it('has the right page numbers in its contents and in its text', () => {
    expect(texts[1]).toBe(
      'Provnämndens berättelse Sida 2 av 7 Innehåll Inledning 3 Måluppföljning 4 Bilaga A 7'
    )
    expect(texts[2]).toContain('Hela tabellen står på sidan 7.')
    expect(report.anchors).toEqual({ inledning: 3, måluppföljning: 4, 'bilaga-a': 7 })
  })

  it('repeats the table’s head and loses no row', () => {
    const heads = texts.map((text) => text.split('Mått Utfall Text').length - 1)
    expect(heads).toEqual([0, 0, 0, 1, 1, 1, 0])
    const rows = texts.join(' ').matchAll(/Rad (\d+) (\d+) st Utfall för rad \1/g)
    expect([...rows].map((row) => [Number(row[1]), Number(row[2])])).toEqual(
      Array.from({ length: 90 }, (_, i) => [i + 1, (i + 1) * 3])
    )
  })

  it('has bookmarks with the headings’ words, also where a heading is wrapped', () => {
    expect(report.bookmarks).toEqual([
      { level: 1, title: 'Provnämndens berättelse 2021' },
      { level: 2, title: 'Innehåll' },
      { level: 1, title: 'Inledning' },
      {
        level: 1,
        title:
          'Måluppföljning av nämndens samtliga strategiska mål och uppdrag under det gångna verksamhetsåret'
      },
      { level: 1, title: 'Bilaga A' }
    ])
  })

  it('is tagged, in Swedish, and carries the report’s date, not the time of printing', async () => {
    const facts = await documentFacts(report.bytes)
    expect(facts).toMatchObject({
      marked: true,
      title: 'Provnämndens berättelse 2021',
      language: 'sv',
      created: 'D:20220301000000Z',
      changed: 'D:20220301000000Z'
    })
  })

  it('can be printed without contents and without anything at all', async () => {
    const plain = printed(await printer.print(document('<!doctype html><p>Hej</p>')))
    expect(await pageTexts(plain.bytes)).toEqual(['Hej'])
    expect(printed(await printer.print(document(''))).pages).toBe(1)
  })
})

describe('the same bytes', () => {
  it('come from print to print, from two tabs at once, and from another browser process', async () => {
    const html = sample()
    const other = sample({ rows: 40, extra: '<p>Ett annat dokument.</p>' })
    const hashes = [hash(await printer.print(document(html)))]
    const mixed = await printer.printAll(
      [html, other, html, html, other, html].map((text, i) => document(text, `${i}`))
    )
    expect(mixed.map((outcome) => outcome.id)).toEqual(['0', '1', '2', '3', '4', '5'])
    hashes.push(...[0, 2, 3, 5].map((i) => hash(mixed[i] as PrintOutcome)))
    const second = openPrinter({ tabs: 1 })
    try {
      hashes.push(hash(await second.print(document(html))))
    } finally {
      await second.close()
    }
    expect(new Set(hashes).size).toBe(1)
    expect(hash(mixed[1] as PrintOutcome)).toBe(hash(mixed[4] as PrintOutcome))
    expect(hash(mixed[1] as PrintOutcome)).not.toBe(hashes[0])
  }, 60_000)

  it('come with a right guess of the page numbers, with a wrong one and without', async () => {
    const html = sample()
    const plain = printed(await printer.print(document(html)))
    const right = await printer.print({ ...document(html), pageGuess: plain.anchors })
    const wrong = { inledning: 1, måluppföljning: 888, 'bilaga-a': 12, okänd: 3 }
    const mended = await printer.print({ ...document(html), pageGuess: wrong })
    expect([hash(right), hash(mended)]).toEqual([hash(plain), hash(plain)])
  }, 60_000)
})

describe('what cannot be printed', () => {
  it('is told with the element and its measures when something is wider than its page', async () => {
    const extra = '<table id="bred" style="width:190mm"><tr><th>För bred</th></tr></table>'
    expect(await printer.print(document(sample({ extra })))).toEqual({
      id: 'prov',
      fault: {
        kind: 'too-wide',
        elements: [{ element: 'table#bred', text: 'För bred', width: 190, available: 170 }]
      }
    })
  })

  it('is measured against a landscape page where it stands on one', async () => {
    const table = (mm: number) =>
      `<div class="liggande"><table id="t" style="width:${mm}mm"><tr><th>x</th></tr></table></div>`
    expect(await printer.print(document(sample({ extra: table(250) })))).toHaveProperty('pages', 8)
    expect(await printer.print(document(sample({ extra: table(270) })))).toMatchObject({
      fault: { elements: [{ element: 'table#t', width: 270, available: 257 }] }
    })
  })

  it('does not mistake a cover without margins for a shrunk page', async () => {
    const style =
      '@page :first { margin: 0 } .omslag { height: 296mm; background: #ccc } .omslag h1 { margin: 0 }'
    expect(await printer.print(document(sample({ style })))).toHaveProperty('pages', 7)
  })

  it('is told when a page reference leads nowhere', async () => {
    const extra = '<p>Se sidan <span data-sidref="borta"></span></p>'
    expect(await printer.print(document(sample({ extra })))).toEqual({
      id: 'prov',
      fault: { kind: 'missing-anchor', anchors: ['borta'] }
    })
  })

  it('never goes to the network for what is missing', async () => {
    let calls = 0
    const server = createServer((_, response) => response.end(String(calls++)))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/logo.png`
    const outcome = await printer.print(
      document(`<!doctype html><img src="${url}"><script>fetch("${url}")</script>`)
    )
    server.close()
    expect(outcome).toEqual({ id: 'prov', fault: { kind: 'missing-resource', resources: [url] } })
    expect(calls).toBe(0)
  })

  it('does not stop the others', async () => {
    const bad = document('<a data-sidref="borta"></a>', 'dålig')
    const heard: string[] = []
    const outcomes = await printer.printAll([bad, document(sample(), 'bra'), bad], (outcome) =>
      heard.push(outcome.id)
    )
    expect(outcomes.map((outcome) => 'fault' in outcome)).toEqual([true, false, true])
    expect(heard.toSorted()).toEqual(['bra', 'dålig', 'dålig'])
  })

  it('is given up after a while, with the browser’s own words as data', async () => {
    const hurried = openPrinter({ timeout: 1 })
    try {
      expect(await hurried.print(document(sample()))).toEqual({
        id: 'prov',
        fault: { kind: 'browser', detail: 'no answer in 1 ms' }
      })
    } finally {
      await hurried.close()
    }
  })
})

describe('the browser', () => {
  const nowhere = {
    platform: 'linux',
    arch: 'x64',
    env: {},
    exists: () => false,
    pinned: () => Promise.resolve(undefined),
    downloaded: () => Promise.resolve(undefined)
  }

  it('is named with its version', async () => {
    const used = await printer.browser
    expect('version' in used && used.version).toMatch(/^(Headless)?Chrome\/\d+/)
  })

  it('that is nowhere to be found is told as data for every report', async () => {
    const none = openPrinter({ machine: nowhere })
    const tried = [
      { kind: 'pinned', reason: 'absent' },
      { kind: 'puppeteer', reason: 'absent' },
      { kind: 'installed', reason: 'absent' }
    ]
    expect(await none.browser).toEqual({ tried })
    expect(await none.print(document('x'))).toEqual({
      id: 'prov',
      fault: { kind: 'no-browser', tried }
    })
    await none.close()
  })

  it('that will not start is told with the reason', async () => {
    const machine = {
      ...nowhere,
      env: { PUPPETEER_EXECUTABLE_PATH: '/bin/false' },
      exists: (path: string) => path === '/bin/false'
    }
    const broken = openPrinter({ machine })
    expect(await broken.browser).toMatchObject({
      tried: [{ kind: 'PUPPETEER_EXECUTABLE_PATH', path: '/bin/false', reason: 'broken' }]
    })
    await broken.close()
  })

  it.runIf(process.platform === 'linux')(
    'is gone after close, even in the middle of printing',
    async () => {
      const before = children()
      const own = openPrinter()
      await own.browser
      const mine = children().filter((id) => !before.includes(id))
      expect(mine).toHaveLength(1)
      const going = own.printAll([document(sample(), 'a'), document(sample(), 'b')])
      await own.close()
      expect((await going).map((outcome) => outcome.id)).toEqual(['a', 'b'])
      expect(children().filter((id) => mine.includes(id))).toEqual([])
    }
  )

  it.runIf(process.platform === 'linux')(
    'that dies is started again for the reports that are left',
    async () => {
      const before = children()
      const own = openPrinter()
      try {
        await own.print(document(sample()))
        const [id] = children().filter((child) => !before.includes(child))
        process.kill(id as number, 'SIGKILL')
        const outcomes = [await own.print(document(sample())), await own.print(document(sample()))]
        expect('fault' in (outcomes[1] as PrintOutcome)).toBe(false)
      } finally {
        await own.close()
      }
      expect(children().filter((id) => !before.includes(id))).toEqual([])
    },
    30_000
  )
})
