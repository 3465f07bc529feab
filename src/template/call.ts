import { intetTal, okändHjälpare, utanCitattecken } from './argument-messages.ts'
import { checkAnrop, type Anrop, type Argument } from './arguments.ts'
import { blocken } from './blocks/index.ts'
import type { Miljö } from './environment.ts'
import { GER } from './helper-words.ts'
import type { HjälparVy } from './views.ts'
import { Html } from './figure.ts'
import { hjälpare } from './helpers.ts'
import type { Param, Uttryck } from './uttryck.ts'

/** Names that writers can call, for hints. */
export const HJÄLPARNAMN: readonly string[] = [
  ...Object.keys(hjälpare),
  ...Object.keys(blocken)
].toSorted((a, b) => a.localeCompare(b, 'sv'))

const SLAG = { text: 'text', tal: 'heltal', ja: 'ja eller nej', lista: 'text, med komma mellan' }

/** Every helper and block with what it takes, for the handbook. */
export function hjälparna(): HjälparVy[] {
  return HJÄLPARNAMN.map((namn) => {
    const block = blocken[namn]
    const {
      params,
      fler,
      frivilliga = 0,
      hash
    } = (hjälpare[namn] ?? block)?.signatur ?? {
      params: [],
      hash: {}
    }
    return {
      namn,
      block: block !== undefined,
      ger: GER[namn] ?? '',
      tar: params.map((om, i) => {
        const last = i === params.length - 1
        const words = i >= params.length - frivilliga ? `${om} (kan utelämnas)` : om
        return last && fler ? `${words}, och fler` : words
      }),
      val: Object.entries(hash).map(([name, slag]) => ({ namn: name, slag: SLAG[slag] }))
    }
  })
}

/** A call's literal arguments, for what must be known before anything is computed (ids, numbers). */
export function readAnrop(uttryck: Uttryck): Anrop {
  const literal = (param: Param): Argument[] =>
    param.slag === 'värde' ? [{ värde: param.värde, span: param.span }] : []
  return {
    namn: uttryck.namn,
    params: uttryck.params.flatMap(literal),
    hash: new Map(
      Object.entries(uttryck.hash).flatMap(([namn, param]) =>
        literal(param).map((argument) => [namn, argument] as const)
      )
    ),
    span: uttryck.span
  }
}

/** Calls the helper or block that an expression in Markdown names; faults are reported, giving undefined. */
export function evaluateUttryck(
  uttryck: Uttryck,
  miljö: Miljö
): { html: string; block: boolean } | undefined {
  const anrop = evaluateArguments(uttryck, miljö)
  return anrop && call(anrop, miljö)
}

/** Calls by name, with arguments that are already values. */
export function call(anrop: Anrop, miljö: Miljö): { html: string; block: boolean } | undefined {
  const helper = hjälpare[anrop.namn]
  if (helper) {
    if (!checkAnrop(anrop, helper.signatur, miljö)) return undefined
    const html = helper.run(anrop, miljö)
    return html && { html: html.toHTML(), block: false }
  }
  const block = blocken[anrop.namn]
  if (!block) {
    miljö.diagnostics.add(okändHjälpare(anrop.namn, HJÄLPARNAMN), nameSpan(anrop))
    return undefined
  }
  if (!checkAnrop(anrop, block.signatur, miljö)) return undefined
  const html = block.run(anrop, miljö)
  return html === undefined ? undefined : { html: html.trim(), block: true }
}

/** The name inside `{{ … }}`, so that the marks stand under it alone. */
function nameSpan({ span, namn }: Anrop): Anrop['span'] {
  return span && { file: span.file, start: span.start + 2, end: span.start + 2 + namn.length }
}

function evaluateArguments(uttryck: Uttryck, miljö: Miljö): Anrop | undefined {
  const evaluated = (param: Param): Argument | undefined => {
    if (param.slag === 'värde') return { värde: param.värde, span: param.span }
    if (param.slag === 'sökväg') {
      miljö.diagnostics.add(utanCitattecken(param.delar.join('.')), param.span)
      return undefined
    }
    const inner = evaluateArguments(param.uttryck, miljö)
    const helper = hjälpare[param.uttryck.namn]
    if (!inner) return undefined
    if (!helper?.compute) {
      miljö.diagnostics.add(
        helper || blocken[param.uttryck.namn]
          ? intetTal(param.uttryck.namn)
          : okändHjälpare(param.uttryck.namn, HJÄLPARNAMN),
        param.span
      )
      return undefined
    }
    if (!checkAnrop(inner, helper.signatur, miljö)) return undefined
    const tal = helper.compute(inner, miljö)
    return tal && { värde: tal, span: param.span }
  }
  const params = uttryck.params.map(evaluated)
  const hash = Object.entries(uttryck.hash).map(
    ([namn, param]) => [namn, evaluated(param)] as const
  )
  if (params.includes(undefined) || hash.some(([, argument]) => argument === undefined))
    return undefined
  return {
    namn: uttryck.namn,
    params: params as Argument[],
    hash: new Map(hash as [string, Argument][]),
    span: uttryck.span
  }
}

interface Options {
  readonly hash: Readonly<Record<string, string | number | boolean>>
  readonly data: { readonly miljö?: Miljö }
}

/** The same helpers for Handlebars templates; the report comes as `@miljö`. */
export const mallhjälpare: Readonly<Record<string, (...args: never[]) => unknown>> =
  Object.fromEntries(
    HJÄLPARNAMN.map((namn) => [
      namn,
      (...args: unknown[]) => {
        const options = args.pop() as Options
        const { miljö } = options.data
        if (!miljö) throw new Error(`The helper ${namn} was called outside a report`)
        const argument = (värde: unknown): Argument => ({ värde: värde as string, span: undefined })
        const result = call(
          {
            namn,
            params: args.map(argument),
            hash: new Map(
              Object.entries(options.hash).map(([key, värde]) => [key, argument(värde)])
            ),
            span: undefined
          },
          miljö
        )
        return result ? new Html(result.html) : ''
      }
    ])
  )
