import * as messages from '../messages.ts'
import {
  felArgument,
  förMångaArgument,
  okäntArgument,
  saknatArgument
} from './argument-messages.ts'
import type { Span } from '../source.ts'
import type { Tal } from '../domain/tal.ts'
import { report, type Miljö } from './environment.ts'

/** What an argument may be; `lista` is text with commas. */
export type Slag = 'text' | 'tal' | 'ja' | 'lista'

/** A helper's argument as it arrived: a literal, or the figure that a nested helper gave. */
export interface Argument {
  readonly värde: string | number | boolean | Tal
  readonly span: Span | undefined
}

/** A call of a helper, from Markdown or a template. */
export interface Anrop {
  readonly namn: string
  readonly params: readonly Argument[]
  readonly hash: ReadonlyMap<string, Argument>
  readonly span: Span | undefined
}

export interface Signatur {
  /** What the positional arguments are, in words, for the message when one is missing. */
  readonly params: readonly string[]
  /** More positional arguments may follow. */
  readonly fler?: boolean
  /** The last ones may be left out. */
  readonly frivilliga?: number
  readonly hash: Readonly<Record<string, Slag>>
}

/** A call held against its signature: every argument of its kind, faults reported. */
export function checkAnrop(anrop: Anrop, signatur: Signatur, miljö: Miljö): boolean {
  let ok = true
  const fault = (message: messages.Meddelande, span: Span | undefined) => {
    report(miljö, message, span ?? anrop.span)
    ok = false
  }
  const required = signatur.params.length - (signatur.frivilliga ?? 0)
  if (anrop.params.length < required)
    fault(
      saknatArgument(anrop.namn, signatur.params[anrop.params.length] ?? 'ett argument'),
      anrop.span
    )
  if (!signatur.fler && anrop.params.length > signatur.params.length)
    fault(
      förMångaArgument(anrop.namn, signatur.params.length),
      anrop.params[signatur.params.length]?.span
    )
  for (const [namn, { värde, span }] of anrop.hash) {
    const slag = signatur.hash[namn]
    if (!slag)
      fault(okäntArgument(anrop.namn, namn, Object.keys(signatur.hash)), keySpan(namn, span))
    else if (!fits(värde, slag)) fault(felArgument(anrop.namn, namn, EXPECTED[slag]), span)
  }
  return ok
}

/** The name before `=`: what is wrong is the name, not its value. */
function keySpan(namn: string, span: Span | undefined): Span | undefined {
  if (!span) return undefined
  const end = span.start - 1
  return { file: span.file, start: end - namn.length, end }
}

const EXPECTED: Readonly<Record<Slag, string>> = {
  text: 'en text inom citattecken',
  tal: 'ett heltal',
  ja: '"ja" eller "nej"',
  lista: 'en text inom citattecken, med komma mellan delarna'
}

function fits(värde: Argument['värde'], slag: Slag): boolean {
  if (slag === 'text' || slag === 'lista')
    return typeof värde === 'string' || typeof värde === 'number'
  if (slag === 'tal') return typeof värde === 'number' && Number.isInteger(värde) && värde >= 0
  return typeof värde === 'boolean' || värde === 'ja' || värde === 'nej'
}

export function textArg(anrop: Anrop, namn: string): string | undefined {
  const värde = anrop.hash.get(namn)?.värde
  return värde === undefined ? undefined : String(värde)
}

export function numberArg(anrop: Anrop, namn: string): number | undefined {
  const värde = anrop.hash.get(namn)?.värde
  return typeof värde === 'number' ? värde : undefined
}

export function flagArg(anrop: Anrop, namn: string, annars = false): boolean {
  const värde = anrop.hash.get(namn)?.värde
  return värde === undefined ? annars : värde === true || värde === 'ja'
}

export function listArg(anrop: Anrop, namn: string): string[] {
  return (textArg(anrop, namn) ?? '')
    .split(',')
    .map((del) => del.trim())
    .filter((del) => del !== '')
}
