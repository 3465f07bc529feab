import { samePeriods, type Period } from '../../domain/period.ts'
import {
  föregåendeBedömning,
  ingångsläge,
  riskerFor,
  risktrend,
  riskvärde,
  type Risk,
  type Riskbedömning,
  type Riskläge
} from '../../domain/risk.ts'
import { räknat } from '../../domain/risktal.ts'
import { isFel } from '../../domain/referens.ts'
import { formatLista } from '../../text/swedish.ts'
import * as messages from '../../messages.ts'
import { textArg, type Anrop } from '../arguments.ts'
import { report, type Miljö } from '../environment.ts'
import { cellHtml, Html } from '../figure.ts'
import { risknivåVy, statusHtml, åtgärdsstatusVy } from '../status.ts'
import type { Innehåll, RiskmatrisVy } from '../views.ts'
import { TABELLHASH, type Block } from './block.ts'
import { chooseKolumner, renderKolumner, type Kolumn } from './kolumner.ts'
import { person, time } from './kontroll.ts'

interface Post {
  readonly risk: Risk
  readonly bedömning: Riskbedömning
}

const FORMER = ['plan', 'uppföljning'] as const
type Form = (typeof FORMER)[number]

const VANLIGA: Readonly<Record<Form, readonly string[]>> = {
  plan: [
    'Nr',
    'Risk',
    'Område',
    'Process',
    'Sannolikhet',
    'Konsekvens',
    'Riskvärde',
    'Nivå',
    'Hantering',
    'Riskägare'
  ],
  uppföljning: [
    'Nr',
    'Risk',
    'Riskvärde före',
    'Riskvärde',
    'Nivå',
    'Trend',
    'Åtgärd',
    'Åtgärdsstatus',
    'Klart',
    'Ansvarig',
    'Motivering'
  ]
}

/**
 * `{{risktabell}}`: the risks with computed risk value, level and trend, the greatest first.
 * `visa="plan"` prints what a plan starts from: the values before measures, and the handling.
 */
export const risktabell: Block = {
  signatur: { params: [], hash: { ...TABELLHASH, visa: 'text', kolumner: 'lista' } },
  numrerad: (anrop) => ({ slag: 'tabell', id: textArg(anrop, 'id') ?? 'risktabell' }),
  run(anrop, miljö) {
    const form = chooseForm(anrop, miljö)
    if (!form) return undefined
    const läge = form === 'plan' ? ingångsläge : (b: Riskbedömning) => b
    const poster = riskerFor(miljö.modell.risker, miljö.period, läge)
    const kolumner = chooseKolumner(anrop, columns(läge, miljö), VANLIGA[form], poster, miljö)
    if (!kolumner) return undefined
    return renderKolumner(
      {
        id: 'risktabell',
        rubrik: form === 'plan' ? 'Riskanalys' : 'Uppföljning av risker',
        kolumner,
        grupper: [{ poster }],
        tom: 'Inga risker',
        spanOf: ({ risk }) => risk.span,
        noter: [...scaleNote(miljö), ...ageNote(poster, miljö.period)]
      },
      anrop,
      miljö
    )
  }
}

function chooseForm(anrop: Anrop, miljö: Miljö): Form | undefined {
  const wanted = textArg(anrop, 'visa') ?? 'uppföljning'
  const form = FORMER.find((f) => f === wanted.toLowerCase())
  return (
    form ?? report(miljö, messages.okäntVärde('visa', wanted, FORMER), anrop.hash.get('visa')?.span)
  )
}

