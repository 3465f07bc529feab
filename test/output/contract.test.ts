import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCommit } from '../../src/effects.ts'
import {
  ALL,
  builtSite,
  listFiles,
  pdfName,
  readLedger,
  REPO,
  REPORTS,
  type Figure,
  type Input
} from '../setup/site.ts'

const site = builtSite()

interface Manifest {
  readonly verktyg: unknown
  readonly webbläsare: { readonly slag: string; readonly version: string } | null
  readonly commit: string | null
  readonly rapporter: readonly { readonly sökväg: string; readonly pdf: unknown }[]
  readonly filer: readonly {
    readonly sökväg: string
    readonly bytes: number
    readonly sha256: string
  }[]
}
const manifest = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8')) as Manifest

describe('the output folder', () => {
  it('holds what the contract names and nothing else', () => {
    const fixed = listFiles(site).filter(
      (path) => !/^typsnitt\/[\w-]+\.woff2$/.test(path) && !/\/data\/[a-z0-9-]+\.csv$/.test(path)
    )
    expect(fixed).toEqual(
      [
        'index.html',
        'manifest.json',
        'sok/sok.js',
        ...ALL.flatMap((report) =>
          [
            pdfName(report),
            'index.html',
            'sok.js',
            'tal.json',
            // Reviewers' page, where the document is one that auditors try.
            ...(/-(handbok|svar-pa-granskning|revisionens-arsrapport)$/.test(report)
              ? []
              : ['sjalvgranskning.html'])
          ].map((name) => `${report}/${name}`)
        )
      ].toSorted()
    )
  })

  it('has the two complete reports', () => {
    for (const report of REPORTS) expect(ALL).toContain(report)
  })

  it('has all in the manifest, with size and hash', () => {
    const files = listFiles(site).filter((path) => path !== 'manifest.json')
    expect(manifest.filer).toEqual(
      files.map((path) => {
        const bytes = readFileSync(join(site, path))
        return {
          sökväg: path,
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex')
        }
      })
    )
  })

  it('says in the manifest what made it', async () => {
    const { version } = JSON.parse(readFileSync(join(REPO, 'package.json'), 'utf8')) as {
      version: string
    }
    expect(manifest.verktyg).toEqual({ namn: 'Tertial', version })
    expect(manifest.webbläsare?.version).toMatch(/Chrome\/\d+\.\d+/)
    expect(manifest.commit).toBe(await readCommit(REPO))
    expect(manifest.rapporter.map(({ sökväg }) => sökväg)).toEqual(ALL)
  })

  it('names no folder of the machine that built it and no time', () => {
    for (const path of listFiles(site).filter((name) => /\.(json|html|csv)$/.test(name))) {
      const text = readFileSync(join(site, path), 'utf8')
      expect(text, path).not.toContain(REPO)
      expect(text, path).not.toContain(site)
      expect(text, path).not.toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d/)
    }
  })
})

/** A figure and all that it was computed from. */
function* withInputs(figure: Input): Generator<Input> {
  yield figure
  for (const input of figure.ingår ?? []) yield* withInputs(input)
}

const lines = new Map<string, string[]>()
function line({ fil, rad }: NonNullable<Input['källa']>): string {
  if (!lines.has(fil)) lines.set(fil, readFileSync(join(REPO, fil), 'utf8').split('\n'))
  return lines.get(fil)?.[rad - 1] ?? ''
}

/** The numbers in a line of data, as the line has them. */
function numbers(text: string): number[] {
  const plain = text.replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, '').replaceAll('\u2212', '-')
  return [...plain.matchAll(/\d+(?:[.,]\d+)?/g)].map(([number]) => Number(number.replace(',', '.')))
}

/** Whether the line has the value, as a number, in thousands of what is printed, or as a word. */
function holds(text: string, value: number): boolean {
  if (/\bSamtliga\b/.test(text)) return value === 100
  return numbers(text).some((number) =>
    [1, 1e3, 1e6].some((scale) => Math.abs(number / scale - value) < 1e-9)
  )
}

