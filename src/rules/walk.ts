import type { Stycke } from '../markdown/prose.ts'
import type { Span } from '../source.ts'
import { readTexttal, type Texttal } from './numbers.ts'
import type { Avsnittstext, Rapportsubject } from './rule.ts'
import { sentencesOf, wordsOf, type Ord } from './words.ts'

/** Every paragraph of a report with its section. */
export function* styckena(
  subject: Rapportsubject
): Generator<{ stycke: Stycke; avsnitt: Avsnittstext }> {
  for (const avsnitt of subject.avsnitt)
    for (const stycke of avsnitt.stycken) yield { stycke, avsnitt }
}

/** A pattern's hits in the writer's own words: not in code, and not wholly in what a helper printed. */
export function* hits(
  stycke: Stycke,
  pattern: RegExp
): Generator<{ match: RegExpExecArray; span: Span }> {
  for (const match of stycke.text.matchAll(pattern)) {
    const end = match.index + match[0].length
    if (stycke.enkelt) {
      yield { match, span: stycke.spanOf(match.index, end) }
      continue
    }
    let own = false
    let code = false
    for (let at = match.index; at < end; at++) {
      const slag = stycke.slagAt(at)
      own ||= slag === 'text' || slag === 'länk'
      code ||= slag === 'kod' || slag === 'bild'
    }
    if (own && !code) yield { match, span: stycke.spanOf(match.index, end) }
  }
}

/** The same for patterns that hold a digit: paragraphs without any are passed by. */
export function digitHits(stycke: Stycke, pattern: RegExp): ReturnType<typeof hits> {
  return hits(stycke, stycke.siffror ? pattern : NOTHING)
}
const NOTHING = /(?!)/g

/** A change of the writer's text, where all of it is text as written; none where a helper is touched. */
export function change(
  stycke: Stycke,
  start: number,
  end: number,
  text: string
): { fix: { span: Span; text: string }[] } | Record<never, never> {
  for (let at = start; at < end; at++) if (stycke.slagAt(at) !== 'text') return {}
  // A tag between two words isn't seen in the text, and is not to be taken away with one of them.
  if (!stycke.isVerbatim(start, end)) return {}
  return { fix: [{ span: stycke.spanOf(start, end), text }] }
}

interface Läst {
  talen?: readonly Texttal[]
  orden?: readonly Ord[]
  meningar?: readonly { readonly start: number; readonly end: number }[]
}
const lästa = new WeakMap<Stycke, Läst>()
function lästFor(stycke: Stycke): Läst {
  const known = lästa.get(stycke) ?? {}
  lästa.set(stycke, known)
  return known
}

/** A paragraph's numbers, read once for all rules. */
export const talenIn = (stycke: Stycke): readonly Texttal[] =>
  (lästFor(stycke).talen ??= readTexttal(stycke.text))

/** A paragraph's words, read once for all rules. */
export const ordenIn = (stycke: Stycke): readonly Ord[] =>
  (lästFor(stycke).orden ??= wordsOf(stycke.text))

/** A paragraph's sentences, read once for all rules. */
export const meningarIn = (stycke: Stycke): NonNullable<Läst['meningar']> =>
  (lästFor(stycke).meningar ??= sentencesOf(stycke.text))
