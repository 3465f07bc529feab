import Handlebars from 'handlebars'
import type { Message } from '../diagnostic.ts'
import { createSource, type Source } from '../source.ts'
import * as messages from './messages.ts'

/** What is wrong and where, as offsets into the parsed text. */
export interface SyntaxFault {
  readonly message: Message
  readonly start: number
  readonly end: number
}

export type Parsed =
  { readonly program: hbs.AST.Program; readonly source: Source } | { readonly fault: SyntaxFault }

/**
 * Handlebars' own parser with faults that have a place. Its parse errors carry the line only
 * inside the text, so blocks are first checked by a scan of ours, and the rest is located by
 * the piece of template that the message quotes.
 */
export function parseTemplate(text: string): Parsed {
  const fault = scanBlocks(text)
  if (fault) return { fault }
  try {
    return {
      program: Handlebars.parse(text),
      source: createSource('', text)
    }
  } catch (thrown) {
    return { fault: adapt(text, thrown) }
  }
}

/** Offset of a place that Handlebars gives as line (from 1) and column (from 0). */
export function offsetOf(source: Source, place: hbs.AST.Position): number {
  return (source.lineStarts[place.line - 1] ?? source.text.length) + place.column
}

const TAG =
  /\{\{!--[\s\S]*?--~?\}\}|\{\{![^}]*\}\}|\{\{~?(#>|#\*?|\/|\^|else\b)\s*([^\s}~|(]*)[^}]*\}\}/g

function scanBlocks(text: string): SyntaxFault | undefined {
  const open: { name: string; start: number; end: number }[] = []
  for (const match of text.matchAll(TAG)) {
    const [whole, sign, name = ''] = match
    if (sign === undefined) continue
    const place = { start: match.index, end: match.index + whole.length }
    const last = open.at(-1)
    if (sign === '/') {
      if (!last) return { message: messages.nothingToClose(name), ...place }
      if (last.name !== name)
        return { message: messages.blockClosedByOther(last.name, name), ...place }
      open.pop()
    } else if (sign === 'else' || (sign === '^' && name === '')) {
      if (!last) return { message: messages.elseOutside(), ...place }
    } else open.push({ name, ...place })
  }
  const left = open.at(-1)
  return left && { message: messages.blockNotClosed(left.name), start: left.start, end: left.end }
}

/** From jison's text: "Parse error on line 2:\n…{{foo bar=}}\n------^\nExpecting …, got 'CLOSE'". */
function adapt(text: string, thrown: unknown): SyntaxFault {
  const [, line = '1', quoted = '', arrow = '', got = ''] =
    /^Parse error on line (\d+):\n(.*)\n(-*\^)\n[\s\S]*got '(\w+)'/.exec(
      String((thrown as Error).message)
    ) ?? []
  const at = locate(text, Number(line), quoted, arrow.length - 1)
  const open = text.lastIndexOf('{{', at)
  const inside = open >= 0 && !text.slice(open, at).includes('}}')
  const close = inside ? text.indexOf('}}', at) : -1
  const rest = text.slice(at, close < 0 ? undefined : close)
  const place = { start: at, end: Math.min(at + 1, text.length) }
  if (got === 'INVALID') {
    const start = at - (/-?\d*$/.exec(text.slice(0, at))?.[0].length ?? 0)
    const number = /^-?\d+,\d+/.exec(text.slice(start))?.[0]
    if (number) return { message: messages.decimalComma(number), start, end: start + number.length }
    if (/^["']/.test(rest)) return { message: messages.quoteNotClosed(), ...place }
    if (close < 0 && inside) return { message: messages.notClosed(), start: open, end: open + 2 }
    return { message: messages.unexpected([...rest][0] ?? ''), ...place }
  }
  if (got === 'CLOSE' || got === 'CLOSE_UNESCAPED' || got === 'EQUALS' || got === 'CLOSE_SEXPR') {
    return { message: messages.incomplete(), start: open < 0 ? at : open, end: at + 2 }
  }
  if (got === 'EOF' && inside) return { message: messages.notClosed(), start: open, end: open + 2 }
  return { message: messages.broken(), ...place }
}

/** The offset that the caret points at: jison quotes up to 20 characters on each side, newlines removed. */
function locate(text: string, line: number, quoted: string, caret: number): number {
  const before = quoted.slice(0, caret).replace(/^\.\.\./, '')
  const after = quoted.slice(caret).replace(/\.\.\.$/, '')
  const lineStart = createSource('', text).lineStarts[line - 1] ?? 0
  const candidates: number[] = []
  for (let at = 0; at <= text.length; at++) {
    if (
      !text
        .slice(at, at + 60)
        .replace(/\n/g, '')
        .startsWith(after)
    )
      continue
    if (
      !text
        .slice(Math.max(0, at - 60), at)
        .replace(/\n/g, '')
        .endsWith(before)
    )
      continue
    candidates.push(at)
  }
  return (
    candidates.toSorted((a, b) => Math.abs(a - lineStart) - Math.abs(b - lineStart))[0] ?? lineStart
  )
}
