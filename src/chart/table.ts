import { parsePeriod } from '../domain/period.ts'
import { MÅNADER, withUnit } from '../text/swedish.ts'
import { sortPeriods } from './axis.ts'
import type { Diagramdata, Diagrammall, Diagramrad, Diagramtabell } from './types.ts'

/** The chart's numbers as printed, a row for each period or name and a column for each series. */
export function tableOf(mall: Diagrammall, data: Diagramdata): Diagramtabell {
  const { rader, enhet, målvärde } = data
  const first =
    data.radrubrik ??
    {
      tidsserie: 'Period',
      perioder: 'Period',
      månader: 'Månad',
      rader: 'Namn',
      grupper: 'Namn',
      andelar: 'Del',
      brygga: 'Post'
    }[mall.data]
  const unit = enhet.symbol ? ` (${enhet.symbol})` : ''
  // Two rows may have the same name; they are two rows here too.
  if (mall.data === 'rader' || mall.data === 'andelar' || mall.data === 'brygga')
    return {
      kolumner: [first, `${data.titel}${unit}`],
      rader: [
        ...rader.map((rad) => [rad.namn, rad.text]),
        ...(målvärde ? [['Mål', målvärde.text]] : [])
      ]
    }
  const keyOf = rowKey(mall)
  const serieOf = (rad: Diagramrad): string =>
    rad.serie ??
    (mall.data === 'månader'
      ? (rad.period ?? '').slice(0, 4)
      : mall.data === 'grupper'
        ? (rad.period ?? '')
        : '')
  const keys = orderKeys(mall, [...new Set(rader.map(keyOf))])
  const serier = [...new Set(rader.map(serieOf))]
  const byKey = new Map(rader.map((rad) => [`${keyOf(rad)}\n${serieOf(rad)}`, rad.text]))
  return {
    kolumner: [first, ...serier.map((serie) => `${serie || data.titel}${unit}`)],
    rader: [
      ...keys.map((key) => [
        keyText(mall, key),
        ...serier.map((serie) => byKey.get(`${key}\n${serie}`) ?? '–')
      ]),
      ...(målvärde ? [['Mål', ...serier.map(() => målvärde.text)]] : [])
    ]
  }
}

function rowKey(mall: Diagrammall): (rad: Diagramrad) => string {
  if (mall.data === 'månader') return (rad) => (rad.period ?? '').slice(5)
  if (mall.data === 'tidsserie' || mall.data === 'perioder') return (rad) => rad.period ?? rad.namn
  return (rad) => rad.namn
}

function orderKeys(mall: Diagrammall, keys: readonly string[]): string[] {
  if (mall.data === 'månader') return keys.toSorted()
  return mall.data === 'tidsserie' || mall.data === 'perioder' ? sortPeriods(keys) : [...keys]
}

function keyText(mall: Diagrammall, key: string): string {
  if (mall.data === 'månader') return MÅNADER[Number(key) - 1] ?? key
  return periodText(key)
}

/** A period in running text: `2021`, `tertial 2 2021`, `mars 2021`; other text as it is. */
export function periodText(id: string): string {
  const period = parsePeriod(id)
  if (!period || period.slag === 'år') return id
  if (period.slag === 'månad') return `${MÅNADER[period.tillMånad - 1] ?? ''} ${period.år}`
  return `${period.slag} ${id.slice(6)} ${period.år}`
}

/** Number and unit in running text; "–" has no unit. */
export function valueText(rad: Diagramrad, symbol: string): string {
  return rad.värde === null || rad.text.endsWith(symbol) ? rad.text : withUnit(rad.text, symbol)
}
