import { förändring } from '../domain/berakning.ts'
import { knownMåttenhet, måttenhet } from '../domain/mattenhet.ts'
import type { Tal } from '../domain/tal.ts'
import { latin } from '../text/letters.ts'
import { typed } from './call.ts'
import { claimsOf, type Påstående } from './claims.ts'
import { createSiffror, inBase, unitGroup, type Siffra, type Ämne } from './figures.ts'
import type { Grid, Gridkolumn, Gridrad, Ruta } from './grid.ts'
import { gridsOf } from './grids.ts'
import { formatDecimal, lowerFirst, withUnit } from '../text/swedish.ts'
import type { Rapportsubject, Textrule } from './rule.ts'
import { namesOf } from './words.ts'

const TABELL =
  '| Område, mnkr | Utfall 2021 | Utfall 2020 |\n|---|--:|--:|\n| Fastigheter | 24,8 | 21,9 |\n| Sjukresor | 134,9 | 121,8 |\n\n'

export const rule: Textrule = {
  id: 'texten-stammer-med-tabellen',
  severity: 'error',
  on: 'text',
  why: 'Texten säger 28,1 och tabellen under den 28,3. Det prövas också för tabeller som är skrivna för hand, rad för rad.',
  good: [
    {
      text: `${TABELL}Fastigheter gav 24,8 mnkr, mot 21,9 mnkr året före, och sjukresor kostade ca 135 mnkr.`
    },
    { text: `${TABELL}Sjukresor ökade med 13,1 mnkr, eller 10,8 procent.` },
    { text: `${TABELL}Fastigheter har 34 anställda. Sjukresor för barn kostade 12,4 mnkr.` }
  ],
  bad: [
    {
      text: `${TABELL}Fastigheter gav 28,4 mnkr.`,
      väntat: [
        'text 8:17 Texten säger 28,4 mnkr, men tabellen säger Fastigheter, utfall 2021: 24,8 mnkr.'
      ]
    },
    {
      text: `${TABELL}Sjukresor ökade med 15,1 mnkr till 134,9 mnkr.`,
      väntat: [
        'text 8:21 Texten säger 15,1 mnkr, men tabellen ger Sjukresor, förändring: 13,1 mnkr.'
      ]
    }
  ],
  check(subject, report) {
    const ämnen = gridsOf(subject).flatMap(({ grid, vänd }) =>
      vänd ? [] : grid.rader.flatMap((rad) => subjectOf(rad, grid, subject) ?? [])
    )
    if (ämnen.length === 0) return
    const told = new Map<string, Påstående['utslag']>(
      claimsOf(subject).map((claim) => [keyOf(claim), claim.utslag])
    )
    const own: Rapportsubject = { ...subject, siffror: createSiffror(ämnen) }
    for (const claim of claimsOf(own)) {
      const { utslag, siffror, tal, stycke } = claim
      const [best] = siffror
      if (stycke.cell || utslag !== 'motsäger' || !best) continue
      // What data have said of the number stands.
      const data = told.get(keyOf(claim))
      if (data === 'stämmer' || data === 'motsäger' || data === 'avrundning') continue
      report({
        text: `Texten säger ${typed(claim)}, men tabellen ${best.slag === 'förändring' ? 'ger' : 'säger'} ${describe(best)}.`,
        hint: 'Rätta texten eller tabellen. Hämtas båda ur data blir de lika.',
        span: stycke.spanOf(tal.start, tal.slut),
        related: spans(best).map((span) => ({ text: 'I tabellen', span }))
      })
    }
  }
}

const keyOf = ({ stycke, tal, avsnitt }: Påstående): string =>
  `${avsnitt.id}:${stycke.span.start}:${tal.start}`

const spans = ({ tal }: Siffra) =>
  tal.källa.slag === 'datum'
    ? [tal.källa.span]
    : tal.källa.ingår.flatMap(({ källa }) => (källa.slag === 'datum' ? [källa.span] : []))

function describe({ ämne, tal, slag, mått }: Siffra): string {
  const value = withUnit(formatDecimal(tal.värde, tal.decimaler), tal.enhet.symbol)
  const vad = slag === 'förändring' ? 'förändring' : lowerFirst(mått === '' ? tal.period : tal.namn)
  return `${ämne.namn}, ${vad}: ${value}`
}