describe.each(REPORTS)('tal.json of %s', (report) => {
  const { tal } = readLedger(site, report)
  /** Sources that are counted, as goals or rows: entries of data, not numbers in it. */
  const counted = new Set(
    tal
      .flatMap((figure) => [...withInputs(figure)])
      .filter(({ formel }) => formel?.startsWith('antal '))
      .flatMap(({ ingår }) => (ingår ?? []).map(({ källa }) => källa))
  )

  it('has text, value, unit, period and name of every figure, numbered from 1', () => {
    expect(tal.map(({ nr }) => nr)).toEqual(tal.map((_, i) => i + 1))
    const faulty = tal.filter(
      (figure) =>
        figure.text.trim() === '' ||
        !/^-?\d+(\.\d+)?$/.test(figure.värde ?? '') ||
        typeof figure.enhet !== 'string' ||
        !/^\d{4}(-(T[123]|\d\d))?$/.test(figure.period) ||
        figure.namn === ''
    )
    expect(faulty).toEqual([])
  })

  it('prints each figure as its value rounded', () => {
    const wrong = tal.filter((figure) => !isPrintOf(figure)).map(({ text, värde }) => [text, värde])
    expect(wrong).toEqual([])
  })

  it('says of each figure and input either where it stands or what it was computed from', () => {
    const all = tal.flatMap((figure) => [...withInputs(figure)])
    const faulty = all.filter(
      ({ källa, formel, ingår }) =>
        (källa === undefined) === (formel === undefined) ||
        (formel !== undefined && (formel === '' || !ingår || ingår.length === 0))
    )
    expect(faulty).toEqual([])
    const given = all.filter(({ källa }) => källa && !counted.has(källa))
    expect(
      given.filter(({ ursprung }) => !/^(publicerat|härlett|konstruerat)$/.test(ursprung ?? ''))
    ).toEqual([])
  })

  it('points at lines in data that hold the value', () => {
    const wrong = new Set<string>()
    for (const { källa, värde } of tal.flatMap((figure) => [...withInputs(figure)])) {
      if (!källa || värde === null) continue
      const text = line(källa)
      const found = counted.has(källa)
        ? /^\s*(- )?[\p{L}\d-]+:/u.test(text)
        : holds(text, Math.abs(Number(värde)))
      if (!källa.fil.startsWith('data/') || !found)
        wrong.add(`${källa.fil}:${källa.rad} ${värde}: ${text.trim()}`)
    }
    expect([...wrong]).toEqual([])
  })

  it('has of each count at least as many entries as it says', () => {
    const counts = tal.filter(({ formel }) => /^antal (?!rader)/.test(formel ?? ''))
    expect(counts.length).toBeGreaterThan(3)
    expect(counts.filter(({ ingår, värde }) => (ingår?.length ?? 0) < Number(värde))).toEqual([])
  })

  it('says where in the report each figure stands, and in which of page and PDF', () => {
    const html = readFileSync(join(site, report, 'index.html'), 'utf8')
    const lost = tal.filter(
      ({ plats }) =>
        !html.includes(`id="${plats.avsnitt}"`) ||
        (plats.tabell !== undefined && !html.includes(`id="${plats.tabell}"`)) ||
        (plats.diagram !== undefined && !html.includes(`id="${plats.diagram}"`))
    )
    expect(lost).toEqual([])
    const places = new Set(tal.map(({ finnsI }) => finnsI.join(' ')))
    expect([...places].filter((place) => place !== 'html' && place !== 'html pdf')).toEqual([])
    expect(places).toContain('html pdf')
  })
})

/** Whether the text is the value, rounded to the decimals that the text has. */
/** Small counts may stand in words. */
const SMALL = [
  'noll',
  'en',
  'två',
  'tre',
  'fyra',
  'fem',
  'sex',
  'sju',
  'åtta',
  'nio',
  'tio',
  'elva',
  'tolv'
]

function isPrintOf({ text, värde }: Figure): boolean {
  const number = /[+−]?\d[\d\u00a0]*(,\d+)?/.exec(text)?.[0]
  if (number === undefined)
    return text === 'Samtliga' || SMALL.indexOf(text.toLowerCase()) === Number(värde)
  const decimals = number.split(',')[1]?.length ?? 0
  const shown = Number(
    number
      .replace(/[\u00a0+]/g, '')
      .replace('−', '-')
      .replace(',', '.')
  )
  // Half a unit of the last decimal, and an amount may be told without its sign.
  const off = Math.min(Math.abs(shown - Number(värde)), Math.abs(shown - Math.abs(Number(värde))))
  return off <= 0.5 * 10 ** -decimals + 1e-9
}
