/** Anything a PDF object can be. Strings are kept as they were written, brackets included. */
export type PdfValue =
  null | boolean | number | Name | PdfString | Indirect | Stream | Dict | readonly PdfValue[]

/** A dictionary, by key without its slash, in the order written. */
export type Dict = Map<string, PdfValue>

/** A name such as `/Figure`, decoded; two equal names are one object. */
export class Name {
  static readonly #known = new Map<string, Name>()
  readonly text: string

  private constructor(text: string) {
    this.text = text
  }

  /** The name of that text. */
  static of(text: string): Name {
    const known = Name.#known.get(text)
    if (known) return known
    const name = new Name(text)
    Name.#known.set(text, name)
    return name
  }
}

/** A string in its written form: `(abc)` or `<FEFF00C5>`. */
export class PdfString {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

/** A stream: its dictionary without `/Length`, and its bytes as `/Filter` says. */
export class Stream {
  readonly dict: Dict
  readonly data: Uint8Array

  constructor(dict: Dict, data: Uint8Array) {
    this.dict = dict
    this.data = data
  }
}

/**
 * An object that others refer to. It has no number of its own: identity is the reference, and the
 * writer numbers what it reaches. One that comes from a file is read when first looked at.
 */
export class Indirect {
  #value: PdfValue | undefined
  readonly #load: (() => PdfValue) | undefined

  constructor(value: PdfValue | undefined, load?: () => PdfValue) {
    this.#value = value
    this.#load = load
  }

  get value(): PdfValue {
    return (this.#value ??= this.#load?.() ?? null)
  }

  set value(value: PdfValue) {
    this.#value = value
  }
}

/** A dictionary from pairs; what is undefined is left out. */
export function dict(entries: Readonly<Record<string, PdfValue | undefined>>): Dict {
  const made: Dict = new Map()
  for (const key in entries) {
    const value = entries[key]
    if (value !== undefined) made.set(key, value)
  }
  return made
}

/** The value itself where it may be a reference. */
export function deref(value: PdfValue | undefined): PdfValue | undefined {
  return value instanceof Indirect ? value.value : value
}

/** A dictionary, also a stream's or behind a reference; undefined for anything else. */
export function asDict(value: PdfValue | undefined): Dict | undefined {
  const direct = deref(value)
  if (direct instanceof Map) return direct
  return direct instanceof Stream ? direct.dict : undefined
}

/** The elements of an array, also behind a reference; none for anything else. */
export function asArray(value: PdfValue | undefined): readonly PdfValue[] {
  const direct = deref(value)
  return Array.isArray(direct) ? (direct as readonly PdfValue[]) : []
}

/** A name's text, also behind a reference. */
export function asName(value: PdfValue | undefined): string | undefined {
  const direct = deref(value)
  return direct instanceof Name ? direct.text : undefined
}

/** A number, also behind a reference. */
export function asNumber(value: PdfValue | undefined): number | undefined {
  const direct = deref(value)
  return typeof direct === 'number' ? direct : undefined
}

/** A text string: UTF-16 where it says so, else one byte a character. */
export function asText(value: PdfValue | undefined): string | undefined {
  const direct = deref(value)
  if (!(direct instanceof PdfString)) return undefined
  const bytes = stringBytes(direct)
  if (!bytes.startsWith('\u00FE\u00FF')) return bytes
  let text = ''
  for (let i = 2; i + 1 < bytes.length; i += 2) {
    text += String.fromCharCode((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1))
  }
  return text
}

/** The bytes that a string stands for, one per character. */
export function stringBytes({ source }: PdfString): string {
  if (source.startsWith('<')) {
    const digits = source.slice(1, -1).replace(/\s+/g, '')
    let bytes = ''
    for (let i = 0; i < digits.length; i += 2) {
      bytes += String.fromCharCode(parseInt(digits.slice(i, i + 2).padEnd(2, '0'), 16))
    }
    return bytes
  }
  const inner = source.slice(1, -1)
  if (!inner.includes('\\')) return inner
  return inner.replace(/\\([0-7]{1,3}|\r\n|[^])/g, (_, code: string) => {
    if (code >= '0' && code < '8') return String.fromCharCode(parseInt(code, 8) & 255)
    return ESCAPES[code] ?? code
  })
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
  '\r': '',
  '\r\n': ''
}

/** A text string: as it is when it is plain ASCII, else as UTF-16. */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7E]*$/.test(text)) {
    return new PdfString(`(${text.replace(/[()\\]/g, (sign) => `\\${sign}`)})`)
  }
  let hex = ''
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0')
  return new PdfString(`<FEFF${hex.toUpperCase()}>`)
}
