import { parsePeriod } from '../domain/period.ts'
import { formatLista, lowerFirst } from '../text/swedish.ts'
import { sortPeriods } from './axis.ts'
import { periodText, valueText } from './table.ts'
import type { Diagramdata, Diagrammall, Diagramrad } from './types.ts'

/** Words that keep their capital inside a sentence. */
const EGENNAMN = /^(Region|Landstinget|Sverige|Norrbotten|Skåne|Blekinge|Sörmland|Västmanland)\b/

/**
 * The text alternative of a chart, made from its data: what it shows, how much, first and last,
 * highest and lowest, and whether the target is met.
 */
export function describeDiagram(mall: Diagrammall, data: Diagramdata): string {
  const kända = data.rader.filter((rad) => rad.värde !== null)
  const enhet = data.enhet.ord || data.enhet.symbol
  const inledning = `${mall.diagramtyp} över ${inSentence(data)}${enhet ? `, ${enhet}` : ''}`
  if (!data.rader.length) return `${inledning}. Inga värden.`
  const meningar =
    mall.data === 'rader'
      ? rowSentences(data, kända)
      : mall.data === 'grupper'
        ? groupSentences(data, kända)
        : mall.data === 'andelar'
          ? shareSentences(data, kända)
          : mall.data === 'brygga'
            ? bridgeSentences(data, kända)
            : timeSentences(mall, data)
  const span = isTime(mall) ? spanText(data.rader) : ''
  return [
    `${inledning}${span && !data.titel.includes(span) ? `, ${span}` : ''}.`,
    ...meningar,
    ...targetSentence(mall, data, kända)
  ].join(' ')
}

function isTime(mall: Diagrammall): boolean {
  return mall.data === 'tidsserie' || mall.data === 'perioder' || mall.data === 'månader'
}

function inSentence({ titel, titelIText }: Diagramdata): string {
  if (titelIText) return titelIText
  // IT-stöd and other initials keep their capitals.
  const keep = EGENNAMN.test(titel) || !/^\p{Lu}[\p{Ll}\s-]/u.test(titel)
  return keep ? titel : titel.charAt(0).toLowerCase() + titel.slice(1)
}

function labelOf(rad: Diagramrad): string {
  return rad.period === undefined ? rad.namn : periodText(rad.period)
}

function spanText(rader: readonly Diagramrad[]): string {
  const ids = sortPeriods([...new Set(rader.map((rad) => rad.period ?? rad.namn))])
  const first = ids[0] ?? ''
  const last = ids.at(-1) ?? ''
  if (first === last) return periodText(first)
  return parsePeriod(first)?.slag === 'år' && parsePeriod(last)?.slag === 'år'
    ? `${first}–${last}`
    : `${periodText(first)} – ${periodText(last)}`
}

function timeSentences(mall: Diagrammall, data: Diagramdata): string[] {
  const serieOf = (rad: Diagramrad): string =>
    rad.serie ?? (mall.data === 'månader' ? (rad.period ?? '').slice(0, 4) : '')
  const serier = [...new Set(data.rader.map(serieOf))]
  return serier.flatMap((serie) => {
    const alla = data.rader.filter((rad) => serieOf(rad) === serie)
    const ids = sortPeriods([...new Set(alla.map((rad) => rad.period ?? rad.namn))])
    const rader = ids.flatMap((id) => alla.find((rad) => (rad.period ?? rad.namn) === id) ?? [])
    return serieSentences(rader, data.enhet.symbol, serier.length > 1 ? serie : '')
  })
}

function serieSentences(rader: readonly Diagramrad[], symbol: string, serie: string): string[] {
  const kända = rader.filter((rad) => rad.värde !== null)
  const saknas = rader.filter((rad) => rad.värde === null)
  const prefix = serie ? `${serie}: ` : ''
  const start = (text: string): string =>
    prefix + (serie ? text : text.charAt(0).toUpperCase() + text.slice(1))
  const first = kända[0]
  const last = kända.at(-1)
  if (!first || !last) return [start('inga värden.')]
  const value = (rad: Diagramrad): string => valueText(rad, symbol)
  const missing = saknas.length
    ? [
        `Värde saknas för ${formatLista(saknas.length > 4 ? [`${saknas.length} perioder`] : saknas.map(labelOf))}.`
      ]
    : []
  if (first === last) return [start(`${value(first)} ${labelOf(first)}.`), ...missing]
  const antal = kända.length > 5 ? `${kända.length} värden, från ` : 'från '
  const range = start(
    `${antal}${value(first)} ${labelOf(first)} till ${value(last)} ${labelOf(last)}.`
  )
  return [range, ...extremes(kända, value, labelOf), ...missing]
}

/** "Högst 2017: 6,03 %, lägst 2016: 5,35 %." or that all are the same. */
function extremes(
  rader: readonly Diagramrad[],
  value: (rad: Diagramrad) => string,
  label: (rad: Diagramrad) => string
): string[] {
  const höga = edge(rader, Math.max)
  const låga = edge(rader, Math.min)
  const hög = höga[0]
  const låg = låga[0]
  if (!hög || !låg) return []
  if (hög.värde === låg.värde)
    return [rader.length === 2 ? 'Båda värdena är lika.' : 'Alla värden är lika.']
  const when = (list: readonly Diagramrad[]): string =>
    list.length > 3 ? `${list.length} gånger` : formatLista(list.map(label))
  return [`Högst ${when(höga)}: ${value(hög)}, lägst ${when(låga)}: ${value(låg)}.`]
}

