import type { Message } from '../diagnostic.ts'
import * as messages from './theme-messages.ts'
import type { LogotypVy } from './views.ts'

/** A logotype as it was read: for white ground, and for coloured if there is one. */
export interface Logotyp {
  readonly src: string
  readonly negativ: string | null
  readonly alt: string
}

/** Which of the two stands where: in dark mode white ground is dark, and colour stays. */
export function logotypVy(
  { src, negativ, alt }: Logotyp,
  omslag: 'fylld' | 'delad' | 'ljus'
): { readonly omslag: LogotypVy; readonly papper: LogotypVy } {
  const papper = { src, mörk: negativ, platta: false, alt }
  const färgad = { src: negativ ?? src, mörk: null, platta: negativ === null, alt }
  return { omslag: omslag === 'ljus' ? papper : färgad, papper }
}

/** A logotype takes its place on every cover: more than this is a picture that wasn't made for it. */
export const STÖRSTA_LOGOTYP = 200_000

/** What an SVG may not hold: what runs, what fetches, what the PDF can't show as it should. */
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['skript', /<script\b|\son\w+\s*=|javascript:/i],
  [
    'en hänvisning till en annan fil',
    /(?:href|src)\s*=\s*["']\s*(?!#|data:image\/)[^"'\s]|@import|url\(\s*["']?(?!#|data:)[^)\s]/i
  ],
  ['främmande innehåll', /<foreignObject\b|<!ENTITY|<iframe\b/i],
  ['text', /<text\b/i],
  ['ett filter eller en mask', /<filter\b|<mask\b/i],
  ['rörelse', /<(?:animate\w*|set)\b/i]
]

/** A logotype as an address for `<img>`, or what is wrong with it. */
export function readLogo(
  fil: string,
  bytes: Uint8Array
): { readonly src: string } | { readonly fel: Message } {
  if (bytes.length > STÖRSTA_LOGOTYP)
    return { fel: messages.logotypFörStor(fil, bytes.length, STÖRSTA_LOGOTYP) }
  if (/\.png$/i.test(fil)) {
    const signature = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
    return signature === '\u0089PNG\r\n\u001a\n'
      ? { src: address('image/png', bytes) }
      : { fel: messages.logotypGårInteAttLäsa(fil, 'PNG') }
  }
  if (!/\.svg$/i.test(fil)) return { fel: messages.logotypFelSlag(fil) }
  const text = new TextDecoder().decode(bytes)
  const root = /<svg\b[^>]*>/i.exec(text)?.[0]
  if (root === undefined) return { fel: messages.logotypGårInteAttLäsa(fil, 'SVG') }
  for (const [what, pattern] of FORBIDDEN) {
    const found = pattern.exec(text)
    if (found)
      return {
        fel: messages.logotypMedOtillåtet(fil, what, text.slice(0, found.index).split('\n').length)
      }
  }
  if (!/\bviewBox\s*=/.test(root)) return { fel: messages.logotypUtanMått(fil) }
  return { src: address('image/svg+xml', bytes) }
}

function address(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}
