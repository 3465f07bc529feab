/** An operator's code: its characters, the first in the lowest byte. */
export function operatorCode(operator: string): number {
  let code = 0
  for (let i = 0; i < operator.length; i++) code |= operator.charCodeAt(i) << (8 * i)
  return code
}

/**
 * Steps through a content stream, operator by operator, without making anything of what isn't asked
 * for: a report has hundreds of thousands of them.
 */
export class ContentReader {
  readonly source: string
  /** Code of the operator stepped to; see `operatorCode`. */
  operator = 0
  /** Where the operator's first operand begins (or itself, if it has none), and where it ends. */
  start = 0
  end = 0
  /** The operands that are numbers, outside arrays and dictionaries. */
  readonly numbers: number[] = []
  /** Where the last name, string, array and dictionary begin and end; start is −1 where there is none. */
  nameStart = -1
  nameEnd = -1
  stringStart = -1
  stringEnd = -1
  dictStart = -1
  dictEnd = -1
  arrayStart = -1
  arrayEnd = -1

  constructor(source: string) {
    this.source = source
  }

  /** Steps to the next operator; false at the end. */
  next(): boolean {
    const { source, numbers } = this
    let at = this.end
    numbers.length = 0
    this.nameStart = this.stringStart = this.dictStart = this.arrayStart = -1
    this.start = -1
    for (;;) {
      let code = source.charCodeAt(at)
      while (code <= 32) code = source.charCodeAt(++at)
      if (Number.isNaN(code)) {
        this.end = at
        return false
      }
      if (this.start < 0) this.start = at
      if (code === 60) {
        if (source.charCodeAt(at + 1) === 60) {
          this.dictStart = at
          at = this.dictEnd = skipDict(source, at)
        } else {
          this.stringStart = at
          at = this.stringEnd = source.indexOf('>', at) + 1 || source.length
        }
      } else if (code === 47) {
        this.nameStart = at++
        while (isRegular(source.charCodeAt(at))) at++
        this.nameEnd = at
      } else if (code === 40) {
        this.stringStart = at
        at = this.stringEnd = skipLiteral(source, at)
      } else if (code === 91) {
        this.arrayStart = at
        at = this.arrayEnd = skipArray(source, at)
      } else if (code === 37) {
        at = source.indexOf('\n', at) + 1 || source.length
      } else if ((code >= 48 && code <= 57) || code === 45 || code === 46 || code === 43) {
        at = this.#number(at, code)
      } else if (isRegular(code)) {
        return this.#operator(at)
      } else at++
    }
  }

  /**
   * Steps over a move along the line and the glyphs after it, as Skia writes most of a text. False, and
   * still where it was, if something else comes.
   */
  nextGlyphs(): boolean {
    const { source } = this
    let at = this.end
    if (source.charCodeAt(at) !== 10) return false
    this.start = ++at
    this.numbers.length = 0
    at = this.#number(at, source.charCodeAt(at))
    if (!source.startsWith(' 0 Td <', at)) return false
    at += 6
    const end = source.indexOf('>', at) + 1
    if (!source.startsWith(' Tj', end)) return false
    this.stringStart = at
    this.stringEnd = end
    this.end = end + 3
    return true
  }

  #operator(at: number): true {
    const { source } = this
    let operator = 0
    for (let shift = 0; isRegular(source.charCodeAt(at)); at++, shift += 8) {
      operator |= source.charCodeAt(at) << shift
    }
    this.operator = operator
    this.end = at
    if (operator === ID) this.end = source.indexOf('\nEI', at) + 3 || source.length
    return true
  }

  #number(at: number, code: number): number {
    const { source } = this
    let value = 0
    let scale = 0
    const negative = code === 45
    if (negative || code === 43) code = source.charCodeAt(++at)
    for (;;) {
      if (code >= 48 && code <= 57) {
        value = value * 10 + code - 48
        if (scale > 0) scale *= 10
      } else if (code === 46 && scale === 0) scale = 1
      else break
      code = source.charCodeAt(++at)
    }
    if (scale > 1) value /= scale
    this.numbers.push(negative ? -value : value)
    return at
  }
}

const ID = operatorCode('ID')

/** Neither white space nor a delimiter; false at the end. */
function isRegular(code: number): boolean {
  return (
    code > 32 &&
    code !== 47 &&
    code !== 60 &&
    code !== 62 &&
    code !== 40 &&
    code !== 41 &&
    code !== 91 &&
    code !== 93 &&
    code !== 37 &&
    code !== 123 &&
    code !== 125
  )
}

function skipLiteral(source: string, at: number): number {
  let depth = 0
  for (; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 92) at++
    else if (code === 40) depth++
    else if (code === 41 && --depth === 0) return at + 1
  }
  return at
}

function skipDict(source: string, at: number): number {
  let depth = 0
  while (at < source.length) {
    const code = source.charCodeAt(at)
    if (code === 40) at = skipLiteral(source, at)
    else if (code === 60 && source.charCodeAt(at + 1) === 60) {
      depth++
      at += 2
    } else if (code === 60) at = source.indexOf('>', at) + 1 || source.length
    else if (code === 62 && source.charCodeAt(at + 1) === 62) {
      at += 2
      if (--depth === 0) return at
    } else at++
  }
  return at
}

function skipArray(source: string, at: number): number {
  while (at < source.length) {
    const code = source.charCodeAt(at)
    if (code === 40) at = skipLiteral(source, at)
    else if (code === 93) return at + 1
    else at++
  }
  return at
}
