import { compareGivet } from './berakning.ts'
import type { Formelträd } from './formel.ts'
import { parseFormel, refsOf } from './formel.ts'
import { evaluateFormel } from './formelvarde.ts'
import type { Samband } from './lagstadgat.ts'
import type { Formel, Modell } from './modell.ts'
import { parsePeriod, type Period } from './period.ts'
import type { Räknare } from './rakna.ts'
import { isFel, type Referensfel } from './referens.ts'
import type { Tal } from './tal.ts'

/** A relation that doesn't hold in a period, with both sides. */
export interface Sambandsbrott {
  readonly samband: Samband
  readonly period: Period
  readonly vänster: Tal
  readonly höger: Tal
  readonly nivå: 'avrundning' | 'fel'
}

/**
 * Relations that the law's forms imply (LKBR 5–7 kap.), by the ids of tables and rows. One is used
 * where the unit has the tables with those rows.
 */
const LAGSTADGADE: readonly {
  readonly id: string
  readonly namn: string
  readonly vänster: string
  readonly höger: string
}[] = [
  {
    id: 'balansräkningen-går-jämnt-ut',
    namn: 'Tillgångar är lika med eget kapital, avsättningar och skulder',
    vänster: 'balansräkning.tillgångar',
    höger: 'balansräkning.eget-kapital + balansräkning.avsättningar + balansräkning.skulder'
  },
  {
    id: 'kassaflödet-är-summan',
    namn: 'Förändringen av likvida medel är löpande, investering och finansiering tillsammans',
    vänster: 'kassaflödesanalys.förändring',
    höger:
      'kassaflödesanalys.löpande + kassaflödesanalys.investering + kassaflödesanalys.finansiering'
  },
  {
    id: 'kassaflödet-slutar-i-kassan',
    namn: 'Likvida medel vid periodens slut är balansräkningens kassa och bank',
    vänster: 'kassaflödesanalys.vid-slutet',
    höger: 'balansräkning.kassa'
  },
  {
    id: 'kassaflödet-går-från-början-till-slut',
    namn: 'Likvida medel vid början och förändringen ger likvida medel vid slutet',
    vänster: 'kassaflödesanalys.vid-slutet',
    höger: 'kassaflödesanalys.vid-början + kassaflödesanalys.förändring'
  },
  {
    id: 'kassan-går-vidare',
    namn: 'Likvida medel vid periodens början är kassa och bank vid förra årets slut',
    vänster: 'kassaflödesanalys.vid-början',
    höger: 'balansräkning.kassa[helår föregående år]'
  },
  {
    id: 'resultatet-är-ett',
    namn: 'Årets resultat är detsamma i resultaträkning och balansräkning',
    vänster: 'balansräkning.årets-resultat',
    höger: 'resultaträkning.årets-resultat'
  }
]

/** The law's relations for the tables that a unit has; `span` is where faults are told: the table's id. */
export function lagstadgade(modell: Modell): Samband[] {
  return LAGSTADGADE.flatMap(({ id, namn, vänster, höger }) => {
    const sides = [parse(vänster), parse(höger)] as const
    const refs = sides.flatMap(refsOf).map((ref) => ref.ref.split('.'))
    const there = refs.every(([tabell = '', rad]) =>
      modell.uppställningar.get(tabell)?.rader.some((r) => r.slag !== 'rubrik' && r.id === rad)
    )
    const span = modell.uppställningar.get(refs[0]?.[0] ?? '')?.span
    if (!there || !span) return []
    const formel = (text: string, träd: Formelträd): Formel => ({ text, träd, span })
    return [{ id, namn, vänster: formel(vänster, sides[0]), höger: formel(höger, sides[1]), span }]
  })
}

function parse(text: string): Formelträd {
  const träd = parseFormel(text)
  if ('fel' in träd) throw new Error(`${text}: ${träd.fel}`)
  return träd
}

/** Tries a relation in every period that its figures have. Missing figures prove nothing wrong. */
export function checkSamband(
  räknare: Räknare,
  samband: Samband
): readonly (Sambandsbrott | Referensfel)[] {
  const refs = [...refsOf(samband.vänster.träd), ...refsOf(samband.höger.träd)]
  const perioder = new Set(refs.flatMap(({ ref }) => periodsOf(räknare.modell, ref)))
  const found: (Sambandsbrott | Referensfel)[] = []
  for (const id of perioder) {
    const period = parsePeriod(id)
    const vänster = period && side(räknare, samband.vänster, period)
    const höger = period && side(räknare, samband.höger, period)
    if (!period || !vänster || !höger) continue
    const fel = [vänster, höger].find((tal) => isFel(tal))
    if (fel) {
      if (fel.fel !== 'inget värde' && fel.fel !== 'redan rapporterat') found.push(fel)
      continue
    }
    const [a, b] = [vänster as Tal, höger as Tal]
    if (a.värde === null || b.värde === null) continue
    const nivå = compareGivet({ värde: a.värde, decimaler: a.decimaler }, b.värde, refs.length)
    if (nivå !== 'lika') found.push({ samband, period, vänster: a, höger: b, nivå })
  }
  // A name that doesn't exist is one fault, not one a period.
  return found.filter(
    (x, i) => !('fel' in x) || found.findIndex((y) => 'fel' in y && y.del === x.del) === i
  )
}

function side(räknare: Räknare, formel: Formel, period: Period): Tal | Referensfel | undefined {
  const resolve = (ref: string, p: string | undefined): Tal | Referensfel => {
    const vid = räknare.period(p, period)
    return isFel(vid) ? vid : räknare.tal(ref, vid)
  }
  const first = refsOf(formel.träd)[0]
  if (!first) return undefined
  const like = resolve(first.ref, first.period)
  if (isFel(like)) return like
  return evaluateFormel(
    formel,
    { resolve },
    { enhet: like.enhet, decimaler: like.decimaler, period: period.id, namn: formel.text }
  )
}

function periodsOf(modell: Modell, ref: string): string[] {
  const id = ref.split('.')[0] ?? ''
  const serie = modell.serier.get(id)
  if (serie) return [...serie.perioder.keys()]
  const rader = modell.uppställningar.get(id)?.rader ?? []
  return rader.flatMap((r) =>
    r.slag === 'konto' ? [...(modell.serier.get(r.id)?.perioder.keys() ?? [])] : []
  )
}
