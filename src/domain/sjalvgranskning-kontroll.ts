import { formatLista, lowerFirst } from '../text/swedish.ts'
import { isBrist, kontrollmotsägelser, riskmotsägelser, uppföljningFor } from './internkontroll.ts'
import type { Kontroll } from './modell.ts'
import { samePeriods, type Period } from './period.ts'
import type { Räknare } from './rakna.ts'
import { bedömningFor, type Risk } from './risk.ts'
import type { Granskningsval, Kriterieutfall, Skäl } from './sjalvgranskning.ts'
import { obedömt, prövaAlla } from './sjalvgranskning-kriterium.ts'

const RISKANALYS = {
  id: 'riskanalys',
  namn: 'Riskanalys',
  krav: 'Riskerna är bedömda för perioden, med sannolikhet och konsekvens.'
}
const PLAN = {
  id: 'planens-innehall',
  namn: 'Planens innehåll',
  krav: 'Varje risk har hantering och ansvarig, och varje kontroll har metod och den som utför den.'
}
const UPPFÖLJNING = {
  id: 'uppfoljning',
  namn: 'Uppföljning av planen',
  krav: 'Varje kontroll är rapporterad för perioden.'
}
const GENOMFÖRD = {
  id: 'genomford-plan',
  namn: 'Genomförd plan',
  krav: 'Planens kontroller är utförda.'
}
const ÅTGÄRDER = {
  id: 'vidtagna-atgarder',
  namn: 'Vidtagna åtgärder',
  krav: 'Varje brist har en åtgärd, och en kontroll som inte blev utförd har en ny plan.'
}
const MOTSÄGELSER = {
  id: 'motsagelser',
  namn: 'Uppgifter som går ihop',
  krav: 'Resultat, hantering och riskvärden säger inte emot varandra.'
}

/** Whether internal control is enough: analysis, plan, follow-up, and what was done about what was found. */
export function granskaInternKontroll(
  räknare: Räknare,
  period: Period,
  { uppföljning }: Granskningsval
): Kriterieutfall[] {
  const { risker, kontroller } = räknare.modell
  const plan = [granskaRisker(risker, period), granskaPlan(risker, kontroller, period)]
  if (!uppföljning) return plan
  const utan = 'Enheten har inga kontroller i data (kontroller:).'
  const rapporterade = kontroller.flatMap((kontroll) => {
    const u = uppföljningFor(kontroll, period)
    return u ? [{ kontroll, u }] : []
  })
  return [
    ...plan,
    kontroller.length === 0
      ? obedömt(UPPFÖLJNING, utan)
      : prövaAlla(
          UPPFÖLJNING,
          kontroller,
          (k) =>
            uppföljningFor(k, period)
              ? undefined
              : {
                  text: `Kontrollen "${k.namn}" är inte rapporterad för ${period.id}.`,
                  span: k.span
                },
          (n, alla) => `${n} av ${alla} kontroller är rapporterade.`
        ),
    rapporterade.length === 0
      ? obedömt(GENOMFÖRD, kontroller.length === 0 ? utan : 'Inga kontroller är rapporterade.')
      : prövaAlla(
          GENOMFÖRD,
          rapporterade,
          ({ kontroll, u }) =>
            u.utfört === 'ej utfört'
              ? {
                  text: `Kontrollen "${kontroll.namn}" är inte utförd${u.nyPlan === undefined ? '' : `: ${lowerFirst(u.nyPlan.replace(/\.$/, ''))}`}.`,
                  span: u.span
                }
              : undefined,
          (n, alla) => `${n} av ${alla} rapporterade kontroller är utförda.`
        ),
    granskaÅtgärder(rapporterade),
    ...granskaMotsägelser(räknare, period)
  ]
}

function granskaRisker(risker: readonly Risk[], period: Period): Kriterieutfall {
  if (risker.length === 0) return obedömt(RISKANALYS, 'Enheten har inga risker i data (risker:).')
  return prövaAlla(
    RISKANALYS,
    risker,
    (risk): Skäl | undefined => {
      const b = bedömningFor(risk, period)
      if (!b) return { text: `Risken "${risk.namn}" är inte bedömd.`, span: risk.span }
      return b.period.år === period.år
        ? undefined
        : { text: `Risken "${risk.namn}" är senast bedömd ${b.period.id}.`, span: b.span }
    },
    (n, alla) => `${n} av ${alla} risker är bedömda för ${period.år}.`
  )
}

