import { kontrollgrupper } from './builtin.ts'
import type { Inbyggd } from './builtin/inbyggd.ts'
import { rules } from './index.ts'
import { NIVÅORD } from './levels.ts'
import type { Exempel, Felexempel, Rule } from './rule.ts'

/** An example as it is shown: the files it consists of, and what is said of them. */
export interface Exempelblad {
  /** Without a path: text of a section, or a data file, as the reader sees for themselves. */
  readonly filer: readonly { readonly sökväg: string | null; readonly text: string }[]
  /** Sentences of what is found; empty for what is right. */
  readonly sägs: readonly string[]
}

/** All there is to tell of a rule or a check, in the words of those who read and write reports. */
export interface Regelblad {
  readonly id: string
  readonly nivå: string
  /** Whether a project can set its level and silence it. */
  readonly fast: boolean
  readonly varför: string
  readonly fel: readonly Exempelblad[]
  readonly rätt: readonly Exempelblad[]
}

export interface Regelgrupp {
  readonly id: string
  readonly namn: string
  readonly blad: readonly Regelblad[]
}

const NÄR: readonly { readonly on: Rule['on']; readonly namn: string }[] = [
  { on: 'data', namn: 'Data' },
  { on: 'text', namn: 'Text' },
  { on: 'rapport', namn: 'Rapporten som helhet' },
  { on: 'page', namn: 'Den färdiga sidan' }
]

/** Every rule and every check, by what it is tried on. Groups without rules are left out. */
export const regelgrupper = (): Regelgrupp[] =>
  [
    ...NÄR.map(({ on, namn }) => ({
      id: on,
      namn,
      blad: rules.filter((rule) => rule.on === on).map(ruleSheet)
    })),
    ...kontrollgrupper.map(({ id, namn, kontroller }) => ({
      id,
      namn,
      blad: Object.entries(kontroller).map(([name, inbyggd]) => checkSheet(name, inbyggd))
    }))
  ]
    .filter(({ blad }) => blad.length > 0)
    .map((grupp) => ({ ...grupp, blad: grupp.blad.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }))

/** The sheet of a rule or a check by its name. */
export const regelblad = (id: string): Regelblad | undefined =>
  regelgrupper()
    .flatMap(({ blad }) => blad)
    .find((each) => each.id === id)

/** At most this many examples are shown; the rest prove the rule in the tests. */
const VISAS = { fel: 3, rätt: 2 }

function ruleSheet({ id, severity, why, good, bad }: Rule): Regelblad {
  return {
    id,
    nivå: NIVÅORD[severity],
    fast: false,
    varför: why,
    fel: bad.slice(0, VISAS.fel).map((e) => sheet(e, said(e))),
    rätt: good.slice(0, VISAS.rätt).map((e) => sheet(e, []))
  }
}

function checkSheet(id: string, { severity, fast, why, good, bad, iOrd }: Inbyggd): Regelblad {
  const inWords = (text: string): Exempelblad => ({ filer: [{ sökväg: null, text }], sägs: [] })
  return {
    id,
    nivå: NIVÅORD[severity],
    fast,
    varför: why,
    fel: iOrd ? [inWords(iOrd.fel)] : bad.slice(0, VISAS.fel).map((e) => sheet(e, said(e))),
    rätt: iOrd ? [inWords(iOrd.rätt)] : good.slice(0, VISAS.rätt).map((e) => sheet(e, []))
  }
}

function sheet({ text, data, filer }: Exempel, sägs: readonly string[]): Exempelblad {
  const own = (innehåll: string | undefined) =>
    innehåll === undefined ? [] : [{ sökväg: null, text: innehåll.trimEnd() }]
  return {
    filer: [
      ...own(data),
      ...Object.entries(filer ?? {}).map(([sökväg, innehåll]) => ({
        sökväg,
        text: innehåll.trimEnd()
      })),
      ...own(text)
    ],
    sägs
  }
}

/** The sentences alone, without level and place. */
const said = ({ väntat }: Felexempel): string[] =>
  väntat.map((text) => text.replace(/^(?:(?:fel|varning|råd) )?\S+ (?:\d+:\d+)? ?/, ''))
