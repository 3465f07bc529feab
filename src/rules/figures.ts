import { förändring } from '../domain/berakning.ts'
import { decimal, type Decimal } from '../domain/decimal.ts'
import { knownMåttenhet, måttenhet } from '../domain/mattenhet.ts'
import type { Modell, Serie } from '../domain/modell.ts'
import { helår, yearsBefore, type Period } from '../domain/period.ts'
import type { Räknare } from '../domain/rakna.ts'
import { GIVNA_MÅTT, HÄRLEDDA_MÅTT, isFel } from '../domain/referens.ts'
import { spansOf, type Tal } from '../domain/tal.ts'
import type { Span } from '../source.ts'
import { namesOf, stem, type Ord } from './words.ts'

/** A figure that a text may be about: as in data or derived from them. */
export interface Siffra {
  readonly ämne: Ämne
  readonly slag: 'nivå' | 'förändring' | 'andel' | 'mål'
  readonly mått: string
  readonly tal: Tal & { readonly värde: Decimal }
  /** How the figure is called: `tal "sjukfrånvaro.utfall" period="2016"`, without braces. */
  readonly anrop: string
  /** Years before the report's period; 0 for the period itself, 99 for another part of a year. */
  readonly bakåt: number
  /** How many rounded figures it is computed from; 0 for one given in data. */
  readonly termer: number
  /** Its size in the unit's base, roughly: to pass by what can't be meant. */
  readonly bas: number
  readonly grupp: string
}

/** What figures are about: a series, a table's total, a collection. */
export interface Ämne {
  readonly id: string
  readonly namn: string
  readonly slag: 'serie' | 'summa' | 'samling' | 'register'
  readonly namnen: readonly (readonly string[])[]
  readonly span: Span | undefined
  readonly siffror: Siffra[]
  readonly serie?: Serie | undefined
}

export interface Siffror {
  readonly ämnen: readonly Ämne[]
  /** The subjects that a sentence's words name, the longest names first. */
  named(words: readonly Ord[]): readonly Nämnt[]
  /** Figures of a unit whose value lies within `bredd` of `värde`, in any scale of that unit. */
  near(enhet: string | undefined, värde: Decimal, bredd: Decimal): readonly Siffra[]
}

export interface Nämnt {
  readonly ämne: Ämne
  readonly start: number
  readonly end: number
}

/** What can stand for each other in a text: kronor in any scale, counts of any kind. */
export function unitGroup(enhet: string | undefined): string {
  if (enhet === undefined) return 'antal'
  if (['st', 'antal', 'personer', 'index', 'kvot', 'poäng'].includes(enhet)) return 'antal'
  return måttenhet(enhet)?.skala ? 'kr' : enhet
}

/** A value in the group's base unit, so that tkr and mnkr can be compared. */
export function inBase(värde: Decimal, enhet: string | undefined): Decimal {
  const skala = enhet === undefined ? undefined : måttenhet(enhet)?.skala
  return skala ? värde.times(decimal(10).pow(skala.faktor)) : värde
}

/** All figures of a unit: this period's and last year's, given and derived, and older given ones. */
export function collectSiffror(räknare: Räknare, nu: Period): Siffror {
  const { modell } = räknare
  const ämnen: Ämne[] = []
  const då = yearsBefore(nu)
  for (const serie of modell.serier.values()) ämnen.push(serieämne(räknare, serie, nu, då))
  for (const ämne of summaämnen(räknare, nu, då)) ämnen.push(ämne)
  for (const ämne of samlingsämnen(räknare, nu)) ämnen.push(ämne)
  for (const ämne of registerämnen(räknare, nu)) ämnen.push(ämne)
  return index(ämnen)
}

/** Years back; a month or another part of the year is as far away as a figure can be. */
const stepsBack = (period: Period, nu: Period): number =>
  period.tillMånad === nu.tillMånad || period.slag === 'år' ? nu.år - period.år : ELSEWHEN
const ELSEWHEN = 99

