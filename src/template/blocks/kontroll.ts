import { isBrist, uppföljningFor } from '../../domain/internkontroll.ts'
import type { Kontroll, Kontrolluppföljning } from '../../domain/modell.ts'
import { ingångsläge, riskerFor } from '../../domain/risk.ts'
import { formatLista } from '../../text/swedish.ts'
import * as messages from '../../messages.ts'
import { flagArg, textArg, type Anrop } from '../arguments.ts'
import { report, type Miljö } from '../environment.ts'
import { escapeHtml, Html } from '../figure.ts'
import { statusHtml, uppdragsstatus, utförtStatus, åtgärdsstatusVy } from '../status.ts'
import { TABELLHASH, type Block } from './block.ts'
import { chooseKolumner, renderKolumner, type Kolumn } from './kolumner.ts'

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What a control is, as planned. */
const PLAN: readonly Kolumn<Kontroll>[] = [
  { namn: 'Område', text: (k) => k.område },
  { namn: 'Kontroll', text: (k) => k.namn, huvud: true },
  { namn: 'Kontrollmål', text: (k) => k.kontrollmål },
  { namn: 'Kontrollmoment', text: (k) => k.kontrollmoment },
  { namn: 'Metod', text: (k) => k.metod },
  { namn: 'Frekvens', text: (k) => k.frekvens },
  { namn: 'Ansvarig', text: (k) => k.ansvarig, html: (k) => person(k.ansvarig) }
]
const UTFÖRARE: Kolumn<Kontroll> = { namn: 'Utförare', text: (k) => k.utförare }

/** What became of a control in the report's period. */
function uppföljningskolumner(miljö: Miljö): Kolumn<Kontroll>[] {
  const u = (k: Kontroll) => uppföljningFor(k, miljö.period)
  const utfört = (k: Kontroll) => utförtStatus(u(k)?.utfört)
  const åtgärd = (k: Kontroll) => åtgärdsstatusVy(u(k)?.åtgärdsstatus)
  return [
    {
      namn: 'Utfört',
      alltid: true,
      text: (k) => utfört(k).ord,
      html: (k) => statusHtml(utfört(k), miljö)
    },
    ...tertialkolumner(miljö),
    {
      namn: 'Resultat',
      alltid: true,
      text: (k) => [upperFirst(u(k)?.resultat ?? ''), u(k)?.iakttagelse].filter(Boolean).join('. ')
    },
    { namn: 'Åtgärd', text: (k) => u(k)?.åtgärd },
    {
      namn: 'Åtgärdsstatus',
      text: (k) => åtgärd(k)?.ord,
      html: (k) => {
        const vy = åtgärd(k)
        return vy && statusHtml(vy, miljö)
      }
    },
    { namn: 'Klart', text: (k) => u(k)?.klardatum, html: (k) => time(u(k)?.klardatum) },
    { namn: 'Ny plan', text: (k) => u(k)?.nyPlan },
    { namn: 'Kommentar', text: (k) => u(k)?.kommentar }
  ]
}

/** T1, T2, T3 as far as the report's period goes; a control that wasn't done says so in the last. */
function tertialkolumner(miljö: Miljö): Kolumn<Kontroll>[] {
  const antal = Math.max(1, Math.ceil(miljö.period.tillMånad / 4))
  return ['T1', 'T2', 'T3'].map((namn, i): Kolumn<Kontroll> => {
    const ej = i === antal - 1
    const vy = (k: Kontroll) => {
      const utfört = uppföljningFor(k, miljö.period)?.utfört
      if (utfört === 'ej utfört') return ej ? utförtStatus(utfört) : undefined
      return utfört?.includes(namn) ? { klass: 'utford', ord: 'Utförd' } : undefined
    }
    return {
      namn,
      text: (k) => vy(k)?.ord,
      html: (k) => {
        const status = vy(k)
        return status && statusHtml(status, miljö)
      }
    }
  })
}

/** A date that doesn't break at its hyphens. */
export function time(iso: string | undefined): Html | undefined {
  return iso === undefined ? undefined : new Html(`<time>${iso}</time>`)
}

/** Who answers for something: first name and surname stay together, a long title may break. */
export function person(namn: string | undefined): Html | undefined {
  if (namn === undefined) return undefined
  return new Html(escapeHtml(namn.replace(/^(\p{Lu}[\p{L}-]+) (\p{Lu}[\p{L}-]+)$/u, '$1\u00a0$2')))
}

const VANLIGA = [
  'Område',
  'Kontroll',
  'Kontrollmoment',
  'Metod',
  'Frekvens',
  'Utfört',
  'Resultat',
  'Åtgärd',
  'Kommentar',
  'Utförare'
]

/**
 * `{{kontrolltabell}}`: the internal control plan with its follow-up; columns that no control fills
 * are left out. `kolumner="Kontroll, T1, T2, T3, Resultat"` chooses others,
 * `visa="ej utförda"` some of the rows.
 */
