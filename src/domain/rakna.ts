import type { Formel, Modell, Rad, Serie, Uppställning } from './modell.ts'
import { helår, parsePeriod, yearsBefore, type Period } from './period.ts'
import { SENASTE_PROGNOS, senastePrognos } from './prognosperiod.ts'
import { samlingstal } from './rakna-antal.ts'
import { ALLA, enheternasRäknare, talForAlla } from './rakna-enheter.ts'
import { registertal } from './rakna-register.ts'
import { computeSerietal } from './rakna-serie.ts'
import { computeCelltal } from './rakna-tabell.ts'
import type { Grannar, Granne, Räkneverk } from './rakna-verk.ts'
import { isFel, splitReferens, type Referensfel } from './referens.ts'
import { revisionstal } from './revision.ts'
import { riskantal, risktal } from './risktal.ts'
import { svarstal } from './svar.ts'
import type { Tal } from './tal.ts'
import { grupptal } from './uppdelning.ts'

/** Finds and computes any figure of a unit, each once. Made for one model; pure and lazy. */
export interface Räknare {
  readonly modell: Modell
  /** The figure that a reference names, at a period; computed figures included. */
  tal(ref: string, period: Period): Tal | Referensfel
  /** A measure of a series: `utfall`, `avvikelse`, a declared one. */
  serietal(serie: Serie, mått: string, period: Period): Tal | Referensfel
  /** A cell of an uppställning in its scale, with its sign convention. */
  celltal(tabell: Uppställning, rad: Rad, mått: string, period: Period): Tal | Referensfel
  /** The same figure a year earlier; undefined where there is none, or none such was asked for here. */
  föregående(tal: Tal): Tal | undefined
  /** Reads "föregående år", "helår", "2019", "2020-T2" against the report's period. */
  period(text: string | undefined, nu: Period): Period | Referensfel
  /** The calculators of this unit and of all units below it, in the organisation's order. */
  enheter(): readonly Granne[]
  /** The calculator of another unit of the organisation, by its folder's name. */
  granne(enhet: string): Granne | undefined
  /** The folder names of the organisation's units. */
  readonly grannar: readonly string[]
  /** From now on this formula's fault is known to the writer, so that using it is no second fault. */
  markReported(formel: Formel): void
}

const INGA: Grannar = { enheter: [], räknare: () => undefined }

