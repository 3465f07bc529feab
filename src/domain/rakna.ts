import { bedömIndikator, countIndikatorer } from './bedomning.ts'
import { framskrivning, iEnhet, rullande12, skillnad, summa } from './berakning.ts'
import { decimal } from './decimal.ts'
import { evaluateFormel } from './formelvarde.ts'
import { knownMåttenhet } from './mattenhet.ts'
import type { Datum, Formel, Modell, Rad, Register, Serie, Uppställning } from './modell.ts'
import { comparePeriods, helår, parsePeriod, yearsBefore, type Period } from './period.ts'
import { GIVNA_MÅTT, HÄRLEDDA_MÅTT, isFel, splitReferens, type Referensfel } from './referens.ts'
import { riskantal, risktal } from './risktal.ts'
import { revisionstal } from './revision.ts'
import type { Tal } from './tal.ts'
import { grupptal } from './uppdelning.ts'
import { svarstal } from './svar.ts'

/** Finds and computes any figure of a unit, each once. Made for one model; pure and lazy. */
export interface Räknare {
  readonly modell: Modell
  /** The figure that a reference names, at a period; computed figures included. */
  tal(ref: string, period: Period): Tal | Referensfel
  /** A measure of a series: `utfall`, `avvikelse`, a declared one. */
  serietal(serie: Serie, mått: string, period: Period): Tal | Referensfel
  /** A cell of an uppställning in its scale, with its sign convention. */
  celltal(tabell: Uppställning, rad: Rad, mått: string, period: Period): Tal | Referensfel
  /** Reads "föregående år", "helår", "2019", "2020-T2" against the report's period. */
  period(text: string | undefined, nu: Period): Period | Referensfel
}