function add(
  ämne: Ämne,
  tal: Tal | { fel: string },
  anrop: string,
  rest: { slag: Siffra['slag']; mått: string; bakåt: number; termer?: number }
): void {
  if ('fel' in tal || tal.värde === null) return
  const siffra = tal as Siffra['tal']
  push(ämne, siffra, anrop, rest)
}

function push(
  ämne: Ämne,
  tal: Siffra['tal'],
  anrop: string,
  {
    slag,
    mått,
    bakåt,
    termer
  }: { slag: Siffra['slag']; mått: string; bakåt: number; termer?: number }
): void {
  let counted = termer ?? (tal.källa.slag === 'datum' ? 0 : undefined)
  ämne.siffror.push({
    ämne,
    slag,
    mått,
    tal,
    anrop,
    bakåt,
    // Counted when somebody asks: most figures are never near a number in the text.
    get termer() {
      return (counted ??= spansOf(tal).length)
    },
    bas: Math.abs(Number(inBase(tal.värde, tal.enhet.id))),
    grupp: unitGroup(tal.enhet.id)
  })
}

const periodArg = (period: Period, nu: Period): string =>
  period.id === nu.id
    ? ''
    : period.id === yearsBefore(nu).id
      ? ' period="föregående år"'
      : ` period="${period.id}"`

function serieämne(räknare: Räknare, serie: Serie, nu: Period, då: Period): Ämne {
  const { modell } = räknare
  const ämne: Ämne = {
    id: serie.id,
    namn: serie.kort,
    slag: 'serie',
    namnen: namesOf([serie.namn, serie.kort, ...serie.synonymer, serie.id.replaceAll('-', ' ')]),
    span: serie.span,
    siffror: [],
    serie
  }
  const egna = [...modell.mått.values()].filter((m) => m.formel).map((m) => m.id)
  const härledda =
    serie.slag === 'indikator' ? ['måluppfyllnad'] : ['avvikelse', 'prognosavvikelse']
  const perioder = new Map<string, Period>([nu, då, helår(nu), helår(då)].map((p) => [p.id, p]))
  for (const post of serie.perioder.values()) perioder.set(post.period.id, post.period)
  for (const period of perioder.values()) {
    const post = serie.perioder.get(period.id)
    const near = period.id === nu.id || period.id === då.id
    const måtten = new Set(post?.värden.keys())
    if (near || serie.formel) måtten.add('utfall')
    if (near) for (const mått of [...egna, ...härledda]) måtten.add(mått)
    for (const mått of måtten) {
      const tal = räknare.serietal(serie, mått, period)
      if (isFel(tal)) continue
      const bakåt = stepsBack(period, nu)
      add(ämne, tal, `tal "${serie.id}.${mått}"${periodArg(period, nu)}`, {
        slag: mått === 'måluppfyllnad' ? 'andel' : 'nivå',
        mått,
        bakåt
      })
    }
    const gräns = post?.målvärde && limitOf(post.målvärde.text)
    if (gräns && near)
      push(
        ämne,
        {
          värde: gräns.värde,
          enhet: serie.enhet,
          decimaler: gräns.decimaler,
          period: period.id,
          namn: `${serie.namn}, målvärde`,
          källa: { slag: 'datum', span: post.målvärde.span }
        },
        `målvärde "${serie.id}"${periodArg(period, nu)}`,
        { slag: 'mål', mått: 'målvärde', bakåt: stepsBack(period, nu) }
      )
  }
  addChanges(räknare, ämne, serie.id, 'utfall', nu, då)
  for (const mått of modell.mått.keys()) addChanges(räknare, ämne, serie.id, mått, nu, då)
  return ämne
}

/** The number in a target as written: 4,5 of "max 4,5"; undefined where there are several or none. */
function limitOf(text: string): { värde: Decimal; decimaler: number } | undefined {
  const numbers = [...text.matchAll(/\d[\d\s\u00a0]*(?:[.,](\d+))?/g)]
  const only = numbers[0]
  if (!only || numbers.length > 1) return undefined
  return {
    värde: decimal(only[0].replace(/[\s\u00a0]/g, '').replace(',', '.')),
    decimaler: only[1]?.length ?? 0
  }
}

