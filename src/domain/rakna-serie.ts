import { bedömIndikator } from './bedomning.ts'
import { framskrivning, rullande12, skillnad } from './berakning.ts'
import { evaluateFormel } from './formelvarde.ts'
import { gällandeMålvärde } from './helarsmal.ts'
import { knownMåttenhet } from './mattenhet.ts'
import type { Formel, Modell, Serie } from './modell.ts'
import { comparePeriods, helår, samePeriods, yearsBefore, type Period } from './period.ts'
import { both, givet, måttnamn, type Räkneverk } from './rakna-verk.ts'
import { GIVNA_MÅTT, HÄRLEDDA_MÅTT, isFel, type Referensfel } from './referens.ts'
import { worstUrsprung, type Tal } from './tal.ts'

/** The number of the target that holds, for one that has a number of its own: 4,5 of "max 4,5". */
function måltal(verk: Räkneverk, serie: Serie, nu: Period): Tal | Referensfel {
  const målvärde = gällandeMålvärde(serie, nu)?.målvärde
  const värde = målvärde && 'värde' in målvärde.mål ? målvärde.mål.värde : null
  if (!målvärde || !värde) return { fel: 'inget värde', del: 'målvärde', kända: [] }
  return {
    värde,
    enhet: serie.enhet,
    decimaler: /[.,](\d+)/.exec(målvärde.text)?.[1]?.length ?? 0,
    period: nu.id,
    namn: named(verk, serie, 'målvärde'),
    ursprung: serie.perioder.get(nu.id)?.ursprung ?? serie.ursprung,
    källa: { slag: 'datum', span: målvärde.span }
  }
}

/** The year before as it was reported then, or as it has been restated with a reason. */
function föregåendeÅr(verk: Räkneverk, serie: Serie, nu: Period): Tal | Referensfel {
  const namn = named(verk, serie, 'föregående år')
  const omräknat = serie.perioder.get(nu.id)?.värden.get('föregående år')
  if (omräknat?.kommentar !== undefined && omräknat.värde !== null)
    return givet(omräknat, serie.enhet, serie.decimaler, nu, namn)
  const då = verk.serietal(serie, 'utfall', yearsBefore(nu))
  return isFel(då) ? då : { ...då, namn }
}

/** A measure of a series in a period: derived, by formula, or as it stands in data. */
export function computeSerietal(
  verk: Räkneverk,
  serie: Serie,
  mått: string,
  nu: Period
): Tal | Referensfel {
  const egna = verk.modell.mått.get(mått)
  if (egna && verk.modell.trasiga.has(mått))
    return { fel: 'redan rapporterat', del: mått, kända: [] }
  if (egna?.formel) return radformel(verk, serie, egna.formel, mått, nu)
  switch (mått) {
    case 'avvikelse': {
      const par = both(verk.serietal(serie, 'utfall', nu), verk.serietal(serie, 'budget', nu))
      return isFel(par) ? par : skillnad(par[0], par[1], named(verk, serie, mått))
    }
    case 'prognosavvikelse': {
      const prognos = verk.serietal(serie, 'prognos', nu)
      const årsbudget = verk.serietal(serie, 'årsbudget', nu)
      const par = both(
        prognos,
        isFel(årsbudget) ? verk.serietal(serie, 'budget', helår(nu)) : årsbudget
      )
      return isFel(par) ? par : skillnad(par[0], par[1], named(verk, serie, mått))
    }
    case 'rullande12': {
      const utfall = verk.serietal(serie, 'utfall', nu)
      if (isFel(utfall) || nu.tillMånad === 12) return utfall
      const före = yearsBefore(nu)
      const par = both(
        verk.serietal(serie, 'utfall', före),
        verk.serietal(serie, 'utfall', helår(före))
      )
      return isFel(par) ? par : rullande12(utfall, par[0], par[1])
    }
    case 'framskrivning': {
      const utfall = verk.serietal(serie, 'utfall', nu)
      return isFel(utfall) ? utfall : framskrivning(utfall, nu.tillMånad)
    }
    case 'målvärde':
      return måltal(verk, serie, nu)
    case 'föregående år':
      return föregåendeÅr(verk, serie, nu)
    case 'måluppfyllnad': {
      const { måluppfyllnad, underlag, saknas } = bedömIndikator(verk, serie, nu)
      return {
        värde: måluppfyllnad && måluppfyllnad.times(100),
        enhet: knownMåttenhet('procent'),
        decimaler: 0,
        period: nu.id,
        namn: named(verk, serie, mått),
        ursprung: worstUrsprung(underlag),
        saknas,
        källa: { slag: 'formel', formel: 'utfall mot målvärde', ingår: underlag }
      }
    }
  }
  if (mått === 'utfall' && serie.formel && !serie.perioder.get(nu.id)?.värden.has('utfall'))
    return formeltal(verk, serie, serie.formel, mått, nu)
  // An outcome at a year's end may be written as the year, its third tertial or December.
  const post = samePeriods(nu)
    .map((id) => serie.perioder.get(id))
    .find((post) => post?.värden.has(mått))
  const datum = post?.värden.get(mått)
  if (!datum) {
    if (verk.modell.trasiga.has(serie.id)) return { fel: 'redan rapporterat', del: mått, kända: [] }
    const känt = mått in GIVNA_MÅTT || verk.modell.mått.has(mått)
    return känt
      ? {
          fel: 'inget värde',
          del: mått,
          kända: periodsWith(serie, mått),
          förklaring: `"${serie.id}.${mått}" har inget värde för ${nu.id}.`
        }
      : { fel: 'okänt mått', del: mått, kända: måttFor(verk.modell, serie) }
  }
  if (datum.formel) {
    const resultat = formeltal(verk, serie, datum.formel, mått, nu)
    return isFel(resultat) ? resultat : { ...resultat, ursprung: datum.ursprung ?? 'härlett' }
  }
  const enhet = egna?.enhet ?? serie.enhet
  return givet(
    datum,
    enhet,
    egna?.decimaler ?? (egna?.enhet ? datum.decimaler : serie.decimaler),
    nu,
    named(verk, serie, mått)
  )
}