function edge(rader: readonly Diagramrad[], pick: (...values: number[]) => number): Diagramrad[] {
  const limit = pick(...rader.map((rad) => rad.värde ?? 0))
  return rader.filter((rad) => rad.värde === limit)
}

function rowSentences(data: Diagramdata, kända: readonly Diagramrad[]): string[] {
  const value = (rad: Diagramrad): string => valueText(rad, data.enhet.symbol)
  const sorted = kända.toSorted((a, b) => (b.värde ?? 0) - (a.värde ?? 0))
  const first = sorted[0]
  const last = sorted.at(-1)
  const saknas = data.rader.filter((rad) => rad.värde === null)
  const missing = saknas.length
    ? [
        `Värde saknas för ${formatLista(saknas.length > 4 ? [`${saknas.length} rader`] : saknas.map((rad) => rad.namn))}.`
      ]
    : []
  if (!first || !last) return ['Inga värden.']
  if (first === last) return [`En rad: ${first.namn}, ${value(first)}.`, ...missing]
  if (first.värde === last.värde)
    return [`${sorted.length} rader, alla ${value(first)}.`, ...missing]
  const klassad = judged(data.rader)
  return [
    `${sorted.length} rader. Störst är ${first.namn} med ${value(first)}, minst ${last.namn} med ${value(last)}.`,
    ...klassad,
    ...missing
  ]
}

/** How many rows are better and worse, where the model says which is which. */
function judged(rader: readonly Diagramrad[]): string[] {
  const count = (klass: string): number => rader.filter((rad) => rad.klass === klass).length
  const bättre = count('bättre')
  const sämre = count('sämre')
  if (bättre + sämre === 0) return []
  return [`${bättre} är bättre och ${sämre} sämre.`]
}

function groupSentences(data: Diagramdata, kända: readonly Diagramrad[]): string[] {
  const serieOf = (rad: Diagramrad): string => rad.serie ?? periodText(rad.period ?? '')
  const serier = [...new Set(data.rader.map(serieOf))].filter(Boolean)
  const namn = new Set(data.rader.map((rad) => rad.namn))
  const value = (rad: Diagramrad): string => valueText(rad, data.enhet.symbol)
  const antal = namn.size === 1 ? `En rad: ${[...namn][0]}` : `${namn.size} rader`
  const mått = serier.length > 1 ? `${antal} med ${formatLista(serier)}.` : `${antal}.`
  return [
    mått,
    ...serier.flatMap((serie) => {
      const rader = kända.filter((rad) => serieOf(rad) === serie)
      const only = rader[0]
      if (!only) return [`${serie}: inga värden.`]
      if (rader.length === 1)
        return [`${serie}: ${namn.size === 1 ? '' : `${only.namn} `}${value(only)}.`]
      return extremes(rader, value, (rad) => rad.namn).map((text) =>
        text.startsWith('Högst')
          ? `${serie}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`
          : `${serie}: ${text.toLowerCase()}`
      )
    })
  ]
}

function shareSentences(data: Diagramdata, kända: readonly Diagramrad[]): string[] {
  if (!kända.length) return ['Inga värden.']
  const parts = kända.map((rad) => `${rad.namn} ${valueText(rad, data.enhet.symbol)}`)
  return [`${kända.length === 1 ? 'En del' : `${kända.length} delar`}: ${formatLista(parts)}.`]
}

/** "Från budget 0,0 mnkr till utfall −91,1 mnkr.", then each step, or the largest where they are many. */
function bridgeSentences(data: Diagramdata, kända: readonly Diagramrad[]): string[] {
  const value = (rad: Diagramrad): string => valueText(rad, data.enhet.symbol)
  const nivåer = kända.filter((rad) => rad.klass === 'summa')
  const steg = kända.filter((rad) => rad.klass !== 'summa')
  const start = nivåer[0]
  const slut = nivåer.at(-1)
  const level = (rad: Diagramrad): string => `${lowerFirst(rad.namn)} ${value(rad)}`
  const störst = steg.toSorted((a, b) => Math.abs(b.värde ?? 0) - Math.abs(a.värde ?? 0))
  const visade = steg.length > 12 ? störst.slice(0, 6) : steg
  const texter = visade.map((rad) => `${rad.namn} ${value(rad)}`)
  return [
    ...(start && slut && start !== slut ? [`Från ${level(start)} till ${level(slut)}.`] : []),
    ...(steg.length === 0
      ? []
      : steg.length > visade.length
        ? [`${steg.length} steg, de största: ${formatLista(texter)}.`]
        : [`${steg.length === 1 ? 'Ett steg' : `${steg.length} steg`}: ${formatLista(texter)}.`]),
    ...judged(data.rader),
    ...(kända.length === 0 ? ['Inga värden.'] : [])
  ]
}

function targetSentence(
  mall: Diagrammall,
  { målvärde, rader }: Diagramdata,
  kända: readonly Diagramrad[]
): string[] {
  if (!målvärde) return []
  if (målvärde.nås === undefined || !kända.length) return [`Målet är ${målvärde.text}.`]
  const ids = sortPeriods([...new Set(kända.map((rad) => rad.period ?? rad.namn))])
  const when =
    isTime(mall) && rader.some((rad) => rad.period !== undefined)
      ? ` ${periodText(ids.at(-1) ?? '')}`
      : ''
  return [`Målet ${målvärde.text} nås${målvärde.nås ? '' : ' inte'}${when}.`]
}