export function createRäknare(modell: Modell): Räknare {
  const memo = new Map<string, Tal | Referensfel>()
  const pågår = new Set<string>()
  const räknare: Räknare = { modell, tal, serietal, celltal, period }

  return räknare

  function tal(ref: string, nu: Period): Tal | Referensfel {
    const [första = '', andra, tredje, ...fler] = splitReferens(ref).delar
    if (fler.length > 0) return { fel: 'okänt mått', del: fler.join('.'), kända: [] }
    const samling = samlingstal(första, andra, nu)
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
    return once(`${serie.id}.${mått}@${nu.id}`, () => computeSerietal(serie, mått, nu))
  }

  function computeSerietal(serie: Serie, mått: string, nu: Period): Tal | Referensfel {
    const egna = modell.mått.get(mått)
    if (egna?.formel) return radformel(serie, egna.formel, mått, nu)
    switch (mått) {
      case 'avvikelse': {
        const par = both(serietal(serie, 'utfall', nu), serietal(serie, 'budget', nu))
        return isFel(par) ? par : skillnad(par[0], par[1], named(serie, mått))
      }
      case 'prognosavvikelse': {
        const prognos = serietal(serie, 'prognos', nu)
        const årsbudget = serietal(serie, 'årsbudget', nu)
        const par = both(
          prognos,
          isFel(årsbudget) ? serietal(serie, 'budget', helår(nu)) : årsbudget
        )
        return isFel(par) ? par : skillnad(par[0], par[1], named(serie, mått))
      }
      case 'rullande12': {
        const utfall = serietal(serie, 'utfall', nu)
        if (isFel(utfall) || nu.tillMånad === 12) return utfall
        const före = yearsBefore(nu)
        const par = both(serietal(serie, 'utfall', före), serietal(serie, 'utfall', helår(före)))
        return isFel(par) ? par : rullande12(utfall, par[0], par[1])
      }
      case 'framskrivning': {
        const utfall = serietal(serie, 'utfall', nu)
        return isFel(utfall) ? utfall : framskrivning(utfall, nu.tillMånad)
      }
      case 'måluppfyllnad': {
        const { måluppfyllnad, underlag, saknas } = bedömIndikator(räknare, serie, nu)
        return {
          värde: måluppfyllnad && måluppfyllnad.times(100),
          enhet: knownMåttenhet('procent'),
          decimaler: 0,
          period: nu.id,
          namn: named(serie, mått),
          saknas,
          källa: { slag: 'formel', formel: 'utfall mot målvärde', ingår: underlag }
        }
      }
    }
    if (mått === 'utfall' && serie.formel && !serie.perioder.get(nu.id)?.värden.has('utfall'))
      return formeltal(serie, serie.formel, mått, nu)
    // An outcome at a year's end may be written as the year, its third tertial or December.
    const post = [nu.id, ...synonymsOf(nu)]
      .map((id) => serie.perioder.get(id))
      .find((post) => post?.värden.has(mått))
    const datum = post?.värden.get(mått)
    if (!datum) {
      const känt = mått in GIVNA_MÅTT || modell.mått.has(mått)
      return känt
        ? { fel: 'inget värde', del: mått, kända: periodsWith(serie, mått) }
        : { fel: 'okänt mått', del: mått, kända: måttFor(serie) }
    }
    if (datum.formel) {
      const resultat = formeltal(serie, datum.formel, mått, nu)
      return isFel(resultat) ? resultat : { ...resultat, ursprung: datum.ursprung ?? 'härlett' }
    }
    const enhet = egna?.enhet ?? serie.enhet
    return givet(
      datum,
      enhet,
      egna?.decimaler ?? (egna?.enhet ? datum.decimaler : serie.decimaler),
      nu,
      named(serie, mått)
    )
  }

  function givet(
    datum: Datum,
    enhet: Tal['enhet'],
    decimaler: number,
    nu: Period,
    namn: string
  ): Tal {
    return {
      värde: datum.värde,
      enhet,
      decimaler,
      period: nu.id,
      namn,
      ursprung: datum.ursprung,
      saknas: datum.saknas,
      källa: { slag: 'datum', span: datum.span }
    }
  }

  /** A formula with references of its own: `handlingsplan.summa.effekt / handlingsplan.summa.plan`. */
  function formeltal(serie: Serie, formel: Formel, mått: string, nu: Period): Tal | Referensfel {
    const egna = modell.mått.get(mått)
    return evaluateFormel(
      formel,
      {
        resolve: (ref, p) => {
          const vid = period(p, nu)
          return isFel(vid) ? vid : tal(ref, vid)
        }
      },
      {
        enhet: egna?.enhet ?? serie.enhet,
        decimaler: egna?.decimaler ?? serie.decimaler,
        period: nu.id,
        namn: named(serie, mått)
      }
    )
  }

  /** A declared measure's formula: its names are other measures of the same series. */
  function radformel(serie: Serie, formel: Formel, mått: string, nu: Period): Tal | Referensfel {
    const egna = modell.mått.get(mått)
    return evaluateFormel(
      formel,
      {
        resolve: (ref, p) => {
          const vid = period(p, nu)
          return isFel(vid) ? vid : serietal(serie, ref, vid)
        }
      },
      {
        enhet: egna?.enhet ?? serie.enhet,
        decimaler: egna?.decimaler ?? serie.decimaler,
        period: nu.id,
        namn: named(serie, mått)
      }
    )
  }

  function celltal(tabell: Uppställning, rad: Rad, mått: string, nu: Period): Tal | Referensfel {
    if (rad.slag === 'rubrik') return { fel: 'okänd rad', del: rad.text, kända: [] }
    return once(`${tabell.id}.${rad.id}.${mått}@${nu.id}`, () => {
      if (mått === 'avvikelse' && tabell.tecken === 'kostnad plus') {
        const par = both(celltal(tabell, rad, 'budget', nu), celltal(tabell, rad, 'utfall', nu))
        return isFel(par) ? par : skillnad(par[0], par[1], `${radnamn(rad)}, avvikelse`)
      }
      return rad.slag === 'konto'
        ? kontocell(tabell, rad, mått, nu)
        : summacell(tabell, rad, mått, nu)
    })
  }

  function kontocell(
    tabell: Uppställning,
    rad: Extract<Rad, { slag: 'konto' }>,
    mått: string,
    nu: Period
  ): Tal | Referensfel {
    const serie = modell.serier.get(rad.id)
    if (!serie)
      return {
        fel: modell.trasiga.has(rad.id) ? 'redan rapporterat' : 'okänt id',
        del: rad.id,
        kända: [...modell.serier.keys()]
      }
    const värde = serietal(serie, mått, nu)
    if (isFel(värde)) return värde
    if (!värde.enhet.skala)
      return modell.mått.get(mått)?.enhet ? värde : { ...värde, decimaler: tabell.decimaler }
    return iEnhet(värde, tabell.enhet, tabell.decimaler) ?? värde
  }

  function summacell(
    tabell: Uppställning,
    rad: Extract<Rad, { slag: 'summa' }>,
    mått: string,
    nu: Period
  ): Tal | Referensfel {
    const egna = modell.mått.get(mått)
    const namn = `${rad.namn}, ${måttnamn(mått).toLowerCase()}`
    // A measure computed from others is computed on the sums, so that shares and quotients weigh right.
    if (egna?.formel)
      return evaluateFormel(
        egna.formel,
        {
          resolve: (ref, p) => {
            const vid = period(p, nu)
            return isFel(vid) ? vid : celltal(tabell, rad, ref, vid)
          }
        },
        {
          enhet: egna.enhet ?? tabell.enhet,
          decimaler: egna.decimaler ?? tabell.decimaler,
          period: nu.id,
          namn
        }
      )
    if (mått === 'avvikelse') {
      const par = both(celltal(tabell, rad, 'utfall', nu), celltal(tabell, rad, 'budget', nu))
      return isFel(par) ? par : skillnad(par[0], par[1], namn)
    }
    if (egna?.enhet && !egna.enhet.antal && !egna.enhet.skala)
      return {
        fel: 'inget värde',
        del: mått,
        kända: [],
        förklaring: `"${måttnamn(mått)}" kan inte summeras.`
      }
    const delar: Tal[] = []
    let fel: Referensfel | undefined
    for (const id of rad.av) {
      const del = tabell.rader.find((annan) => annan.slag !== 'rubrik' && annan.id === id)
      const värde = del
        ? celltal(tabell, del, mått, nu)
        : ({ fel: 'okänd rad', del: id, kända: [] } as const)
      if (!isFel(värde)) delar.push(värde)
      else if (värde.fel !== 'inget värde') return värde
      else fel ??= värde
    }
    if (delar.length === 0) return fel ?? { fel: 'inget värde', del: mått, kända: [] }
    return summa(delar, tabell.enhet, tabell.decimaler, namn)
  }

  function registertal(
    register: Register,
    rad: string,
    kolumn: string | undefined,
    nu: Period
  ): Tal | Referensfel {
    const periodId = register.period ?? nu.id
    if (rad === 'antal' && kolumn === undefined)
      return {
        värde: decimal(register.rader.length),
        enhet: knownMåttenhet('antal'),
        decimaler: 0,
        period: periodId,
        namn: `Antal rader i ${register.namn}`,
        källa: { slag: 'formel', formel: 'antal rader', ingår: [radantal(register, periodId)] }
      }
    const talkolumner = register.kolumner.filter((k) => k.slag === 'tal')
    const k = talkolumner.find((k) => k.id === kolumn)
    const träffar = rad === 'summa' ? register.rader : register.rader.filter((r) => r.id === rad)
    if (träffar.length === 0)
      return {
        fel: 'okänd rad',
        del: rad,
        kända: ['antal', 'summa', ...register.rader.map((r) => r.id)]
      }
    if (!k?.enhet)
      return { fel: 'okänd kolumn', del: kolumn ?? '', kända: talkolumner.map((k) => k.id) }
    const enhet = k.enhet
    const värden = träffar.flatMap((r) => {
      const cell = r.celler.get(k.id)
      if (cell?.slag !== 'tal') return []
      const namn = `${rowName(r, register)}, ${k.namn.toLowerCase()}`
      return [
        givet(
          cell.datum,
          enhet,
          k.decimaler ?? cell.datum.decimaler,
          parsePeriod(periodId) ?? nu,
          namn
        )
      ]
    })
    const första = värden[0]
    if (!första) return { fel: 'inget värde', del: k.id, kända: [] }
    return rad === 'summa'
      ? summa(värden, enhet, första.decimaler, `${register.namn}, summa ${k.namn.toLowerCase()}`)
      : första
  }

  function radantal(register: Register, periodId: string): Tal {
    return {
      värde: decimal(register.rader.length),
      enhet: knownMåttenhet('antal'),
      decimaler: 0,
      period: periodId,
      namn: register.namn,
      källa: { slag: 'datum', span: register.span }
    }
  }

  /** `kontroller.utförda` and the like: counts over what the report's period says. */
  function samlingstal(
    samling: string,
    vad: string | undefined,
    nu: Period
  ): Tal | Referensfel | undefined {
    if (samling !== 'kontroller' && samling !== 'uppdrag' && samling !== 'indikatorer')
      return undefined
    const räknat =
      samling === 'indikatorer'
        ? indikatorantal(vad ?? 'antal', nu)
        : räkna(samling, vad ?? 'antal', nu)
    if (!räknat)
      return {
        fel: 'okänt mått',
        del: vad ?? '',
        kända: samling === 'indikatorer' ? INDIKATORANTAL : Object.keys(RÄKNADE[samling])
      }
    const källor: Tal[] = räknat.spans.map((span) => ({
      värde: decimal(1),
      enhet: knownMåttenhet('antal'),
      decimaler: 0,
      period: nu.id,
      namn: samling,
      källa: { slag: 'datum', span }
    }))
    return {
      värde: decimal(räknat.antal),
      enhet: knownMåttenhet('antal'),
      decimaler: 0,
      period: nu.id,
      namn: `Antal ${samling}${vad && vad !== 'antal' ? `, ${vad}` : ''}`,
      källa: {
        slag: 'formel',
        formel: `antal ${samling}${vad && vad !== 'antal' ? ` som är ${vad}` : ''}`,
        ingår: källor
      }
    }
  }

  function räkna(samling: 'kontroller' | 'uppdrag', vad: string, nu: Period) {
    const villkor = RÄKNADE[samling][vad]
    if (!villkor) return undefined
    const poster: readonly {
      uppföljning: ReadonlyMap<string, { span: Datum['span'] }>
      span: Datum['span']
    }[] = modell[samling]
    const träffar = poster.flatMap((post) => {
      const uppföljning = post.uppföljning.get(nu.id)
      return uppföljning && villkor(uppföljning as never) ? [uppföljning.span] : []
    })
    return { antal: träffar.length, spans: träffar }
  }

  function indikatorantal(vad: string, nu: Period) {
    const antal = countIndikatorer(räknare, vad, nu)
    if (antal === undefined) return undefined
    const spans = [...modell.serier.values()]
      .filter((serie) => serie.slag === 'indikator')
      .map((serie) => serie.span)
    return { antal, spans }
  }

  function period(text: string | undefined, nu: Period): Period | Referensfel {
    if (!text) return nu
    const wanted = text.trim().toLowerCase()
    if (wanted === 'föregående år' || wanted === 'fg år') return yearsBefore(nu)
    if (wanted === 'helår') return helår(nu)
    if (wanted === 'helår föregående år') return helår(yearsBefore(nu))
    return (
      parsePeriod(text, modell.styrmodell.perioder) ?? {
        fel: 'okänd period',
        del: text,
        kända: ['föregående år', 'helår', 'helår föregående år', nu.id]
      }
    )
  }

  function named(serie: Serie, mått: string): string {
    return `${serie.namn}, ${måttnamn(mått).toLowerCase()}`
  }

  function måttnamn(mått: string): string {
    return modell.mått.get(mått)?.namn ?? GIVNA_MÅTT[mått] ?? HÄRLEDDA_MÅTT[mått] ?? mått
  }

  function radnamn(rad: Rad): string {
    if (rad.slag === 'rubrik') return rad.text
    return rad.namn ?? modell.serier.get(rad.id)?.namn ?? rad.id
  }

  function måttFor(serie: Serie): string[] {
    const givna = new Set([...serie.perioder.values()].flatMap((post) => [...post.värden.keys()]))
    return [
      ...givna,
      ...Object.keys(HÄRLEDDA_MÅTT),
      ...[...modell.mått.values()].filter((m) => m.formel).map((m) => m.id)
    ]
  }
}

