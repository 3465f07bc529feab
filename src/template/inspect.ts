import type { Message } from '../diagnostic.ts'
import type { Span } from '../source.ts'
import { suggest } from '../text/suggest.ts'
import * as messages from './messages.ts'
import { FIELD_OR_HELPER, partialName } from './prepare.ts'

/** A template as the inspector needs it. */
export interface Inspected {
  readonly program: hbs.AST.Program
  spanOf(node: hbs.AST.Node): Span
}

export interface Inspection {
  readonly templates: ReadonlyMap<string, Inspected>
  readonly helpers: ReadonlySet<string>
  report(message: Message, span: Span): void
  /** Called for each template that takes part in the printing. */
  uses(name: string): void
}

/** A value that nothing is known about: an item of an empty list, a helper's result. */
const UNKNOWN = Symbol('unknown')
type Value = unknown

interface Scope {
  /** Contexts from the innermost outwards; `../` takes one step. */
  readonly contexts: readonly Value[]
  readonly locals: ReadonlyMap<string, Value>
  /** `@name`; inner ones inherit from outer ones, the outermost from nothing. */
  readonly data: Readonly<Record<string, Value>>
  /** Will this be printed? In a branch not taken null is no fault, an unknown field still is. */
  readonly live: boolean
  readonly template: Inspected
  readonly partialBlock: { readonly program: hbs.AST.Program; readonly scope: Scope } | undefined
  readonly depth: number
}

const MAX_DEPTH = 60

/**
 * Walks a template with the view it is about to print and reports every path that leads nowhere.
 * Handlebars alone is silent in `#each`, `#if`, `#with`, arguments, partial contexts and hashes.
 * Views are complete (null where there is nothing), so an absent field is always a mistake, and
 * null or an empty text a mistake where it would be printed.
 */