function columns(läge: (b: Riskbedömning) => Riskläge, miljö: Miljö): Kolumn<Post>[] {
  const { styrmodell } = miljö.modell
  const nivå = ({ bedömning }: Post) => risknivåVy(riskvärde(läge(bedömning)), styrmodell.riskskala)
  const tal = (
    namn: string,
    mått: string,
    värde: (p: Post) => number | undefined
  ): Kolumn<Post> => ({
    namn,
    numerisk: true,
    text: (p) => värde(p)?.toString(),
    html: (p) => (värde(p) === undefined ? undefined : figure(p.risk, mått, miljö))
  })
  const plan = läge === ingångsläge
  const steg = (vad: 'sannolikhet' | 'konsekvens'): Kolumn<Post> => ({
    namn: vad === 'sannolikhet' ? 'Sannolikhet' : 'Konsekvens',
    text: ({ bedömning }) => {
      const värde = läge(bedömning)[vad]
      return `${värde} ${styrmodell.riskskala[vad][värde - 1]?.toLowerCase() ?? ''}`
    }
  })
  const åtgärd = ({ bedömning }: Post) => åtgärdsstatusVy(bedömning.status)
  return [
    { namn: 'Nr', text: ({ risk }) => risk.nr, alltid: true },
    { namn: 'Risk', text: ({ risk }) => risk.namn, huvud: true },
    { namn: 'Beskrivning', text: ({ risk }) => risk.beskrivning },
    { namn: 'Område', text: ({ risk }) => risk.område },
    { namn: 'Process', text: ({ risk }) => risk.process },
    steg('sannolikhet'),
    steg('konsekvens'),
    tal(
      'Riskvärde före',
      'riskvärde-före',
      ({ bedömning }) => bedömning.före && riskvärde(bedömning.före)
    ),
    tal('Riskvärde', plan ? 'riskvärde-före' : 'riskvärde', ({ bedömning }) =>
      riskvärde(läge(bedömning))
    ),
    {
      namn: 'Nivå',
      alltid: true,
      text: (p) => nivå(p).ord,
      html: (p) => statusHtml(nivå(p), miljö)
    },
    {
      namn: 'Trend',
      text: ({ risk }) => trend(risk, miljö.period),
      html: ({ risk }) => {
        const text = trend(risk, miljö.period)
        return text && new Html(text.replace(/\d.*$/, '<span class="helt">$&</span>'))
      }
    },
    { namn: 'Hantering', text: ({ bedömning }) => upperFirst(bedömning.hantering ?? '') },
    {
      namn: 'Kontroller',
      text: ({ risk }) =>
        formatLista(
          miljö.modell.kontroller.filter((k) => risk.kontroller.includes(k.id)).map((k) => k.namn)
        )
    },
    { namn: 'Åtgärd', text: ({ bedömning }) => bedömning.åtgärd },
    {
      namn: 'Åtgärdsstatus',
      text: (p) => åtgärd(p)?.ord,
      html: (p) => {
        const vy = åtgärd(p)
        return vy && statusHtml(vy, miljö)
      }
    },
    {
      namn: 'Klart',
      text: ({ bedömning }) => bedömning.klardatum,
      html: ({ bedömning }) => time(bedömning.klardatum)
    },
    {
      namn: 'Ansvarig',
      text: ({ bedömning }) => bedömning.ansvarig,
      html: ({ bedömning }) => person(bedömning.ansvarig)
    },
    { namn: 'Riskägare', text: ({ risk }) => risk.riskägare },
    { namn: 'Motivering', text: ({ bedömning }) => bedömning.motivering }
  ]
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function figure(risk: Risk, mått: string, miljö: Miljö): Innehåll | undefined {
  const tal = miljö.räknare.tal(`${risk.id}.${mått}`, miljö.period)
  return isFel(tal) ? undefined : cellHtml(tal, miljö)
}

/** "Minskar, 9 år 2020": where the risk is heading, and from what. */
function trend(risk: Risk, nu: Period): string | undefined {
  const vart = risktrend(risk, nu)
  const före = föregåendeBedömning(risk, nu)
  if (!vart) return undefined
  return före ? `${upperFirst(vart)}, ${riskvärde(före)} i ${före.period.id}` : 'Ny'
}

function scaleNote({ modell }: Miljö): string[] {
  const { gränser } = modell.styrmodell.riskskala
  const delar = gränser.map(({ till, ord }, i) => {
    const från = (gränser[i - 1]?.till ?? 0) + 1
    return `${från === till ? till : `${från}–${till}`} ${ord.toLowerCase()}`
  })
  return [`Riskvärdet är sannolikhet gånger konsekvens: ${formatLista(delar)}.`]
}

/** Risks that were not assessed anew stand with what was found last; the reader must know. */
function ageNote(poster: readonly Post[], nu: Period): string[] {
  const äldre = poster.filter(({ bedömning }) => !samePeriods(nu).includes(bedömning.period.id))
  if (äldre.length === 0) return []
  const vilka = äldre.map(({ risk, bedömning }) => `${risk.nr} (${bedömning.period.id})`)
  return [`Bedömda tidigare och inte på nytt: ${formatLista(vilka)}.`]
}

/**
 * `{{riskmatris}}`: likelihood × consequence as a grid, with how many risks each square holds and
 * which. `visa="plan"` places them as they stood before measures.
 */
export const riskmatris: Block = {
  signatur: { params: [], hash: { rubrik: 'text', id: 'text', not: 'text', visa: 'text' } },
  numrerad: (anrop) => ({ slag: 'diagram', id: textArg(anrop, 'id') ?? 'riskmatris' }),
  run(anrop, miljö) {
    const form = chooseForm(anrop, miljö)
    if (!form) return undefined
    const { riskskala } = miljö.modell.styrmodell
    const läge = form === 'plan' ? ingångsläge : (b: Riskbedömning) => b
    const poster = riskerFor(miljö.modell.risker, miljö.period, läge)
    const mål = anrop.span && miljö.numreraBlock(anrop.span)
    const id = mål?.ankare ?? 'riskmatris'
    const { avsnitt } = miljö.plats
    const not = textArg(anrop, 'not')
    const vy: RiskmatrisVy = {
      id,
      nummer: mål?.nr ?? '',
      rubrik:
        textArg(anrop, 'rubrik') ?? (form === 'plan' ? 'Riskmatris' : 'Riskmatris efter åtgärder'),
      konsekvens: riskskala.konsekvens.map((ord, i) => ({ steg: String(i + 1), ord })),
      rader: riskskala.sannolikhet
        .map((ord, i) => ({
          steg: String(i + 1),
          ord,
          rutor: riskskala.konsekvens.map((_, j) => square(i + 1, j + 1))
        }))
        .toReversed(),
      risker: poster
        .map(({ risk }) => risk)
        .toSorted((a, b) => Number(a.nr.slice(1)) - Number(b.nr.slice(1)))
        .map(({ nr, namn }) => ({ nr, namn })),
      noter: [...ageNote(poster, miljö.period), ...(not === undefined ? [] : [not])]
    }
    miljö.plats = { avsnitt }
    return miljö.render('block/riskmatris', vy)

    function square(
      sannolikhet: number,
      konsekvens: number
    ): RiskmatrisVy['rader'][number]['rutor'][number] {
      const här = poster.filter(({ bedömning }) => {
        const { sannolikhet: s, konsekvens: k } = läge(bedömning)
        return s === sannolikhet && k === konsekvens
      })
      const värde = sannolikhet * konsekvens
      const nivå = risknivåVy(värde, riskskala)
      const plats = `sannolikhet ${sannolikhet}, konsekvens ${konsekvens}`
      miljö.plats = {
        avsnitt,
        diagram: id,
        rad: `Sannolikhet ${sannolikhet}`,
        kolumn: `Konsekvens ${konsekvens}`
      }
      return {
        klass: nivå.klass,
        ord: nivå.ord,
        värde: String(värde),
        antal:
          här.length === 0
            ? null
            : cellHtml(
                räknat(
                  här.map(({ bedömning }) => bedömning),
                  `Antal risker med ${plats}`,
                  `antal risker med ${plats}`,
                  miljö.period
                ),
                miljö
              ),
        antalsord: här.length === 1 ? 'risk' : 'risker',
        risker: här.map(({ risk: { nr, namn } }) => ({ nr, namn }))
      }
    }
  }
}
