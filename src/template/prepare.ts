import type { Message } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import { suggest } from '../text/suggest.ts'
import * as messages from './messages.ts'

/** What a template may call and take in. */
export interface Names {
  readonly helpers: ReadonlySet<string>
  readonly partials: ReadonlySet<string>
}

export const BLOCKS: ReadonlySet<string> = new Set(['each', 'if', 'unless', 'with'])
/** Stands in the tree where a bare name could be a field as well as a helper. */
export const FIELD_OR_HELPER = 'fält-eller-hjälpare'

/**
 * Everything that can be said about a template without a view: unknown helpers and partials,
 * missing arguments, raw output. Also turns a bare name that is a helper's too into a choice
 * made when printing (a field of the view wins), since views and helpers share words like `namn`.
 */
export function prepare(
  program: hbs.AST.Program,
  names: Names,
  spanOf: (node: hbs.AST.Node) => Span,
  report: (message: Message, span: Span) => void
): void {
  const helperOf = (path: hbs.AST.Expression): string | undefined => {
    if (path.type !== 'PathExpression') return undefined
    const { parts, data, depth, original } = path as hbs.AST.PathExpression
    return !data && depth === 0 && parts.length === 1 && !/^(\.|this\b)/.test(original)
      ? parts[0]
      : undefined
  }

  function body(program: hbs.AST.Program | undefined, locals: ReadonlySet<string>): void {
    if (!program) return
    const own = program.blockParams?.length ? new Set([...locals, ...program.blockParams]) : locals
    for (const node of program.body) statement(node, own)
  }

  function statement(node: hbs.AST.Statement, locals: ReadonlySet<string>): void {
    switch (node.type) {
      case 'MustacheStatement':
        return mustache(node as hbs.AST.MustacheStatement, locals)
      case 'BlockStatement':
        return block(node as hbs.AST.BlockStatement, locals)
      case 'PartialStatement':
      case 'PartialBlockStatement':
        return partial(node as hbs.AST.PartialBlockStatement, locals)
      case 'Decorator':
      case 'DecoratorBlock':
        return report(messages.noDecorators(), spanOf(node))
    }
  }

  function mustache(node: hbs.AST.MustacheStatement, locals: ReadonlySet<string>): void {
    if (!node.escaped) report(messages.notRaw(), spanOf(node))
    const name = helperOf(node.path)
    const bare = node.params.length === 0 && !node.hash
    if (!bare) call(node, name, locals)
    else if (name !== undefined && names.helpers.has(name) && !locals.has(name)) {
      const { loc } = node.path
      node.params = [
        { type: 'StringLiteral', value: name, original: name, loc } as hbs.AST.StringLiteral
      ]
      node.path = {
        type: 'PathExpression',
        data: false,
        depth: 0,
        parts: [FIELD_OR_HELPER],
        original: FIELD_OR_HELPER,
        loc
      }
    }
  }

  function call(
    node: hbs.AST.MustacheStatement | hbs.AST.SubExpression,
    name: string | undefined,
    locals: ReadonlySet<string>
  ): void {
    if (name === undefined || locals.has(name) || !names.helpers.has(name)) {
      const word = (node.path as hbs.AST.PathExpression).original
      report(
        messages.unknownHelper(String(word), suggest(String(word), names.helpers)),
        spanOf(node.path)
      )
    }
    args(node.params, node.hash, locals)
  }

  function args(
    params: readonly hbs.AST.Expression[],
    hash: hbs.AST.Hash | undefined,
    locals: ReadonlySet<string>
  ): void {
    for (const value of [...params, ...(hash?.pairs ?? []).map((pair) => pair.value)]) {
      if (value.type !== 'SubExpression') continue
      const sub = value as hbs.AST.SubExpression
      call(sub, helperOf(sub.path), locals)
    }
  }

  function block(node: hbs.AST.BlockStatement, locals: ReadonlySet<string>): void {
    const name = node.path.original
    if (BLOCKS.has(name)) {
      if (node.params.length === 0) report(messages.missingArgument(name), spanOf(node.path))
      if (node.params.length > 1)
        report(messages.tooManyArguments(name), spanOf(node.params[1] ?? node))
    } else if (!names.helpers.has(name)) {
      const nearest = suggest(name, [...BLOCKS, ...names.helpers])
      if (node.params.length > 0 || nearest)
        report(messages.unknownHelper(name, nearest), spanOf(node.path))
      else report(messages.fieldAsBlock(name), spanOf(node.path))
    }
    args(node.params, node.hash, locals)
    body(node.program, locals)
    body(node.inverse, locals)
  }

  function partial(node: hbs.AST.PartialBlockStatement, locals: ReadonlySet<string>): void {
    const name = partialName(node)
    if (name === undefined) report(messages.noDynamicPartial(), spanOf(node.name))
    else if (name !== '@partial-block' && !names.partials.has(name))
      report(messages.unknownPartial(name, suggest(name, names.partials)), spanOf(node.name))
    args(node.params, node.hash, locals)
    body(node.program, locals)
  }

  body(program, new Set())
}

/** The name a partial is taken in by, or undefined where it is computed. */
export function partialName(node: { readonly name: hbs.AST.Node }): string | undefined {
  return node.name.type === 'PathExpression'
    ? String((node.name as hbs.AST.PathExpression).original)
    : undefined
}
