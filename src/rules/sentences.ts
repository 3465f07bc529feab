import { decimal, round, tiopotens, ZERO, type Decimal } from '../domain/decimal.ts'
import { måttenhet } from '../domain/mattenhet.ts'
import type { Stycke } from '../markdown/prose.ts'
import type { Span } from '../source.ts'
import { formatDecimal, withUnit } from '../text/swedish.ts'
import { inBase, unitGroup } from './figures.ts'
import type { Texttal } from './numbers.ts'
import type { Rapportsubject } from './rule.ts'
import { meningarIn, styckena, talenIn } from './walk.ts'

/** A sentence with all its numbers, typed and printed by helpers, for holding them against each other. */
export interface Talmening {
  readonly stycke: Stycke
  readonly start: number
  readonly end: number
  readonly text: string
  readonly talen: readonly Texttal[]
}

const known = new WeakMap<Rapportsubject, readonly Talmening[]>()

/** Every sentence of the report's own text that has two numbers or more. Read once for all rules. */
export function numberSentences(subject: Rapportsubject): readonly Talmening[] {
  const found = known.get(subject) ?? [...read(subject)]
  known.set(subject, found)
  return found
}

function* read(subject: Rapportsubject): Generator<Talmening> {
  for (const { stycke } of styckena(subject)) {
    if (stycke.citat || stycke.slag === 'rubrik' || stycke.cell) continue
    const talen = talenIn(stycke)
    if (talen.length < 2) continue
    for (const { start, end } of meningarIn(stycke)) {
      const own = talen.filter((tal) => tal.start >= start && tal.end <= end)
      if (own.length >= 2)
        yield { stycke, start, end, text: stycke.text.slice(start, end), talen: own }
    }
  }
}

/** Whether a writer has typed the number, rather than a helper printed it. */
export const isTyped = (stycke: Stycke, tal: Texttal): boolean =>
  stycke.slagAt(tal.start) === 'text'

export const between = ({ stycke }: Talmening, a: Texttal, b: Texttal): string =>
  stycke.text.slice(a.slut, b.från)
export const before = ({ stycke, start }: Talmening, tal: Texttal): string =>
  stycke.text.slice(start, tal.från)
export const after = ({ stycke, end }: Talmening, tal: Texttal): string =>
  stycke.text.slice(tal.slut, end)
export const spanOf = ({ stycke }: Talmening, tal: Texttal): Span =>
  stycke.spanOf(tal.start, tal.slut)

/** Numbers that can be added or compared: amounts in any scale, things counted. */
export const sameKind = (a: Texttal, b: Texttal): boolean =>
  unitGroup(a.enhet) === unitGroup(b.enhet)

export const baseOf = (tal: Texttal): Decimal => inBase(tal.värde, tal.enhet)

/** Half a unit of the last place shown, in the base unit; nothing for counted things, a tenth after "ca". */
export function slackOf(tal: Texttal): Decimal {
  if (tal.närmevärde) return inBase(tal.värde.abs().times('0.1'), tal.enhet)
  if (isCounted(tal)) return ZERO
  return inBase(tiopotens(-tal.decimaler).times('0.5'), tal.enhet)
}

const RÄKNAT = new Set(['st', 'antal', 'personer', 'årsarbetare'])
/** Things and people, which nobody rounds unless they say so; a round thousand is round. */
export const isCounted = ({ enhet, decimaler, värde }: Texttal): boolean =>
  decimaler === 0 &&
  (enhet === undefined || RÄKNAT.has(enhet)) &&
  !(värde.abs().gte(1000) && värde.mod(100).eq(0))

const isAtLeast = ({ närmevärde }: Texttal): boolean =>
  närmevärde === 'drygt' || närmevärde === 'minst'
const isAtMost = ({ närmevärde }: Texttal): boolean =>
  närmevärde === 'knappt' || närmevärde === 'högst'

export type Dom = 'lika' | 'avrundning' | 'fel'

/** A number against what others give, both in the base unit; `slack`: how far the others' rounding moves it. */
export function judge(tal: Texttal, computed: Decimal, slack: Decimal): Dom {
  const unit = inBase(decimal(1), tal.enhet)
  const own = computed.div(unit).abs()
  const written = tal.värde.abs()
  if (round(own, tal.decimaler).eq(written)) return 'lika'
  const off = own.minus(written)
  if (isAtLeast(tal) && off.gte(0) && off.lte(written.times('0.12'))) return 'lika'
  if (isAtMost(tal) && off.lte(0) && off.abs().lte(written.times('0.12'))) return 'lika'
  if (tal.närmevärde === 'ca' && off.abs().lte(written.times('0.12'))) return 'lika'
  const half = isCounted(tal) ? ZERO : tiopotens(-tal.decimaler).times('0.5')
  return off.abs().lte(slack.div(unit).plus(half)) ? 'avrundning' : 'fel'
}

/** A computed value in the manner of a number in the text: its unit and as many decimals. */
export function like(tal: Texttal, computed: Decimal, decimaler = tal.decimaler): string {
  const unit = inBase(decimal(1), tal.enhet)
  const symbol = tal.enhet === undefined ? '' : (måttenhet(tal.enhet)?.symbol ?? '')
  return withUnit(formatDecimal(computed.div(unit).abs(), decimaler), symbol)
}

/** The number as it stands, with its unit. */
export const said = ({ stycke }: Talmening, tal: Texttal): string =>
  stycke.text.slice(tal.start, tal.slut).trim()
