import { måttenhet } from '../domain/mattenhet.ts'
import type { Modell } from '../domain/modell.ts'
import { spansOf } from '../domain/tal.ts'
import { formatDecimal, NBSP, withUnit } from '../text/swedish.ts'
import { saidMått, type Siffra } from './figures.ts'
import type { Påstående } from './claims.ts'
import type { Span } from '../source.ts'
import { latin } from '../text/letters.ts'

/** The helper that prints a figure the way the writer has typed it: unit, decimals, sign and "ca". */
export function callFor({ tal, stycke }: Påstående, siffra: Siffra): string {
  const { enhet, decimaler } = siffra.tal
  const args: string[] = []
  if (siffra.slag === 'mål') return `{{${siffra.anrop}}}`
  const typed = stycke.text.slice(tal.end, tal.slut).trim()
  const mål = tal.enhet === undefined ? undefined : måttenhet(tal.enhet)
  if (typed === '' && enhet.symbol !== '') args.push('enhet=""')
  else if (mål && mål.id !== enhet.id && mål.skala) args.push(`enhet="${mål.id}"`)
  const scaled = mål?.skala && mål.id !== enhet.id ? 1 : decimaler
  if (tal.decimaler !== scaled) args.push(`decimaler=${tal.decimaler}`)
  if (latin(/^\p{L}{5,}/u).test(typed) && typed.toLowerCase() === enhet.ord) args.push('ord=true')
  if (siffra.slag === 'förändring') {
    if (tal.tecken !== '+' && siffra.tal.värde.gt(0)) args.push('tecken=false')
  } else if (tal.tecken === '+') args.push('tecken=true')
  if (tal.tecken === undefined && siffra.tal.värde.lt(0)) args.push('belopp=true')
  if (tal.närmevärde === 'ca') args.push('ca=true')
  return `{{${[siffra.anrop, ...args].join(' ')}}}`
}

/** Whether the call would print just what stands there, so that it can take its place unasked. */
export function printsAlike({ tal, stycke }: Påstående, siffra: Siffra): boolean {
  if (siffra.slag !== 'nivå' || tal.ord || (tal.närmevärde && tal.närmevärde !== 'ca')) return false
  const { enhet, värde } = siffra.tal
  const mål = tal.enhet === undefined ? enhet : (måttenhet(tal.enhet) ?? enhet)
  if (mål.id !== enhet.id && !(mål.skala && enhet.skala)) return false
  const typed = stycke.text.slice(tal.från, tal.slut)
  const size = tal.tecken === '-' ? värde : värde.abs()
  const shift = (enhet.skala?.faktor ?? 0) - (mål.skala?.faktor ?? 0)
  const scaled = shift === 0 ? size : size.times(`1e${shift}`)
  const number = formatDecimal(scaled, tal.decimaler, { tecken: tal.tecken === '+' })
  const ca = tal.närmevärde === 'ca' ? `ca${NBSP}` : ''
  const bare = stycke.text.slice(tal.end, tal.slut).trim() === ''
  const forms = bare ? [number] : [withUnit(number, mål.symbol), withUnit(number, mål.ord)]
  const plain = (text: string) =>
    text
      .replace(/[\s\u00a0\u202f]+/g, ' ')
      .replace(/[-‑–]/g, '−')
      .replace(/ (?=%)/, '')
      .trim()
  return forms.some((form) => plain(ca + form) === plain(typed))
}

/** "Sjukfrånvaro, utfall 2017: 6,03 %", for a message. */
export function describe(siffra: Siffra, modell: Modell): string {
  const { tal, ämne, slag, mått } = siffra
  const value = withUnit(formatDecimal(tal.värde, tal.decimaler), tal.enhet.symbol)
  const vad =
    slag === 'förändring'
      ? `förändring mot föregående år`
      : slag === 'mål'
        ? `målvärde ${tal.period}`
        : `${saidMått(modell, mått)} ${tal.period}`
  return `${ämne.namn}, ${vad}: ${value}`
}

/** Where in data the figure comes from. */
export const placesOf = (siffra: Siffra): Span[] => spansOf(siffra.tal).slice(0, 2)

/** The number with "ca" and unit, as typed. */
export const typed = ({ tal, stycke }: Påstående): string =>
  stycke.text.slice(tal.start, tal.slut).trim()
