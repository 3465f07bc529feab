import { decimal, type Decimal } from './decimal.ts'

/** A formula as a tree. Offsets are into the formula's own text. */
export type Formelträd =
  | {
      readonly slag: 'tal'
      readonly värde: Decimal
      readonly procent: boolean
      readonly start: number
      readonly end: number
    }
  | {
      readonly slag: 'ref'
      readonly ref: string
      readonly period: string | undefined
      readonly start: number
      readonly end: number
    }
  | {
      readonly slag: 'minus'
      readonly led: Formelträd
      readonly start: number
      readonly end: number
    }
  | {
      readonly slag: '+' | '-' | '*' | '/'
      readonly vänster: Formelträd
      readonly höger: Formelträd
      readonly start: number
      readonly end: number
    }

/** What is wrong with a formula's text, and where in it. */
export interface Formelfel {
  readonly fel: string
  readonly start: number
  readonly end: number
}

interface Token {
  readonly slag: 'tal' | 'ref' | 'tecken' | 'slut'
  readonly text: string
  readonly start: number
  readonly end: number
}

const NUMBER = /\d[\d\u00a0]*(?:[.,]\d+)?(?![\p{L}\d.-]*\p{L})(?:\s?%)?/uy
const NAME =
  /(?:[\p{L}\d]+(?:-[\p{L}\d]+)*\/)?[\p{L}\d](?:[\p{L}\d]|-(?=[\p{L}\d]))*(?:\.[\p{L}\d](?:[\p{L}\d]|-(?=[\p{L}\d]))*)*(?:\[[^\]]*\])?/uy

/**
 * Reads `upparbetat - beslut`, `a.utfall / (b.utfall[2020] + 1,5)`: names, numbers with decimal
 * comma, `5,8 %`, + - * / and parentheses. A hyphen inside a name belongs to it, so operators
 * need spaces round them; × · ÷ − are read as well.
 */
export function parseFormel(text: string): Formelträd | Formelfel {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const char = text[at] ?? ''
    if (/\s/.test(char)) {
      at++
      continue
    }
    NUMBER.lastIndex = at
    const number = NUMBER.exec(text)
    if (number) {
      tokens.push({ slag: 'tal', text: number[0], start: at, end: NUMBER.lastIndex })
      at = NUMBER.lastIndex
      continue
    }
    NAME.lastIndex = at
    const name = NAME.exec(text)
    if (name) {
      tokens.push({ slag: 'ref', text: name[0], start: at, end: NAME.lastIndex })
      at = NAME.lastIndex
      continue
    }
    const operator = { '−': '-', '–': '-', '×': '*', '·': '*', '÷': '/' }[char] ?? char
    if (!'+-*/()'.includes(operator))
      return { fel: `Tecknet "${char}" kan inte stå i en formel`, start: at, end: at + 1 }
    tokens.push({ slag: 'tecken', text: operator, start: at, end: at + 1 })
    at++
  }
  const slut: Token = { slag: 'slut', text: '', start: text.length, end: text.length }
  let i = 0
  const peek = (): Token => tokens[i] ?? slut
  const next = (): Token => tokens[i++] ?? slut

  try {
    const tree = parseSum()
    const rest = peek()
    if (rest.slag !== 'slut')
      throw {
        fel: `Väntade en räkneoperator före "${rest.text}"`,
        start: rest.start,
        end: rest.end
      }
    return tree
  } catch (fel) {
    if (fel instanceof Error) throw fel
    return fel as Formelfel
  }

  function parseSum(): Formelträd {
    let vänster = parseProduct()
    for (let token = peek(); token.text === '+' || token.text === '-'; token = peek()) {
      next()
      const höger = parseProduct()
      vänster = { slag: token.text, vänster, höger, start: vänster.start, end: höger.end }
    }
    return vänster
  }

  function parseProduct(): Formelträd {
    let vänster = parseFactor()
    for (let token = peek(); token.text === '*' || token.text === '/'; token = peek()) {
      next()
      const höger = parseFactor()
      vänster = { slag: token.text, vänster, höger, start: vänster.start, end: höger.end }
    }
    return vänster
  }

  function parseFactor(): Formelträd {
    const token = next()
    if (token.slag === 'tal') {
      const procent = token.text.endsWith('%')
      const digits = token.text.replace(/[\s\u00a0%]/g, '').replace(',', '.')
      return { slag: 'tal', värde: decimal(digits), procent, start: token.start, end: token.end }
    }
    if (token.slag === 'ref') {
      const open = token.text.indexOf('[')
      return {
        slag: 'ref',
        ref: open < 0 ? token.text : token.text.slice(0, open),
        period: open < 0 ? undefined : token.text.slice(open + 1, -1).trim(),
        start: token.start,
        end: token.end
      }
    }
    if (token.text === '-') {
      const led = parseFactor()
      return { slag: 'minus', led, start: token.start, end: led.end }
    }
    if (token.text === '(') {
      const inside = parseSum()
      const close = next()
      if (close.text !== ')')
        throw { fel: 'Parentesen avslutas inte', start: token.start, end: token.end }
      return inside
    }
    throw {
      fel:
        token.slag === 'slut'
          ? 'Formeln slutar för tidigt'
          : `Väntade ett namn eller ett tal, fann "${token.text}"`,
      start: token.start,
      end: token.end
    }
  }
}

/** Every reference in a formula, in order. */
export function refsOf(tree: Formelträd): Extract<Formelträd, { slag: 'ref' }>[] {
  if (tree.slag === 'ref') return [tree]
  if (tree.slag === 'tal') return []
  if (tree.slag === 'minus') return refsOf(tree.led)
  return [...refsOf(tree.vänster), ...refsOf(tree.höger)]
}
