import { Name, PdfString } from './values.ts'
import type { Dict, Indirect, PdfValue } from './values.ts'

/** Reads values from a file's text, where one character is one byte. */
export class ValueParser {
  readonly #text: string
  readonly #refer: (number: number) => Indirect
  /** Where the next value begins. */
  at: number

  constructor(text: string, at: number, refer: (number: number) => Indirect) {
    this.#text = text
    this.at = at
    this.#refer = refer
  }

  /** The value that begins here or after white space. Throws where there is none. */
  value(): PdfValue {
    this.skip()
    const text = this.#text
    const code = text.charCodeAt(this.at)
    if (code === SLASH) return this.#name()
    if (code === LESS) {
      return text.charCodeAt(this.at + 1) === LESS ? this.#dict() : this.#hex()
    }
    if (code === OPEN) return this.#array()
    if (code === PAREN) return this.#literal()
    if (isNumeric(code)) return this.#number()
    return this.#word()
  }

  /** Moves past white space and comments. */
  skip(): void {
    const text = this.#text
    for (;;) {
      const code = text.charCodeAt(this.at)
      if (code === PERCENT) {
        const end = text.indexOf('\n', this.at)
        this.at = end < 0 ? text.length : end
      } else if (isSpace(code)) this.at++
      else return
    }
  }

  #name(): Name {
    const start = ++this.at
    while (isRegular(this.#text.charCodeAt(this.at))) this.at++
    const raw = this.#text.slice(start, this.at)
    return Name.of(
      raw.includes('#')
        ? raw.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
            String.fromCharCode(parseInt(hex, 16))
          )
        : raw
    )
  }

  #dict(): Dict {
    this.at += 2
    const entries: Dict = new Map()
    for (;;) {
      this.skip()
      const code = this.#text.charCodeAt(this.at)
      if (code === SLASH) {
        const key = this.#name().text
        entries.set(key, this.value())
      } else if (code === MORE && this.#text.charCodeAt(this.at + 1) === MORE) {
        this.at += 2
        return entries
      } else throw this.#odd()
    }
  }

  #array(): PdfValue[] {
    this.at++
    const elements: PdfValue[] = []
    for (;;) {
      this.skip()
      if (this.#text.charCodeAt(this.at) === CLOSE) {
        this.at++
        return elements
      }
      elements.push(this.value())
    }
  }

  #hex(): PdfString {
    const end = this.#text.indexOf('>', this.at)
    if (end < 0) throw this.#odd()
    const source = this.#text.slice(this.at, end + 1)
    this.at = end + 1
    return new PdfString(source)
  }

  #literal(): PdfString {
    const start = this.at++
    for (let depth = 1; depth > 0; this.at++) {
      const code = this.#text.charCodeAt(this.at)
      if (code === BACKSLASH) this.at++
      else if (code === PAREN) depth++
      else if (code === PAREN_END) depth--
      else if (Number.isNaN(code)) throw this.#odd()
    }
    return new PdfString(this.#text.slice(start, this.at))
  }

  /** A number, or a reference: two whole numbers and an R. */
  #number(): number | Indirect {
    const first = this.#plain()
    if (!Number.isInteger(first) || first < 0) return first
    const text = this.#text
    const after = this.at
    // Skia writes one space and generation 0.
    if (
      text.charCodeAt(after) === SPACE &&
      text.charCodeAt(after + 1) === ZERO &&
      text.charCodeAt(after + 2) === SPACE &&
      text.charCodeAt(after + 3) === R
    ) {
      this.at = after + 4
      return this.#refer(first)
    }
    return first
  }

  #plain(): number {
    const start = this.at
    while (isNumeric(this.#text.charCodeAt(this.at))) this.at++
    const number = Number(this.#text.slice(start, this.at))
    if (Number.isNaN(number)) throw this.#odd()
    return number
  }

  #word(): PdfValue {
    for (const [word, value] of WORDS) {
      if (this.#text.startsWith(word, this.at)) {
        this.at += word.length
        return value
      }
    }
    throw this.#odd()
  }

  #odd(): Error {
    const near = JSON.stringify(this.#text.slice(this.at, this.at + 20))
    return new Error(`no PDF value at byte ${this.at}: ${near}`)
  }
}

const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null]
] as const
const [SLASH, LESS, MORE, OPEN, CLOSE, PAREN, PAREN_END, BACKSLASH] = [
  0x2f, 0x3c, 0x3e, 0x5b, 0x5d, 0x28, 0x29, 0x5c
] as const
const [SPACE, ZERO, R, PERCENT] = [0x20, 0x30, 0x52, 0x25] as const

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 12 || code === 0
}

/** Digits, sign and point. */
function isNumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 45 || code === 46 || code === 43
}

/** Neither white space nor one of ( ) < > [ ] { } /. Not %: Skia writes it in names, and no comments. */
function isRegular(code: number): boolean {
  return !(
    code <= 32 ||
    Number.isNaN(code) ||
    code === 40 ||
    code === 41 ||
    code === 60 ||
    code === 62 ||
    code === 91 ||
    code === 93 ||
    code === 123 ||
    code === 125 ||
    code === 47
  )
}
