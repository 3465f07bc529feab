import { decimal, type Decimal } from '../domain/decimal.ts'

/** A number as read: its value, and how many decimals the writer gave. */
export interface Läst {
  readonly värde: Decimal
  readonly decimaler: number
}

/** Why a text isn't a number, in words for `messages.ts`. */
export type Talfel =
  | { readonly fel: 'inget tal' }
  | { readonly fel: 'flera decimaltecken' }
  | { readonly fel: 'decimaler i antal'; readonly tusental: string }
  | { readonly fel: 'blandade tusental' }

// U+2212 minus, hyphen, en dash and the no-break hyphen are all seen for minus in published tables.
const MINUS = /^[-−–‑]\s*/
// Space, no-break space, narrow no-break space and thin space stand between thousands.
const SPACES = /[ \u00a0\u202f\u2009]/

/**
 * Reads a number as Swedish writers type it: decimal comma or point, thousands with spaces, minus
 * as hyphen or U+2212. Never guesses: `4.77,3` and, for a count, `1.367` are errors.
 */
export function parseTal(text: string, options: { antal?: boolean } = {}): Läst | Talfel {
  let rest = text.trim().normalize('NFC')
  let negative = false
  if (MINUS.test(rest)) {
    negative = true
    rest = rest.replace(MINUS, '')
  } else if (rest.startsWith('+') || rest.startsWith('±')) rest = rest.slice(1).trim()
  if (!/^\d[\d\s.,]*$/.test(rest)) return { fel: 'inget tal' }
  const marks = rest.match(/[.,]/g)?.length ?? 0
  if (marks > 1) return { fel: 'flera decimaltecken' }
  const [whole = '', fraction] = rest.split(/[.,]/)
  if (fraction !== undefined && !/^\d+$/.test(fraction)) return { fel: 'inget tal' }
  if (SPACES.test(whole)) {
    const groups = whole.split(SPACES)
    const [first = '', ...others] = groups
    if (first.length > 3 || !first || others.some((group) => group.length !== 3))
      return { fel: 'blandade tusental' }
  } else if (/\s/.test(whole)) return { fel: 'inget tal' }
  const digits = whole.replace(/\s/g, '')
  if (options.antal && fraction !== undefined)
    return { fel: 'decimaler i antal', tusental: `${whole} ${fraction}` }
  const värde = decimal(`${negative ? '-' : ''}${digits}${fraction ? `.${fraction}` : ''}`)
  return { värde: värde.eq(0) ? decimal(0) : värde, decimaler: fraction?.length ?? 0 }
}
