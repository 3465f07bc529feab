import type { Message } from './diagnostic.ts'
import { fel, menade } from './messages.ts'
import { formatLista } from './text/swedish.ts'

/** What can be wrong when a new report is asked for on the command line. */

export function okändEnhet(namn: string, kända: readonly string[]): Message {
  return fel(
    'enhet-finns-i-organisationen',
    `Ingen enhet passar "${namn}".`,
    menade(
      namn,
      [...kända, ...kända.map((id) => id.split('/')[1] ?? id)],
      kända.length > 0
        ? `Enheter som finns: ${formatLista(kända)}.`
        : 'Enheter beskrivs i data/<organisation>/organisation.yaml.'
    )
  )
}

export function flertydigEnhet(namn: string, träffar: readonly string[]): Message {
  return fel(
    'enhet-finns-i-organisationen',
    `"${namn}" passar flera enheter.`,
    `Skriv mer av namnet: ${formatLista(träffar, 'eller')}.`
  )
}

/** A period in another order than ours is recognised: "T1 2026", "2026/03". */
export function okändPeriodPåRaden(text: string): Message {
  const year = /(?<!\d)\d{4}(?!\d)/.exec(text)?.[0]
  const rest = year === undefined ? '' : text.replace(year, '')
  const del =
    /[TK][1-4]/i.exec(rest)?.[0]?.toUpperCase() ??
    /(?<!\d)(0?[1-9]|1[0-2])(?!\d)/.exec(rest)?.[0]?.padStart(2, '0')
  const hint =
    year === undefined
      ? 'Skriv 2026, 2026-T1 (jan–apr), 2026-T2 (jan–aug), 2026-K3 eller 2026-03.'
      : `Menade du "${year}${del === undefined ? '' : `-${del}`}"?`
  return fel('period-finns', `Okänd period "${text}".`, hint)
}

const PERIOD: Readonly<Record<string, string>> = {
  år: 'helår (2026)',
  månad: 'en månad (2026-03)',
  T1: 'första tertialet (2026-T1)',
  T2: 'andra tertialet (2026-T2)'
}

export function opassandePeriod(typ: string, period: string, tillåtna: readonly string[]): Message {
  return fel(
    'period-passar-dokumenttypen',
    `Dokumenttypen "${typ}" görs inte för ${period}.`,
    `Den görs för ${formatLista(
      tillåtna.map((p) => PERIOD[p] ?? p),
      'eller'
    )}.`
  )
}

export function saknatVal(val: string, exempel: string): Message {
  return fel('val-finns', `Valet --${val} saknas.`, `Skriv till exempel: ${exempel}`)
}
