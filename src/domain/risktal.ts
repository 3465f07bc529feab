import { decimal } from './decimal.ts'
import { knownMåttenhet } from './mattenhet.ts'
import type { Period } from './period.ts'
import type { Referensfel } from './referens.ts'
import {
  bedömningFor,
  föregåendeBedömning,
  ingångsläge,
  riskerFor,
  risknivå,
  risktrend,
  riskvärde,
  type Risk,
  type Riskbedömning,
  type Riskskala
} from './risk.ts'
import type { Tal } from './tal.ts'

/** What `risker.…` counts. "Höga" is the scale's highest level, "låga" its lowest. */
const ANTAL: Readonly<
  Record<string, (b: Riskbedömning, risk: Risk, nu: Period, skala: Riskskala) => boolean>
> = {
  antal: () => true,
  höga: (b, _r, _n, skala) => risknivå(riskvärde(b), skala).högst,
  'höga-före': (b, _r, _n, skala) => risknivå(riskvärde(ingångsläge(b)), skala).högst,
  låga: (b, _r, _n, skala) => risknivå(riskvärde(b), skala).steg === 0,
  'låga-före': (b, _r, _n, skala) => risknivå(riskvärde(ingångsläge(b)), skala).steg === 0,
  accepteras: (b) => b.hantering === 'acceptera',
  bevakas: (b) => b.hantering === 'bevaka',
  granskas: (b) => b.hantering === 'granska',
  åtgärdas: (b) => b.hantering === 'åtgärda',
  'klara-åtgärder': (b) => b.status === 'klar',
  'sänkta-av-åtgärder': (b) => riskvärde(b) < riskvärde(ingångsläge(b)),
  ökar: (_b, risk, nu) => risktrend(risk, nu) === 'ökar',
  minskar: (_b, risk, nu) => risktrend(risk, nu) === 'minskar',
  oförändrade: (_b, risk, nu) => risktrend(risk, nu) === 'oförändrad',
  nya: (_b, risk, nu) => risktrend(risk, nu) === 'ny'
}

const MÅTT: readonly string[] = [
  'riskvärde',
  'riskvärde-före',
  'sannolikhet',
  'konsekvens',
  'förändring',
  'effekt'
]

/** A count over the risks that are assessed at a period: `risker.antal`, `risker.höga`. */
export function riskantal(
  risker: readonly Risk[],
  skala: Riskskala,
  vad: string,
  nu: Period
): Tal | Referensfel {
  const villkor = ANTAL[vad]
  if (!villkor) return { fel: 'okänt mått', del: vad, kända: Object.keys(ANTAL) }
  const bedömda = riskerFor(risker, nu)
  if (bedömda.length === 0)
    return {
      fel: 'inget värde',
      del: vad,
      kända: [...new Set(risker.flatMap((risk) => [...risk.bedömningar.keys()]))].toSorted(),
      förklaring: `Ingen risk är bedömd till och med ${nu.id}.`
    }
  const träffar = bedömda.filter(({ risk, bedömning }) => villkor(bedömning, risk, nu, skala))
  return räknat(
    träffar.map(({ bedömning }) => bedömning),
    `Antal risker${vad === 'antal' ? '' : `, ${vad}`}`,
    `antal risker${vad === 'antal' ? '' : ` som är ${vad}`}`,
    nu
  )
}

/** A count as a figure that rests on each assessment counted. */
export function räknat(
  bedömningar: readonly Riskbedömning[],
  namn: string,
  formel: string,
  nu: Period
): Tal {
  return {
    värde: decimal(bedömningar.length),
    enhet: knownMåttenhet('antal'),
    decimaler: 0,
    period: nu.id,
    namn,
    källa: {
      slag: 'formel',
      formel,
      ingår: bedömningar.map((b) => ({ ...steg(b, 'risk', 1), källa: källa(b) }))
    }
  }
}

/**
 * A figure of one risk: `riskvärde`, `riskvärde-före` (before measures), `effekt` (what the measures
 * changed), `förändring` (against the assessment before), `sannolikhet`, `konsekvens`.
 */
export function risktal(risk: Risk, mått: string, nu: Period): Tal | Referensfel {
  const b = bedömningFor(risk, nu)
  if (!MÅTT.includes(mått)) return { fel: 'okänt mått', del: mått, kända: MÅTT }
  if (!b) return inget(risk, mått, `"${risk.namn}" är inte bedömd`)
  const namn = `${risk.namn}, ${mått}`
  if (mått === 'sannolikhet' || mått === 'konsekvens')
    return { ...steg(b, namn, b[mått]), källa: källa(b) }
  if (mått === 'riskvärde') return värdetal(b, b, namn)
  if (mått === 'riskvärde-före') return värdetal(b, ingångsläge(b), namn)
  const från = mått === 'effekt' ? b.före && { ...b, ...b.före } : föregåendeBedömning(risk, nu)
  if (!från)
    return inget(
      risk,
      mått,
      mått === 'effekt'
        ? `"${risk.namn}" har ingen bedömning före åtgärder`
        : `"${risk.namn}" har ingen tidigare bedömning att jämföra med`
    )
  return {
    ...steg(b, namn, riskvärde(b) - riskvärde(från)),
    källa: {
      slag: 'formel',
      formel: mått === 'effekt' ? 'riskvärde − riskvärde före' : 'riskvärde − föregående riskvärde',
      ingår: [värdetal(b, b, 'riskvärde'), värdetal(från, från, 'riskvärde tidigare')]
    }
  }
}

function inget(risk: Risk, mått: string, förklaring: string): Referensfel {
  return {
    fel: 'inget värde',
    del: mått,
    kända: [...risk.bedömningar.keys()],
    förklaring: `${förklaring}.`
  }
}

function värdetal(
  b: Riskbedömning,
  läge: { readonly sannolikhet: number; readonly konsekvens: number },
  namn: string
): Tal {
  return {
    ...steg(b, namn, riskvärde(läge)),
    källa: {
      slag: 'formel',
      formel: 'sannolikhet × konsekvens',
      ingår: [
        { ...steg(b, 'sannolikhet', läge.sannolikhet), källa: källa(b) },
        { ...steg(b, 'konsekvens', läge.konsekvens), källa: källa(b) }
      ]
    }
  }
}

const källa = (b: Riskbedömning): Tal['källa'] => ({ slag: 'datum', span: b.span })

function steg(b: Riskbedömning, namn: string, värde: number): Omit<Tal, 'källa'> {
  return {
    värde: decimal(värde),
    enhet: knownMåttenhet('antal'),
    decimaler: 0,
    period: b.period.id,
    namn,
    ursprung: b.ursprung
  }
}