export function inspect(
  name: string,
  view: object,
  data: Readonly<Record<string, unknown>>,
  inspection: Inspection
): void {
  const { templates, helpers, report, uses } = inspection
  const seen = new Set<hbs.AST.Program>()

  function body(program: hbs.AST.Program | undefined, scope: Scope): void {
    for (const node of program?.body ?? []) statement(node, scope)
  }

  function statement(node: hbs.AST.Statement, scope: Scope): void {
    if (node.type === 'MustacheStatement') mustache(node as hbs.AST.MustacheStatement, scope)
    else if (node.type === 'BlockStatement') block(node as hbs.AST.BlockStatement, scope)
    else if (node.type === 'PartialStatement' || node.type === 'PartialBlockStatement')
      partial(node as hbs.AST.PartialBlockStatement, scope)
  }

  function mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const path = node.path as hbs.AST.PathExpression
    if (path.original === FIELD_OR_HELPER) {
      const name = String((node.params[0] as hbs.AST.StringLiteral).value)
      const context = scope.contexts[0]
      if (hasField(context, name))
        printed((context as Record<string, Value>)[name], name, path, scope)
    } else if (node.params.length > 0 || node.hash) args(node.params, node.hash, scope)
    else if (path.type === 'PathExpression')
      printed(valueOf(path, scope), path.original, path, scope)
  }

  function printed(value: Value, name: string, path: hbs.AST.Node, scope: Scope): void {
    if (!scope.live || value === UNKNOWN) return
    const span = scope.template.spanOf(path)
    if (value === null || value === undefined || value === '')
      report(messages.nothingThere(name), span)
    else if (Array.isArray(value)) report(messages.notPrintable(name, 'lista'), span)
    else if (typeof value === 'object' && !('toHTML' in value))
      report(messages.notPrintable(name, 'objekt'), span)
  }

  function args(
    params: readonly hbs.AST.Expression[],
    hash: hbs.AST.Hash | undefined,
    scope: Scope
  ): Record<string, Value> {
    for (const param of params) valueOf(param, scope)
    return Object.fromEntries(
      (hash?.pairs ?? []).map((pair) => [pair.key, valueOf(pair.value, scope)])
    )
  }

  function block(node: hbs.AST.BlockStatement, scope: Scope): void {
    const name = node.path.original
    const [argument] = node.params
    if (!argument || helpers.has(name)) {
      args(node.params, node.hash, scope)
      body(node.program, { ...scope, live: false })
      return body(node.inverse, { ...scope, live: false })
    }
    const value = valueOf(argument, scope)
    args([], node.hash, scope)
    if (name === 'each') return each(node, value, scope)
    const unsure = value === UNKNOWN
    const truthy = isTruthy(value) !== (name === 'unless')
    const subject = truthy ? value : UNKNOWN
    const enter = (scope: Scope) => (name === 'with' ? inner(node.program, scope, subject) : scope)
    if (scope.live && !unsure) {
      if (truthy) body(node.program, enter(scope))
      else body(node.inverse, scope)
    }
    if (unsure || !scope.live || !truthy) notTaken(node.program, () => enter(scope))
    if (unsure || !scope.live || truthy) notTaken(node.inverse, () => scope)
  }

  /** A branch that isn't printed now is looked through once: the items of a list are alike. */
  function notTaken(program: hbs.AST.Program | undefined, scopeOf: () => Scope): void {
    if (!program || seen.has(program)) return
    seen.add(program)
    body(program, { ...scopeOf(), live: false })
  }

  function each(node: hbs.AST.BlockStatement, value: Value, scope: Scope): void {
    const entries: [Value, Value][] = Array.isArray(value)
      ? [...value.entries()]
      : value !== null && typeof value === 'object'
        ? Object.entries(value)
        : []
    const inside = (item: Value, key: Value, index: number, live: boolean): void => {
      const data: Record<string, Value> = Object.create(scope.data)
      data['index'] = index
      data['key'] = key
      data['first'] = index === 0
      data['last'] = index === entries.length - 1
      body(node.program, inner(node.program, { ...scope, data, live }, item, key))
    }
    for (const [index, [key, item]] of entries.entries()) inside(item, key, index, scope.live)
    if (entries.length === 0) inside(UNKNOWN, 0, 0, false)
    body(node.inverse, { ...scope, live: scope.live && entries.length === 0 && value !== UNKNOWN })
  }

  /** A block's inside: `this` is the value (one step deeper unless it is the same), block params are bound. */
  function inner(program: hbs.AST.Program, scope: Scope, value: Value, key?: Value): Scope {
    const [first, second] = program.blockParams ?? []
    let { locals } = scope
    if (first !== undefined) locals = new Map(locals).set(first, value)
    if (second !== undefined) locals = new Map(locals).set(second, key)
    const same = value !== UNKNOWN && value === scope.contexts[0]
    const contexts = same ? scope.contexts : [value, ...scope.contexts]
    return { ...scope, contexts, locals }
  }

  function partial(node: hbs.AST.PartialBlockStatement, scope: Scope): void {
    const [argument] = node.params
    const hash = args([], node.hash, scope)
    let context = argument ? valueOf(argument, scope) : scope.contexts[0]
    if (
      argument &&
      scope.live &&
      context !== UNKNOWN &&
      (context === null || typeof context !== 'object')
    )
      report(messages.nothingThere(original(argument)), scope.template.spanOf(argument))
    if (node.hash && context !== UNKNOWN) context = { ...(context as object), ...hash }
    const name = partialName(node) ?? ''
    if (name === '@partial-block') {
      const given = scope.partialBlock
      if (given)
        body(given.program, {
          ...given.scope,
          contexts: [context, ...given.scope.contexts.slice(1)]
        })
      return
    }
    const template = templates.get(name)
    // A branch not taken is followed only here, or a template that takes itself in would have no end.
    if (!template || !scope.live || context === UNKNOWN) return
    uses(name)
    if (scope.depth > MAX_DEPTH)
      return report(messages.endlessPartial(name), scope.template.spanOf(node))
    body(template.program, {
      ...scope,
      contexts: [context],
      locals: new Map(),
      template,
      partialBlock: node.program ? { program: node.program, scope } : undefined,
      depth: scope.depth + 1
    })
  }

  function valueOf(node: hbs.AST.Expression, scope: Scope): Value {
    if (node.type === 'SubExpression') {
      const sub = node as hbs.AST.SubExpression
      args(sub.params, sub.hash, scope)
      return UNKNOWN
    }
    if (node.type !== 'PathExpression') return (node as hbs.AST.StringLiteral).value
    const path = node as hbs.AST.PathExpression
    const [first = '', ...rest] = path.parts
    if (path.data) {
      if (first in scope.data) return follow(scope.data[first], rest, path, scope)
      report(
        messages.unknownPath(
          `@${path.parts.join('.')}`,
          `@${first}`,
          suggest(first, namesIn(scope.data)),
          []
        ),
        scope.template.spanOf(path)
      )
      return UNKNOWN
    }
    if (path.depth === 0 && scope.locals.has(first) && !/^(\.|this\b)/.test(path.original))
      return follow(scope.locals.get(first), rest, path, scope)
    if (path.depth >= scope.contexts.length) {
      report(messages.noWayUp(path.original), scope.template.spanOf(path))
      return UNKNOWN
    }
    return follow(scope.contexts[path.depth], path.parts, path, scope)
  }

  function follow(
    from: Value,
    parts: readonly string[],
    path: hbs.AST.PathExpression,
    scope: Scope
  ): Value {
    let value = from
    for (const part of parts) {
      if (value === UNKNOWN) return UNKNOWN
      if (hasField(value, part)) {
        value = (value as Record<string, Value>)[part]
        continue
      }
      const nothing = value === null || value === undefined
      if (nothing && !scope.live) return UNKNOWN
      const known =
        value !== null && typeof value === 'object' && !Array.isArray(value)
          ? Object.keys(value)
          : []
      if (nothing)
        report(
          messages.nothingThere(path.original.slice(0, -part.length - 1)),
          scope.template.spanOf(path)
        )
      else
        report(
          messages.unknownPath(path.original, part, suggest(part, known), known),
          scope.template.spanOf(path)
        )
      return UNKNOWN
    }
    return value
  }

  const template = templates.get(name)
  if (!template) throw new Error(`No such template: ${name}`)
  uses(name)
  const base: Record<string, Value> = Object.assign(Object.create(null), data, { root: view })
  body(template.program, {
    contexts: [view],
    locals: new Map(),
    data: base,
    live: true,
    template,
    partialBlock: undefined,
    depth: 0
  })
}

/** Own fields only, and the length of a list: what Handlebars reaches without prototypes. */
function hasField(value: Value, name: string): boolean {
  if (value === null || (typeof value !== 'object' && typeof value !== 'string')) return false
  return Object.hasOwn(value as object, name)
}

/** As Handlebars' `if` sees it: an empty list is false, zero too. */
function isTruthy(value: Value): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

function original(node: hbs.AST.Expression): string {
  return String((node as hbs.AST.PathExpression).original ?? '')
}

/** Every name that can be reached, inherited ones too. */
function namesIn(data: Readonly<Record<string, Value>>): string[] {
  const names: string[] = []
  for (const name in data) names.push(name)
  return names
}
