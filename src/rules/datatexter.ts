import type { Stycke } from '../markdown/prose.ts'
import type { Source } from '../source.ts'

/** Keys whose values are printed as text. */
const NYCKLAR =
  'beskrivning|fotnot|fråga|hantering|iakttagelser?|ingress|kommentar|kontrollmål|kort|kriterier|metod|motivering|namn|not|omfattning|resultat|risk|rubrik|ståndpunkt|text|titel|undertitel|åtgärd'
const RAD = new RegExp(`^( *(?:- +)?)(?:${NYCKLAR}):[ \\t]+(?=[^\\s[{&*!#])`, 'gmu')

const lästa = new WeakMap<Source, readonly Stycke[]>()

/** The texts of a YAML file that readers see, each line of them as a paragraph; read once for all rules. */
export function datatexter(source: Source): readonly Stycke[] {
  let known = lästa.get(source)
  if (!known) lästa.set(source, (known = /\.ya?ml$/i.test(source.path) ? [...read(source)] : []))
  return known
}

function* read(source: Source): Generator<Stycke> {
  const { text } = source
  for (const match of text.matchAll(RAD)) {
    const indent = match[1]?.length ?? 0
    let start = match.index + match[0].length
    const mark = /^([|>][-+\d]*[ \t]*$)|^(["'])/mu.exec(text.slice(start, lineEnd(text, start)))
    const slag = mark?.[1] ? 'block' : (mark?.[2] ?? 'plain')
    let open = true
    if (slag === 'block') start = lineEnd(text, start) + 1
    else open = yield* line(source, slag === 'plain' ? start : start + 1, slag)
    // Lines deeper in than the key go on with its text.
    let next = slag === 'block' ? start : lineEnd(text, start) + 1
    while (open && next < text.length) {
      const end = lineEnd(text, next)
      const own = text.slice(next, end)
      const inset = own.search(/\S/)
      if (inset >= 0 && inset <= indent) break
      if (inset >= 0) open = yield* line(source, next + inset, slag)
      next = end + 1
    }
  }
}

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

/** What belongs to a text of one line: before its closing quote, or before a comment. */
const EGET: Readonly<Record<string, RegExp>> = {
  "'": /^(?:''|[^'])*/,
  '"': /^(?:\\.|[^"\\])*/,
  plain: /^(?!#)(?:(?!\s#).)*/u,
  block: /^.*/u
}

/** Gives back whether the text may go on after the line. */
function* line(source: Source, start: number, slag: string): Generator<Stycke, boolean> {
  const raw = source.text.slice(start, lineEnd(source.text, start)).trimEnd()
  const own = EGET[slag]?.exec(raw)?.[0] ?? ''
  const open = own.length === raw.length
  const text = own.trimEnd()
  if (text === '') return open
  const spanOf = (a: number, b: number) => ({ file: source.path, start: start + a, end: start + b })
  yield {
    slag: 'stycke',
    text,
    span: spanOf(0, text.length),
    citat: false,
    punkt: false,
    nivå: 0,
    fotnot: undefined,
    cell: undefined,
    enkelt: true,
    siffror: /\d/.test(text),
    fotnoter: [],
    värden: [],
    slagAt: () => 'text',
    spanOf,
    // Beside these a change may end the text, or make a key or a comment of it.
    isVerbatim: (a, b) => !/[:#'"\\]/.test(text.slice(Math.max(0, a - 1), b + 1))
  }
  return open
}