const MÅTT: readonly (readonly [RegExp, string])[] = [
  [/prognos/iu, 'prognos'],
  [/årsbudget|helårsbudget/iu, 'årsbudget'],
  [latin(/budget|plan(?!\p{L})|ram(?!\p{L})/iu), 'budget'],
  [
    /utfall|bokslut|resultat|belopp|antal|totalt|summa|^(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|^\W*(?:19|20)\d{2}|^(?:mnkr|tkr|kr|mkr|procent|%)$/iu,
    'utfall'
  ]
]

/** A typed row as what a sentence may be about: each column whose head says what it is. */
function subjectOf(rad: Gridrad, grid: Grid, subject: Rapportsubject): Ämne | undefined {
  if (rad.slag === 'rubrik' || rad.slag === 'varav') return undefined
  const namn = rad.slag === 'summa' ? (grid.namn.length < 60 ? grid.namn : '') : rad.rubrik
  const ämne: Ämne = {
    id: `tabell:${namn}`,
    namn: rad.rubrik,
    slag: 'serie',
    namnen: namesOf([namn]),
    span: undefined,
    siffror: []
  }
  if (ämne.namnen.length === 0) return undefined
  const nivåer: Siffra[] = []
  for (const kolumn of grid.kolumner) {
    const ruta = rad.rutor.get(kolumn.nr)
    const mått = measureOf(kolumn, grid)
    if (!ruta || mått === undefined) continue
    const siffra = figure(ämne, ruta, kolumn, mått, subject)
    if (siffra) nivåer.push(siffra)
  }
  ämne.siffror.push(...nivåer, ...changes(ämne, nivåer))
  return ämne.siffror.length > 0 ? ämne : undefined
}

function measureOf({ slag, rubrik }: Gridkolumn, { kolumner }: Grid): string | undefined {
  if (slag === 'förändring') return undefined
  if (slag === 'avvikelse') return /prognos/iu.test(rubrik) ? 'prognosavvikelse' : 'avvikelse'
  const said = MÅTT.find(([pattern]) => pattern.test(rubrik))?.[1]
  return said ?? (kolumner.length === 1 ? 'utfall' : undefined)
}

function figure(
  ämne: Ämne,
  ruta: Ruta,
  kolumn: Gridkolumn,
  mått: string,
  { period }: Rapportsubject
): Siffra | undefined {
  const enhet = ruta.enhet ?? kolumn.enhet
  const known = enhet === undefined ? knownMåttenhet('antal') : måttenhet(enhet)
  if (!known) return undefined
  const bakåt = kolumn.år === undefined ? 0 : kolumn.år < 0 ? 1 : period.år - kolumn.år
  const tal: Siffra['tal'] = {
    värde: ruta.värde,
    enhet: known,
    decimaler: ruta.decimaler,
    period: String(period.år - bakåt),
    namn: kolumn.rubrik,
    källa: { slag: 'datum', span: ruta.span }
  }
  return made(ämne, 'nivå', mått, tal, bakåt)
}

const made = (
  ämne: Ämne,
  slag: Siffra['slag'],
  mått: string,
  tal: Siffra['tal'],
  bakåt: number
): Siffra => ({
  ämne,
  slag,
  mått,
  tal,
  anrop: 'tabell',
  bakåt,
  termer: slag === 'förändring' ? 2 : 0,
  bas: Math.abs(Number(inBase(tal.värde, tal.enhet.id))),
  grupp: unitGroup(tal.enhet.id)
})

/** This year's outcome against last year's, in the unit and in percent. */
function changes(ämne: Ämne, nivåer: readonly Siffra[]): Siffra[] {
  const at = (bakåt: number) => nivåer.find((s) => s.mått === 'utfall' && s.bakåt === bakåt)?.tal
  const [nu, då] = [at(0), at(1)]
  if (!nu || !då || nu.enhet.id !== då.enhet.id) return []
  const ways: readonly Tal[] = [förändring(nu, då, 'belopp'), förändring(nu, då)]
  return ways.flatMap((tal) =>
    tal.värde === null ? [] : [made(ämne, 'förändring', 'utfall', { ...tal, värde: tal.värde }, 0)]
  )
}