export const kontrolltabell: Block = {
  signatur: { params: [], hash: { ...TABELLHASH, visa: 'text', kolumner: 'lista' } },
  numrerad: (anrop) => ({ slag: 'tabell', id: textArg(anrop, 'id') ?? 'kontrolltabell' }),
  run(anrop, miljö) {
    const kontroller = chosenKontroller(anrop, miljö)
    if (!kontroller) return undefined
    const kända = [...PLAN, riskkolumn(miljö), ...uppföljningskolumner(miljö), UTFÖRARE]
    const kolumner = chooseKolumner(anrop, kända, VANLIGA, kontroller, miljö)
    if (!kolumner) return undefined
    const grupper = [{ poster: kontroller }]
    const rubrik = 'Uppföljning av intern kontroll'
    const tom = 'Inga kontroller'
    return renderKolumner(
      { id: 'kontrolltabell', rubrik, kolumner, grupper, tom, spanOf: ({ span }) => span },
      anrop,
      miljö
    )
  }
}

const URVAL: Readonly<Record<string, (u: Kontrolluppföljning | undefined) => boolean>> = {
  alla: () => true,
  utförda: (u) => u !== undefined && u.utfört !== 'ej utfört',
  'ej utförda': (u) => u?.utfört === 'ej utfört',
  brister: (u) => u !== undefined && isBrist(u)
}

/** The controls that `visa="…"` asks for, by their follow-up in the report's period. */
function chosenKontroller(anrop: Anrop, miljö: Miljö): Kontroll[] | undefined {
  const wanted = textArg(anrop, 'visa') ?? 'alla'
  const väljs = URVAL[wanted.toLowerCase()]
  if (!väljs)
    return report(
      miljö,
      messages.okäntVärde('visa', wanted, Object.keys(URVAL)),
      anrop.hash.get('visa')?.span
    )
  return miljö.modell.kontroller.filter((k) => väljs(uppföljningFor(k, miljö.period)))
}

/** The risk that a control guards against, as number and name. */
function riskkolumn({ modell }: Miljö): Kolumn<Kontroll> {
  return {
    namn: 'Risk',
    text: (k) => {
      const namn = modell.risker
        .filter((risk) => risk.kontroller.includes(k.id))
        .map((risk) => `${risk.nr} ${risk.namn}`)
      return namn.length > 0 ? formatLista(namn) : undefined
    }
  }
}

/**
 * `{{kontrollplan}}`: the controls as planned, without outcome, under the risk that each guards
 * against, the greatest risk first.
 */
export const kontrollplan: Block = {
  signatur: { params: [], hash: { ...TABELLHASH, kolumner: 'lista' } },
  numrerad: (anrop) => ({ slag: 'tabell', id: textArg(anrop, 'id') ?? 'kontrollplan' }),
  run(anrop, miljö) {
    const { kontroller, risker } = miljö.modell
    const kända = [...PLAN, UTFÖRARE]
    const kolumner = chooseKolumner(
      anrop,
      kända,
      kända.map((k) => k.namn),
      kontroller,
      miljö
    )
    if (!kolumner) return undefined
    const bedömda = riskerFor(risker, miljö.period, ingångsläge).map(({ risk }) => risk)
    const ordnade = [...bedömda, ...risker.filter((risk) => !bedömda.includes(risk))]
    const riskFor = (k: Kontroll) => k.risk ?? ordnade.find((r) => r.kontroller.includes(k.id))?.id
    const grupper = [
      ...ordnade.map((risk) => ({
        rubrik: `${risk.nr} ${risk.namn}`,
        poster: kontroller.filter((k) => riskFor(k) === risk.id)
      })),
      {
        rubrik: 'Utan egen risk',
        poster: kontroller.filter((k) => !risker.some((r) => r.id === riskFor(k)))
      }
    ]
    const grupprubrik = risker.length > 0 ? 'Risk' : undefined
    const rubrik = 'Kontrollplan'
    const tom = 'Inga kontroller'
    return renderKolumner(
      {
        id: 'kontrollplan',
        rubrik,
        kolumner,
        grupper,
        grupprubrik,
        tom,
        spanOf: ({ span }) => span
      },
      anrop,
      miljö
    )
  }
}

/** `{{uppdragslista}}`: assignments with status and what was done; with `plan=true` what is to be done alone. */
export const uppdragslista: Block = {
  signatur: { params: [], hash: { status: 'text', plan: 'ja' } },
  numrerad: () => null,
  run(anrop, miljö) {
    const wanted = textArg(anrop, 'status')
    const uppdrag = miljö.modell.uppdrag
      .filter((u) => wanted === undefined || uppföljningFor(u, miljö.period)?.status === wanted)
      .map((u) => {
        const uppföljning = uppföljningFor(u, miljö.period)
        return {
          namn: u.namn,
          status: flagArg(anrop, 'plan') ? null : uppdragsstatus(uppföljning?.status),
          beskrivning: u.beskrivning ?? null,
          ansvarig: u.ansvarig ?? null,
          kommentar: flagArg(anrop, 'plan') ? null : (uppföljning?.kommentar ?? null)
        }
      })
    return uppdrag.length
      ? miljö.render('block/uppdragslista', { uppdrag })
      : '<p>Inga uppdrag.</p>'
  }
}
