import type { Message } from '../diagnostic.ts'
import type { Source, Span } from '../source.ts'
import * as messages from './messages.ts'
import { offsetOf, parseTemplate } from './syntax.ts'

/** `{{tal "sjukfrånvaro.utfall" decimaler=1}}` in Markdown, as data. */
export interface Uttryck {
  readonly namn: string
  readonly params: readonly Param[]
  readonly hash: Readonly<Record<string, Param>>
  readonly span: Span
}

export type Param =
  | { readonly slag: 'värde'; readonly värde: string | number | boolean; readonly span: Span }
  | { readonly slag: 'uttryck'; readonly uttryck: Uttryck; readonly span: Span }
  | { readonly slag: 'sökväg'; readonly delar: readonly string[]; readonly span: Span }

export type Uttrycksläsning =
  { readonly uttryck: Uttryck | null } | { readonly fel: Message; readonly span: Span }

/**
 * One `{{…}}` from Markdown, read by Handlebars' own parser; `offset` is where it starts in
 * `file`, so that all spans are places in that file. A comment gives null. Blocks, partials and
 * triple braces are refused: what a text can do is call a helper.
 */
export function parseUttryck(text: string, offset: number, file: string): Uttrycksläsning {
  const whole = { file, start: offset, end: offset + text.length }
  const block = /^\{\{~?[#^]\s*([^\s}~]*)/.exec(text)
  if (block) return { fel: messages.blockInText(block[1] ?? ''), span: whole }
  const parsed = parseTemplate(text)
  if ('fault' in parsed) {
    const { message, start, end } = parsed.fault
    return { fel: message, span: { file, start: offset + start, end: offset + end } }
  }
  const [statement, ...more] = parsed.program.body
  if (!statement || more.length > 0) return { fel: messages.broken(), span: whole }
  if (statement.type === 'CommentStatement') return { uttryck: null }
  if (statement.type.startsWith('Partial')) return { fel: messages.partialInText(), span: whole }
  if (statement.type !== 'MustacheStatement') return { fel: messages.broken(), span: whole }
  const mustache = statement as hbs.AST.MustacheStatement
  if (!mustache.escaped) return { fel: messages.rawInText(), span: whole }
  try {
    return { uttryck: createReader(parsed.source, offset, file).call(mustache, whole) }
  } catch (thrown) {
    if (thrown instanceof Refused) return { fel: thrown.reason, span: thrown.span }
    throw thrown
  }
}

/** Leaves the recursion with what is wrong; never leaves this module. */
class Refused extends Error {
  readonly reason: Message
  readonly span: Span
  constructor(reason: Message, span: Span) {
    super(reason.text)
    this.reason = reason
    this.span = span
  }
}

type Call = hbs.AST.MustacheStatement | hbs.AST.SubExpression

function createReader(source: Source, offset: number, file: string) {
  const spanOf = (node: hbs.AST.Node): Span => ({
    file,
    start: offset + offsetOf(source, node.loc.start),
    end: offset + offsetOf(source, node.loc.end)
  })

  function call(node: Call, span: Span): Uttryck {
    if (node.path.type !== 'PathExpression')
      throw new Refused(messages.valueAlone(), spanOf(node.path))
    const path = node.path as hbs.AST.PathExpression
    checkQuotes(path)
    // Created without prototype: a writer's hash key can be any word.
    const hash: Record<string, Param> = Object.create(null)
    for (const pair of node.hash?.pairs ?? []) hash[pair.key] = param(pair.value)
    return { namn: path.original, params: node.params.map(param), hash, span }
  }

  function param(node: hbs.AST.Expression): Param {
    const span = spanOf(node)
    switch (node.type) {
      case 'StringLiteral':
      case 'NumberLiteral':
      case 'BooleanLiteral':
        return { slag: 'värde', värde: (node as hbs.AST.StringLiteral).value, span }
      case 'SubExpression':
        return { slag: 'uttryck', uttryck: call(node as hbs.AST.SubExpression, span), span }
      case 'PathExpression':
        checkQuotes(node as hbs.AST.PathExpression)
        return { slag: 'sökväg', delar: (node as hbs.AST.PathExpression).parts, span }
      default:
        throw new Refused(
          messages.emptyValue(source.text.slice(span.start - offset, span.end - offset)),
          span
        )
    }
  }

  /** Handlebars takes ” and “ for letters, so that {{tal ”a.b”}} would name a field. */
  function checkQuotes(path: hbs.AST.PathExpression): void {
    if (/[“”„’‘]/.test(path.original)) throw new Refused(messages.curlyQuotes(), spanOf(path))
  }

  return { call }
}