function addChanges(
  räknare: Räknare,
  ämne: Ämne,
  ref: string,
  mått: string,
  nu: Period,
  då: Period
): void {
  const [a, b] = [räknare.tal(`${ref}.${mått}`, nu), räknare.tal(`${ref}.${mått}`, då)]
  if (isFel(a) || isFel(b) || a.värde === null || b.värde === null) return
  const rest = { slag: 'förändring', mått, bakåt: 0, termer: 2 } as const
  const belopp = förändring(a, b, 'belopp')
  if (a.enhet.id === 'procent') {
    const punkter = knownMåttenhet('procentenheter')
    add(ämne, { ...belopp, enhet: punkter }, `förändring "${ref}.${mått}"`, rest)
    // The relative change of a share: nobody prints it, but writers compute it.
    if (!b.värde.eq(0)) {
      const värde = a.värde.minus(b.värde).div(b.värde).times(100)
      push(ämne, { ...a, värde, decimaler: 1 }, '', rest)
    }
    return
  }
  add(ämne, belopp, `förändring "${ref}.${mått}" som="belopp"`, rest)
  add(ämne, förändring(a, b), `förändring "${ref}.${mått}"`, rest)
}

function summaämnen(räknare: Räknare, nu: Period, då: Period): Ämne[] {
  const { modell } = räknare
  return [...modell.uppställningar.values()].flatMap((tabell) => {
    const summor = tabell.rader.filter((rad) => rad.slag === 'summa')
    const ämnen = summor.map((rad, i): Ämne => {
      const only = i === summor.length - 1
      const ämne: Ämne = {
        id: `${tabell.id}.${rad.id}`,
        namn: only ? tabell.namn : rad.namn,
        slag: 'summa',
        namnen: namesOf([only ? tabell.namn : undefined, rad.namn]),
        span: rad.span,
        siffror: []
      }
      const måtten = new Set(
        tabell.kolumner.flatMap((kolumn) => (kolumn.slag === 'text' ? [] : [kolumn.mått]))
      )
      for (const mått of måtten) {
        for (const period of [nu, då])
          add(
            ämne,
            räknare.celltal(tabell, rad, mått, period),
            `tal "${ämne.id}.${mått}"${periodArg(period, nu)}`,
            { slag: 'nivå', mått, bakåt: stepsBack(period, nu) }
          )
        addChanges(räknare, ämne, ämne.id, mått, nu, då)
      }
      return ämne
    })
    return ämnen
  })
}

const SAMLINGAR = {
  kontroller: ['antal', 'utförda', 'ej-utförda', 'brister'],
  uppdrag: ['antal', 'klara', 'pågående', 'ej-påbörjade', 'avslutade-i-förtid'],
  indikatorer: ['antal', 'uppfyllda', 'delvis', 'ej-uppfyllda', 'ej-mätta', 'ej-bedömda']
} as const

function samlingsämnen(räknare: Räknare, nu: Period): Ämne[] {
  return Object.entries(SAMLINGAR).flatMap(([id, måtten]) => {
    const ämne: Ämne = {
      id,
      namn: id,
      slag: 'samling',
      namnen: [[stem(id)]],
      span: undefined,
      siffror: []
    }
    for (const mått of måtten)
      add(ämne, räknare.tal(`${id}.${mått}`, nu), `tal "${id}.${mått}"`, {
        slag: 'nivå',
        mått,
        bakåt: 0,
        termer: 0
      })
    const total = ämne.siffror[0]
    return total && total.tal.värde.gt(0) ? [ämne] : []
  })
}

