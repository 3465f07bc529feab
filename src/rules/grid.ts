import type { Decimal } from '../domain/decimal.ts'
import { måttenhet } from '../domain/mattenhet.ts'
import type { Prosatabell, Stycke } from '../markdown/prose.ts'
import type { Span } from '../source.ts'
import { latin } from '../text/letters.ts'
import { parseTal } from '../text/number.ts'
import { unitIn } from './numbers.ts'

/** A cell that holds a number. */
export interface Ruta {
  readonly värde: Decimal
  readonly decimaler: number
  readonly enhet: string | undefined
  readonly ungefär: boolean
  readonly text: string
  readonly span: Span
  /** Given by a writer, so that it can be wrong; not printed or computed from data. */
  readonly skriven: boolean
}

/** What a column's head says that its numbers are. */
export type Kolumnslag = 'nivå' | 'avvikelse' | 'förändring' | 'andel' | 'summa' | 'snitt'

export interface Gridkolumn {
  readonly nr: number
  readonly rubrik: string
  readonly slag: Kolumnslag
  readonly enhet: string | undefined
  /** The year in its head; last year's column without a year is -1. */
  readonly år: number | undefined
  /** Counted things, which aren't rounded. */
  readonly exakt: boolean
}

/** What a row is to its table; `svag` sums may be something else than the rows above. */
export type Radslag = 'post' | 'summa' | 'svag' | 'varav' | 'rubrik'

export interface Gridrad {
  readonly nr: number
  readonly rubrik: string
  readonly slag: Radslag
  /** By column; a text where a number could be makes `oklar`. */
  readonly rutor: ReadonlyMap<number, Ruta>
  readonly oklara: ReadonlySet<number>
}

/** A table as numbers with what its heads say of them, whether typed in a text or given in data. */
export interface Grid {
  readonly namn: string
  readonly kolumner: readonly Gridkolumn[]
  readonly rader: readonly Gridrad[]
}

/** A cell as it comes: its text, and the number in it where the source knows. */
export interface Råruta {
  readonly text: string
  readonly ruta: Ruta | undefined
}

const TAL = latin(
  /^(?:(ca\.?|cirka|c:a|~|≈|drygt|knappt)\s*)?((?:[+±−–‑-]\s?)?\d[\d\s\u00a0\u202f\u2009]*(?:[.,]\d+)?)\s*(\p{L}[\p{L}²]*\.?|%|‰)?\s*[*¹²³⁴]*$/iu
)
const TOMT = /^[\s\u00a0]*(?:[–—-]|\.\.|\.|e\.?\s?t\.?|n\/a|saknas)?[\s\u00a0]*$/iu

/** The number in a cell; undefined where it holds words, a date or several numbers. */
export function readRuta(text: string, span: Span, skriven: boolean): Ruta | undefined {
  const found = TAL.exec(text.trim())
  if (!found) return undefined
  const [, near, number = '', unit] = found
  const enhet = unit === undefined ? undefined : unitIn(unit)
  if (unit !== undefined && enhet === undefined) return undefined
  const tal = parseTal(number.replace(/^([+±−–‑-])\s/, '$1').trim())
  if ('fel' in tal) return undefined
  return { ...tal, enhet, ungefär: near !== undefined, text: text.trim(), span, skriven }
}

/** A table typed in Markdown, with what helpers printed in it; turned too where its measures go down the side. */
export function gridsIn(tabell: Prosatabell): Grid[] {
  const cell = (stycke: Stycke): Råruta => ({
    text: stycke.text,
    ruta: readRuta(
      stycke.text,
      stycke.spanOf(0, stycke.text.length),
      stycke.text !== '' && stycke.värden.length === 0
    )
  })
  const råa = tabell.rader.map((row) => row.map(cell))
  const grid = readGrid(tabell.rubrik, råa)
  if (!grid) return []
  const sida = grid.rader.filter(({ rubrik }) => MÅTTRAD.test(rubrik)).length
  const turned = sida >= 3 ? turn(tabell.rubrik, råa) : undefined
  return turned ? [grid, turned] : [grid]
}

/** Heads that measures have: three of them down the side mean that the table is turned. */
const MÅTTRAD = latin(
  /^(?:\p{L}+)?(?:budget|utfall|bokslut|prognos|avvikelse|plan|differens|förändring|skillnad)(?!\p{L})/iu
)

function turn(namn: string, råa: readonly (readonly Råruta[])[]): Grid | undefined {
  const empty: Råruta = { text: '', ruta: undefined }
  return readGrid(
    namn,
    (råa[0] ?? []).map((_, c) => råa.map((row) => row[c] ?? empty))
  )
}

