import { kontrollgrupper } from './builtin.ts'
import type { Inbyggd } from './builtin/inbyggd.ts'
import { ruleIds, rules } from './index.ts'
import { NIVÅORD } from './levels.ts'
import type { RegelexempelVy, RegelgruppVy, RegelVy } from '../template/views.ts'
import type { Exempel, Felexempel, Rule } from './rule.ts'

const NÄR: readonly { readonly on: Rule['on']; readonly namn: string }[] = [
  { on: 'data', namn: 'Data' },
  { on: 'text', namn: 'Text' },
  { on: 'rapport', namn: 'Rapporten som helhet' },
  { on: 'page', namn: 'Den färdiga sidan' }
]

/** Every rule and every check, by what it is tried on. */
export const regelgrupper = (): RegelgruppVy[] =>
  [
    ...NÄR.map(({ on, namn }) => ({
      id: on,
      namn,
      regler: rules.filter((rule) => rule.on === on).map(ruleSheet)
    })),
    ...kontrollgrupper.map(({ id, namn, kontroller }) => ({
      id,
      namn,
      // A name that is both a rule's and a check's is told of once, by the rule.
      regler: Object.entries(kontroller)
        .filter(([name]) => !ruleIds.has(name))
        .map(([name, inbyggd]) => checkSheet(name, inbyggd))
    }))
  ].map((grupp) => ({ ...grupp, regler: grupp.regler.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }))

/** The sheet of a rule or a check by its name. */
export const regelblad = (id: string): RegelVy | undefined =>
  regelgrupper()
    .flatMap(({ regler }) => regler)
    .find((each) => each.id === id)

/** At most this many examples are shown; the rest prove the rule in the tests. */
const VISAS = { fel: 2, rätt: 1 }

function ruleSheet({ id, severity, why, good, bad }: Rule): RegelVy {
  return {
    id,
    nivå: NIVÅORD[severity],
    fast: false,
    varför: why,
    fel: bad.slice(0, VISAS.fel).map((e) => sheet(e, said(e))),
    rätt: good.slice(0, VISAS.rätt).map((e) => sheet(e, []))
  }
}

function checkSheet(id: string, { severity, fast, why, good, bad, iOrd }: Inbyggd): RegelVy {
  const inWords = (text: string): RegelexempelVy => ({ filer: [{ sökväg: null, text }], sägs: [] })
  return {
    id,
    nivå: NIVÅORD[severity],
    fast,
    varför: why,
    fel: iOrd ? [inWords(iOrd.fel)] : bad.slice(0, VISAS.fel).map((e) => sheet(e, said(e))),
    rätt: iOrd ? [inWords(iOrd.rätt)] : good.slice(0, VISAS.rätt).map((e) => sheet(e, []))
  }
}

function sheet({ text, data, rapport, filer }: Exempel, sägs: readonly string[]): RegelexempelVy {
  const own = (innehåll: string | undefined) =>
    innehåll === undefined ? [] : [{ sökväg: null, text: shown(innehåll) }]
  return {
    filer: [
      ...(rapport === undefined ? [] : [{ sökväg: 'rapport.yaml', text: shown(rapport) }]),
      ...own(data),
      ...Object.entries(filer ?? {}).map(([sökväg, innehåll]) => ({
        sökväg,
        text: shown(innehåll)
      })),
      ...own(text)
    ],
    sägs
  }
}

const shown = (innehåll: string): string => innehåll.trimEnd() || '(tom fil)'

/** The sentences alone, without level and place. */
const said = ({ väntat }: Felexempel): string[] =>
  väntat.map((text) => text.replace(/^(?:(?:fel|varning|råd) )?\S+ (?:\d+:\d+)? ?/, ''))
