import { förändring } from '../domain/berakning.ts'
import { decimal, type Decimal } from '../domain/decimal.ts'
import { knownMåttenhet } from '../domain/mattenhet.ts'
import type { Serie } from '../domain/modell.ts'
import { helår, yearsBefore, type Period } from '../domain/period.ts'
import type { Räknare } from '../domain/rakna.ts'
import { isFel } from '../domain/referens.ts'
import { spansOf, type Tal } from '../domain/tal.ts'
import {
  createSiffror,
  ELSEWHEN,
  unitGroup,
  type Siffra,
  type Siffror,
  type Ämne
} from './figures.ts'
import { namesOf, stem, wordsOf } from './words.ts'

/** All figures of a unit: this period's and last year's, given and derived, and older given ones. */
export function collectSiffror(räknare: Räknare, nu: Period): Siffror {
  const { modell } = räknare
  const ämnen: Ämne[] = []
  const då = yearsBefore(nu)
  for (const serie of modell.serier.values())
    ämnen.push(serieämne(räknare, serie, nu, då), ...gruppämnen(räknare, serie, nu, då))
  nameByOnlyHead(ämnen)
  for (const ämne of summaämnen(räknare, nu, då)) ämnen.push(ämne)
  for (const ämne of samlingsämnen(räknare, nu)) ämnen.push(ämne)
  for (const ämne of registerämnen(räknare, nu)) ämnen.push(ämne)
  return createSiffror(ämnen)
}

/** Years back; a month or another part of the year is as far away as a figure can be. */
const stepsBack = (period: Period, nu: Period): number =>
  period.tillMånad === nu.tillMånad || period.slag === 'år' ? nu.år - period.år : ELSEWHEN

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
    bas: Math.abs(Number(tal.värde)) * 10 ** (tal.enhet.skala?.faktor ?? 0),
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

/** A series' groups: "sjukfrånvaron för kvinnor", "kvinnors sjukfrånvaro". */
function gruppämnen(räknare: Räknare, serie: Serie, nu: Period, då: Period): Ämne[] {
  const grupper = new Map<string, Ämne>()
  const names = namesOf([serie.kort, serie.namn, ...serie.synonymer])
  for (const period of [nu, då])
    for (const { id, namn, värden, span } of serie.perioder.get(period.id)?.uppdelning ?? []) {
      const own = wordsOf(namn).map(({ stam }) => stam)
      const ämne: Ämne = grupper.get(id) ?? {
        id: `${serie.id}.${id}`,
        namn: `${serie.kort}, ${namn.toLowerCase()}`,
        slag: 'grupp',
        namnen:
          own.length === 0
            ? []
            : names.flatMap((n) => [
                [...n, ...own],
                [...own, ...n]
              ]),
        span,
        siffror: []
      }
      grupper.set(id, ämne)
      for (const mått of värden.keys())
        add(
          ämne,
          räknare.tal(`${ämne.id}.${mått}`, period),
          `tal "${ämne.id}.${mått}"${periodArg(period, nu)}`,
          {
            slag: 'nivå',
            mått,
            bakåt: stepsBack(period, nu)
          }
        )
    }
  return [...grupper.values()]
}

/** Words too general for a name, unless one series alone has them in its: "intäkterna", "kostnaderna". */
const ENSAMMA = ['intäkter', 'kostnader', 'nettokostnaden'].map(stem)

function nameByOnlyHead(ämnen: Ämne[]): void {
  for (const ord of ENSAMMA) {
    const called = ämnen.filter(({ namn }) => wordsOf(namn).some(({ stam }) => stam.endsWith(ord)))
    const [only] = called
    const at = only && called.length === 1 ? ämnen.indexOf(only) : -1
    if (only && at >= 0) ämnen[at] = Object.assign(only, { namnen: [...only.namnen, [ord]] })
  }
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