/** A formula with references of its own: `handlingsplan.summa.effekt / handlingsplan.summa.plan`. */
function formeltal(
  verk: Räkneverk,
  serie: Serie,
  formel: Formel,
  mått: string,
  nu: Period
): Tal | Referensfel {
  const egna = verk.modell.mått.get(mått)
  const resultat = evaluateFormel(
    formel,
    {
      resolve: (ref, p) => {
        const vid = verk.period(p, nu)
        return isFel(vid) ? vid : verk.tal(ref, vid)
      }
    },
    {
      enhet: egna?.enhet ?? serie.enhet,
      decimaler: egna?.decimaler ?? serie.decimaler,
      period: nu.id,
      namn: named(verk, serie, mått)
    }
  )
  // The innermost formula is the one to mend; a value that isn't there yet is no fault of it.
  return isFel(resultat) && resultat.fel !== 'inget värde' ? { formel, ...resultat } : resultat
}

/** A declared measure's formula: its names are other measures of the same series. */
function radformel(
  verk: Räkneverk,
  serie: Serie,
  formel: Formel,
  mått: string,
  nu: Period
): Tal | Referensfel {
  const egna = verk.modell.mått.get(mått)
  return evaluateFormel(
    formel,
    {
      resolve: (ref, p) => {
        const vid = verk.period(p, nu)
        return isFel(vid) ? vid : verk.serietal(serie, ref, vid)
      }
    },
    {
      enhet: egna?.enhet ?? serie.enhet,
      decimaler: egna?.decimaler ?? serie.decimaler,
      period: nu.id,
      namn: named(verk, serie, mått)
    }
  )
}

function named({ modell }: Räkneverk, serie: Serie, mått: string): string {
  return `${serie.namn}, ${måttnamn(modell, mått).toLowerCase()}`
}

/** The measures that can be asked of a series, for hints. */
function måttFor(modell: Modell, serie: Serie): string[] {
  const givna = new Set([...serie.perioder.values()].flatMap((post) => [...post.värden.keys()]))
  return [
    ...givna,
    ...Object.keys(HÄRLEDDA_MÅTT),
    ...[...modell.mått.values()].filter((m) => m.formel).map((m) => m.id)
  ]
}

function periodsWith(serie: Serie, mått: string): string[] {
  return [...serie.perioder.values()]
    .filter((post) => post.värden.has(mått))
    .map((post) => post.period)
    .toSorted(comparePeriods)
    .map((period) => period.id)
}