const KODER = /^(?:nr|nummer|#|kod|konto|vo|id|ansvar|prio|dnr|rad|datum|tid)\.?$/iu

/** Rows of cells, the heads first, as a grid; undefined where no column holds numbers. */
export function readGrid(namn: string, råa: readonly (readonly Råruta[])[]): Grid | undefined {
  const [heads = [], ...rows] = råa
  const bredd = heads.length
  const numbers = (c: number) => rows.filter((row) => row[c]?.ruta).length
  const filled = (c: number) => rows.filter((row) => !TOMT.test(row[c]?.text ?? '')).length
  const talkolumner: number[] = []
  let radkolumn = -1
  for (let c = 0; c < bredd; c++) {
    if (KODER.test(heads[c]?.text.trim() ?? '')) continue
    const isText = numbers(c) === 0 || numbers(c) * 2 < filled(c)
    if (isText && radkolumn < 0) radkolumn = c
    // A first column of figures heads its rows where no other does: years, ages.
    else if (!isText && numbers(c) > 0) talkolumner.push(c)
  }
  if (radkolumn < 0) {
    radkolumn = 0
    if (talkolumner[0] === 0) talkolumner.shift()
  }
  if (talkolumner.length === 0) return undefined
  const tabellenhet = unitIn(namn) ?? unitIn(heads[radkolumn]?.text ?? '')
  const kolumner = talkolumner.map((c) =>
    readKolumn(
      c,
      heads[c]?.text ?? '',
      rows,
      tabellenhet,
      `${heads[radkolumn]?.text ?? ''} ${namn.length < 80 ? namn : ''}`
    )
  )
  const rader = rows.map((row, nr): Gridrad => {
    const rubrik = row[radkolumn]?.text.trim() ?? ''
    const rutor = new Map<number, Ruta>()
    const oklara = new Set<number>()
    for (const c of talkolumner) {
      const cell = row[c]
      if (cell?.ruta) rutor.set(c, cell.ruta)
      else if (cell && !TOMT.test(cell.text)) oklara.add(c)
    }
    return { nr, rubrik, slag: radslag(rubrik, rutor.size), rutor, oklara }
  })
  return { namn, kolumner, rader }
}

const SUMMA = latin(
  /^(?:del|tot(?:al)?)?summa(?!\p{L})|^(?:total|totalt|sammanlagt|sammantaget|alla|samtliga|hela \p{L}+)$|(?<!\p{L})(?:totalt|total|summa|sammanlagt)$/iu
)
const SVAG = latin(
  /^total[at]?(?!\p{L})|^(?:(?:verksamhetens|årets|periodens|ekonomiskt|redovisat|nämndens|förvaltningens)\s+)?(?:netto(?:kostnad(?:er|erna)?|resultat)?|resultat(?:et)?)(?!\p{L})|^rörelseresultat|^resultat efter/iu
)
const VARAV = latin(/^[-–•·\s]*(?:varav|därav|var av)(?!\p{L})|^[-–•·]\s/iu)

function radslag(rubrik: string, antal: number): Radslag {
  if (antal === 0) return 'rubrik'
  const text = rubrik.replace(/[*:]+$/u, '').trim()
  if (VARAV.test(text)) return 'varav'
  if (SUMMA.test(text)) return 'summa'
  return SVAG.test(text) ? 'svag' : 'post'
}

const SLAG: readonly (readonly [Kolumnslag, RegExp])[] = [
  [
    'snitt',
    latin(
      /snitt|medel(?!stil)|median|index|kvot|(?<!\p{L})per\s(?!\d|den|sista|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|pris|ålder|betyg|poäng|riskvärde|sannolikhet|konsekvens/iu
    )
  ],
  [
    'avvikelse',
    latin(
      /avv(?:ik\p{L}*|\.)?(?!\p{L})|diff(?:erens|\.)?(?!\p{L})|skillnad|(?<!\p{L})(?:kvar|återstår|kvarstår|återstod)|över-?\s?\/\s?underskott/iu
    )
  ],
  [
    'förändring',
    latin(/föränd?r|ökning|minskning|(?<!\p{L})utveckling|(?<!\p{L})utv\.?(?!\p{L})|[ΔΔ]/iu)
  ],
  [
    'andel',
    latin(
      /(?<!\p{L})andel|uppfylln|måluppf|utnyttjande|nyttjande|förbrukat i|täckningsgrad|(?<!\p{L})%(?:\s|$)/iu
    )
  ],
  ['summa', latin(/^(?:summa|totalt?|tot\.?|sammanlagt|samtliga|alla)(?!\p{L})/iu)]
]
const ANTAL = latin(
  /(?<!\p{L})antal|anställda|personer|årsarbetare|medarbetare|(?<!\p{L})st(?:\.|ycken)?(?!\p{L})|ärenden|platser|elever|besök|kvinnor|(?<!\p{L})män(?!\p{L})|kontroller|uppdrag|avtal/iu
)

const isCount = (enhet: string | undefined): boolean =>
  enhet !== undefined && måttenhet(enhet)?.antal === true

function readKolumn(
  nr: number,
  rubrik: string,
  rows: readonly (readonly Råruta[])[],
  tabellenhet: string | undefined,
  hörn: string
): Gridkolumn {
  const rutor = rows.flatMap((row) => row[nr]?.ruta ?? [])
  const skrivna = new Map<string, number>()
  for (const { enhet } of rutor) if (enhet) skrivna.set(enhet, (skrivna.get(enhet) ?? 0) + 1)
  const [vanligast] = [...skrivna].toSorted((a, b) => b[1] - a[1])
  const written = vanligast && vanligast[1] * 2 >= rutor.length ? vanligast[0] : undefined
  const andel = written === undefined && latin(/(?<!\p{L})andel(?!\p{L})/iu).test(rubrik)
  const egen = unitIn(rubrik) ?? (andel ? 'procent' : undefined)
  const enhet = egen ?? written ?? tabellenhet
  let slag = SLAG.find(([, pattern]) => pattern.test(rubrik))?.[0] ?? 'nivå'
  const procent = enhet === 'procent'
  if (slag === 'andel' && !procent) slag = 'nivå'
  if (slag === 'nivå' && procent) slag = 'andel'
  const decimals = rutor.some(({ decimaler }) => decimaler > 0)
  const räknat = ANTAL.test(rubrik) || ANTAL.test(hörn)
  const pengar = enhet !== undefined && måttenhet(enhet)?.skala !== undefined
  const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(rubrik)?.[1]
  const förra = latin(/(?<!\p{L})(?:fg|föreg|förra|föregående)\.?\s*år/iu).test(rubrik)
  return {
    nr,
    rubrik: rubrik.trim(),
    slag,
    enhet,
    år: year ? Number(year) : förra ? -1 : undefined,
    exakt: (räknat || isCount(enhet)) && !decimals && !pengar && !procent
  }
}