function granskaPlan(
  risker: readonly Risk[],
  kontroller: readonly Kontroll[],
  period: Period
): Kriterieutfall {
  const delar = [
    ...risker.map((risk) => ({
      vad: 'Risken',
      namn: risk.namn,
      span: risk.span,
      saknar: lacksOfRisk(risk, period)
    })),
    ...kontroller.map((k) => ({
      vad: 'Kontrollen',
      namn: k.namn,
      span: k.span,
      saknar: lacksOfKontroll(k)
    }))
  ]
  if (delar.length === 0) return obedömt(PLAN, 'Enheten har varken risker eller kontroller i data.')
  return prövaAlla(
    PLAN,
    delar,
    ({ vad, namn, span, saknar }) =>
      saknar.length === 0
        ? undefined
        : { text: `${vad} "${namn}" saknar ${formatLista(saknar)}.`, span },
    (n, alla) => `${n} av ${alla} risker och kontroller har det som krävs.`
  )
}

function lacksOfRisk(risk: Risk, period: Period): string[] {
  const b = bedömningFor(risk, period)
  return [
    ...(b && b.hantering === undefined ? ['hantering'] : []),
    ...(risk.riskägare === undefined && b?.ansvarig === undefined ? ['riskägare'] : [])
  ]
}

function lacksOfKontroll({ metod, kontrollmoment, utförare, ansvarig }: Kontroll): string[] {
  return [
    ...(metod === undefined && kontrollmoment === undefined ? ['metod'] : []),
    ...(utförare === undefined && ansvarig === undefined ? ['den som utför den'] : [])
  ]
}

type Rapporterad = {
  kontroll: Kontroll
  u: NonNullable<ReturnType<Kontroll['uppföljning']['get']>>
}

function granskaÅtgärder(rapporterade: readonly Rapporterad[]): Kriterieutfall {
  const saker = rapporterade.filter(({ u }) => isBrist(u) || u.utfört === 'ej utfört')
  if (rapporterade.length === 0) return obedömt(ÅTGÄRDER, 'Inga kontroller är rapporterade.')
  return prövaAlla(
    ÅTGÄRDER,
    saker,
    ({ kontroll, u }): Skäl | undefined => {
      if (u.utfört === 'ej utfört')
        return u.nyPlan === undefined && u.klardatum === undefined
          ? {
              text: `Kontrollen "${kontroll.namn}" blev inte utförd och har ingen ny plan.`,
              span: u.span
            }
          : undefined
      return u.åtgärd === undefined
        ? {
            text: `Kontrollen "${kontroll.namn}" visar brister men har ingen åtgärd.`,
            span: u.span
          }
        : undefined
    },
    (n, alla) =>
      alla === 0
        ? 'Inga brister har hittats, och alla kontroller är utförda.'
        : `${n} av ${alla} brister och uteblivna kontroller har åtgärd eller ny plan.`
  )
}

function granskaMotsägelser({ modell }: Räknare, period: Period): Kriterieutfall[] {
  const nu = new Set(samePeriods(period))
  const alla = [
    ...modell.kontroller.filter((k) => uppföljningFor(k, period)),
    ...modell.risker.filter((r) => bedömningFor(r, period))
  ]
  if (alla.length === 0) return []
  const brott = [
    ...kontrollmotsägelser(modell.kontroller).filter(
      ({ slag }) => slag === 'utfört men ej tillämpligt'
    ),
    ...riskmotsägelser(modell.risker, modell.styrmodell.riskskala)
  ].filter((m) => nu.has(m.period))
  return [
    prövaAlla(
      MOTSÄGELSER,
      alla,
      (en) => {
        const found = brott.find((m) => m.namn === en.namn)
        return found && { text: ORD[found.slag](en.namn), span: found.span }
      },
      (n, antal) =>
        n === antal
          ? 'Inga motsägelser bland risker och kontroller.'
          : `${antal - n} av ${antal} risker och kontroller säger emot sig själva.`
    )
  ]
}

const ORD: Readonly<
  Record<ReturnType<typeof riskmotsägelser>[number]['slag'], (namn: string) => string>
> = {
  'utfört men ej tillämpligt': (n) =>
    `Kontrollen "${n}" är utförd, men resultatet är "ej tillämpligt".`,
  'brist utan åtgärd': (n) => `Kontrollen "${n}" visar brister men har ingen åtgärd.`,
  'ej utfört utan ny plan': (n) => `Kontrollen "${n}" har ingen ny plan.`,
  'hög risk utan hantering': (n) => `Risken "${n}" är på den högsta nivån utan hantering.`,
  'hög risk utan följd': (n) =>
    `Risken "${n}" är på den högsta nivån, och hanteringen följs inte upp.`,
  'angivet riskvärde': (n) => `Riskvärdet för "${n}" är ett annat än sannolikhet × konsekvens.`
}