const RÄKNADE = {
  kontroller: {
    antal: () => true,
    utförda: (u: { utfört: unknown }) => u.utfört !== 'ej utfört',
    'ej-utförda': (u: { utfört: unknown }) => u.utfört === 'ej utfört',
    brister: (u: { resultat: string }) => /^(brister|risker) identifierade$/i.test(u.resultat)
  } as Record<string, ((u: never) => boolean) | undefined>,
  uppdrag: {
    antal: () => true,
    klara: (u: { status: string }) => u.status === 'klart',
    pågående: (u: { status: string }) => u.status === 'pågår',
    'ej-påbörjade': (u: { status: string }) => u.status === 'ej påbörjat',
    'avslutade-i-förtid': (u: { status: string }) => u.status === 'avslutat i förtid'
  } as Record<string, ((u: never) => boolean) | undefined>
}

const INDIKATORANTAL = ['antal', 'uppfyllda', 'delvis', 'ej-uppfyllda', 'ej-mätta', 'ej-bedömda']

/** Both, or the first fault. */
function both(a: Tal | Referensfel, b: Tal | Referensfel): [Tal, Tal] | Referensfel {
  return isFel(a) ? a : isFel(b) ? b : [a, b]
}

/** Other ways to write a whole year. */
function synonymsOf(period: Period): string[] {
  if (period.tillMånad === 12)
    return [`${period.år}`, `${period.år}-T3`, `${period.år}-12`, `${period.år}-K4`]
  if (period.slag === 'tertial') return [`${period.år}-0${period.tillMånad}`]
  return []
}

function periodsWith(serie: Serie, mått: string): string[] {
  return [...serie.perioder.values()]
    .filter((post) => post.värden.has(mått))
    .map((post) => post.period)
    .toSorted(comparePeriods)
    .map((period) => period.id)
}

/** A register row's name: its first text cell. */
export function rowName(rad: Register['rader'][number], register: Register): string {
  const första = rad.celler.get(register.kolumner[0]?.id ?? '')
  return första?.slag === 'text' ? första.text : rad.id
}