/** The calculator of a unit; `grannar` finds the others that its references may name. */
export function createRäknare(modell: Modell, grannar: Grannar = INGA): Räknare {
  const memo = new Map<string, Tal | Referensfel>()
  const pågår = new Set<string>()
  const reported = new Set<Formel>()
  // By where a figure comes from, since what is printed is often a copy in another unit or rounding.
  const vidPeriod = new WeakMap<Tal['källa'], (period: Period) => Tal | Referensfel>()
  const verk: Räkneverk = { modell, grannar, tal, serietal, celltal, period }
  const hide = (tal: Tal | Referensfel): Tal | Referensfel =>
    isFel(tal) && tal.formel && reported.has(tal.formel)
      ? { fel: 'redan rapporterat', del: tal.del, kända: [] }
      : tal

  return {
    modell,
    tal: (ref, nu) => remember(hide(tal(ref, nu)), (period) => tal(ref, period)),
    serietal: (serie, mått, nu) =>
      remember(hide(serietal(serie, mått, nu)), (period) => serietal(serie, mått, period)),
    celltal: (tabell, rad, mått, nu) =>
      remember(hide(celltal(tabell, rad, mått, nu)), (period) =>
        celltal(tabell, rad, mått, period)
      ),
    föregående,
    period,
    enheter: () => enheternasRäknare(verk),
    granne: (enhet) => grannar.räknare(enhet),
    grannar: grannar.enheter,
    markReported: (formel) => void reported.add(formel)
  }

  function remember(
    found: Tal | Referensfel,
    again: (period: Period) => Tal | Referensfel
  ): Tal | Referensfel {
    if (!isFel(found) && !vidPeriod.has(found.källa)) vidPeriod.set(found.källa, again)
    return found
  }

  function föregående({ källa, period: id }: Tal): Tal | undefined {
    const again = vidPeriod.get(källa)
    const nu = parsePeriod(id, modell.styrmodell.perioder)
    const då = again && nu && again(yearsBefore(nu))
    return då && !isFel(då) ? då : undefined
  }

  function tal(ref: string, nu: Period): Tal | Referensfel {
    const slash = ref.indexOf('/')
    if (slash > 0) {
      const enhet = ref.slice(0, slash).trim()
      if (enhet === ALLA) return talForAlla(verk, ref.slice(slash + 1), nu)
      const granne = grannar.räknare(enhet)
      if (!granne) return { fel: 'okänd enhet', del: enhet, kända: grannar.enheter }
      return granne.tal(ref.slice(slash + 1), nu)
    }
    const [första = '', andra, tredje, ...fler] = splitReferens(ref).delar
    if (fler.length > 0) return { fel: 'okänt mått', del: fler.join('.'), kända: [] }
    const samling = samlingstal(verk, första, andra ?? 'antal', nu)
    if (samling) return samling
    if (första === 'risker' && tredje === undefined)
      return riskantal(modell.risker, modell.styrmodell.riskskala, andra ?? 'antal', nu)
    const risk = modell.risker.find(({ id }) => id === första)
    if (risk && tredje === undefined) return risktal(risk, andra ?? 'riskvärde', nu)
    const serie = modell.serier.get(första)
    if (serie) {
      if (tredje !== undefined) return grupptal(serie, andra ?? '', tredje, nu)
      return serietal(serie, andra ?? 'utfall', nu)
    }
    const tabell = modell.uppställningar.get(första)
    if (tabell) {
      const rader = tabell.rader.filter((rad) => rad.slag !== 'rubrik')
      const rad = rader.find((rad) => rad.id === andra)
      if (!rad) return { fel: 'okänd rad', del: andra ?? '', kända: rader.map((rad) => rad.id) }
      return celltal(tabell, rad, tredje ?? 'utfall', nu)
    }
    if (första === 'svar' && tredje === undefined)
      return svarstal(modell.svar, andra ?? 'antal', nu)
    const register = modell.register.get(första)
    if (register) return registertal(register, andra ?? '', tredje, nu)
    const granskat = revisionstal(modell.revision, splitReferens(ref).delar, nu)
    if (granskat) return granskat
    if (modell.trasiga.has(första)) return { fel: 'redan rapporterat', del: första, kända: [] }
    return {
      fel: 'okänt id',
      del: första,
      kända: [
        ...modell.serier.keys(),
        ...modell.uppställningar.keys(),
        ...modell.register.keys(),
        ...modell.risker.map(({ id }) => id),
        'kontroller',
        'risker',
        'uppdrag',
        'indikatorer'
      ]
    }
  }

  function once(key: string, compute: () => Tal | Referensfel): Tal | Referensfel {
    const known = memo.get(key)
    if (known) return known
    if (pågår.has(key)) return { fel: 'cirkel', del: key.split('@')[0] ?? key, kända: [] }
    pågår.add(key)
    const result = compute()
    pågår.delete(key)
    memo.set(key, result)
    return result
  }

  function serietal(serie: Serie, mått: string, nu: Period): Tal | Referensfel {
    return once(`${serie.id}.${mått}@${nu.id}`, () => computeSerietal(verk, serie, mått, nu))
  }

  function celltal(tabell: Uppställning, rad: Rad, mått: string, nu: Period): Tal | Referensfel {
    if (rad.slag === 'rubrik') return { fel: 'okänd rad', del: rad.text, kända: [] }
    return once(`${tabell.id}.${rad.id}.${mått}@${nu.id}`, () =>
      computeCelltal(verk, tabell, rad, mått, nu)
    )
  }

  function period(text: string | undefined, nu: Period): Period | Referensfel {
    if (!text) return nu
    const wanted = text.trim().toLowerCase()
    if (wanted === 'föregående år' || wanted === 'fg år') return yearsBefore(nu)
    if (wanted === 'helår') return helår(nu)
    if (wanted === 'helår föregående år') return helår(yearsBefore(nu))
    if (wanted === SENASTE_PROGNOS)
      return (
        senastePrognos(modell, nu) ?? {
          fel: 'inget värde',
          del: SENASTE_PROGNOS,
          kända: [],
          förklaring: `Ingen prognos finns för ${nu.år} till och med ${nu.id}.`
        }
      )
    return (
      parsePeriod(text, modell.styrmodell.perioder) ?? {
        fel: 'okänd period',
        del: text,
        kända: ['föregående år', 'helår', 'helår föregående år', SENASTE_PROGNOS, nu.id]
      }
    )
  }
}