function registerämnen(räknare: Räknare, nu: Period): Ämne[] {
  return [...räknare.modell.register.values()].flatMap((register) => {
    const ämne: Ämne = {
      id: register.id,
      namn: register.namn,
      slag: 'samling',
      namnen: namesOf([register.namn, register.id.replaceAll('-', ' ')]),
      span: register.span,
      siffror: []
    }
    const add0 = (ref: string, mått: string, till = ämne): void =>
      add(till, räknare.tal(ref, nu), `tal "${ref}"`, { slag: 'nivå', mått, bakåt: 0 })
    add0(`${register.id}.antal`, 'antal')
    const rader: Ämne[] = []
    const talkolumner = register.kolumner.filter((k) => k.slag === 'tal')
    for (const kolumn of talkolumner) add0(`${register.id}.summa.${kolumn.id}`, kolumn.id)
    for (const rad of register.rader) {
      if (talkolumner.length === 0) break
      const first = rad.celler.get(register.kolumner[0]?.id ?? '')
      const namn = first?.slag === 'text' ? first.text : rad.id
      const own: Ämne = {
        id: `${register.id}.${rad.id}`,
        namn,
        slag: 'register',
        namnen: namesOf([namn]),
        span: rad.span,
        siffror: []
      }
      for (const kolumn of talkolumner) add0(`${own.id}.${kolumn.id}`, kolumn.id, own)
      rader.push(own)
    }
    return [ämne, ...rader]
  })
}

interface Plats {
  readonly värde: number
  readonly siffra: Siffra
}

function index(ämnen: readonly Ämne[]): Siffror {
  const grupper = new Map<string, Plats[]>()
  for (const ämne of ämnen)
    for (const siffra of ämne.siffror) {
      if (siffra.anrop === '') continue
      const plats = { värde: siffra.bas, siffra }
      const list = grupper.get(siffra.grupp)
      if (list) list.push(plats)
      else grupper.set(siffra.grupp, [plats])
    }
  for (const list of grupper.values()) list.sort((a, b) => a.värde - b.värde)
  const byFirst = new Map<string, { namn: readonly string[]; ämne: Ämne }[]>()
  for (const ämne of ämnen)
    for (const namn of ämne.namnen) {
      const first = namn[0] ?? ''
      const entry = { namn, ämne }
      const known = byFirst.get(first)
      if (known) known.push(entry)
      else byFirst.set(first, [entry])
    }
  return {
    ämnen,
    named(words) {
      const found: (Nämnt & { readonly ord: number })[] = []
      for (const [i, word] of words.entries())
        for (const { namn, ämne } of byFirst.get(word.stam) ?? []) {
          const end = matchName(words, i, namn)
          if (end) found.push({ ämne, start: word.start, end: end.end, ord: namn.length })
        }
      // A longer name at the same place is meant: "extern omsättning", not "omsättning".
      return found.filter(
        (a) => !found.some((b) => b.ord > a.ord && b.start <= a.start && b.end >= a.end)
      )
    },
    near(enhet, värde, bredd) {
      const list = grupper.get(unitGroup(enhet)) ?? []
      const centre = Math.abs(Number(inBase(värde, enhet)))
      const width = Number(inBase(bredd, enhet)) * (1 + 1e-9)
      let low = 0
      let high = list.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((list[middle]?.värde ?? 0) < centre - width) low = middle + 1
        else high = middle
      }
      const found: Siffra[] = []
      for (let i = low; i < list.length && (list[i]?.värde ?? 0) <= centre + width; i++)
        found.push((list[i] as Plats).siffra)
      return found
    }
  }
}

/** The name's words in order, with at most two other words in between. */
function matchName(words: readonly Ord[], at: number, namn: readonly string[]): Ord | undefined {
  let here = at
  for (const stam of namn.slice(1)) {
    let next = -1
    for (let j = here + 1; j <= here + 3 && j < words.length; j++)
      if (words[j]?.stam === stam) {
        next = j
        break
      }
    if (next < 0) return undefined
    here = next
  }
  return words[here]
}

/** A measure's name as writers say it. */
export function måttnamn(modell: Modell, mått: string): string {
  return (
    modell.mått.get(mått)?.namn ??
    GIVNA_MÅTT[mått] ??
    HÄRLEDDA_MÅTT[mått] ??
    mått
  ).toLowerCase()
}
