import type { YAMLError } from 'yaml'
import type { Message } from '../diagnostic.ts'
import { yamlFel } from './messages.ts'

/** A fault of the YAML library in our words, at the place where the writer made it. */
export interface YamlFault {
  readonly message: Message
  readonly start: number
  readonly end: number
}

/** What the library's codes mean, and what to do. */
const ORD: Readonly<Record<string, readonly [string, string]>> = {
  BAD_INDENT: [
    'Indraget stämmer inte med raderna omkring',
    'Rader på samma nivå ska ha lika många mellanslag först.'
  ],
  TAB_AS_INDENT: ['Raden är indragen med tabb', 'Byt tabben mot mellanslag.'],
  MULTILINE_IMPLICIT_KEY: [
    'Nyckeln saknar kolon',
    'Skriv kolon och mellanslag efter nyckeln: namn: Verksamhet'
  ],
  MISSING_CHAR: [
    'Indraget stämmer inte med raderna omkring',
    'Rader på samma nivå ska ha lika många mellanslag först.'
  ],
  BAD_DQ_ESCAPE: [
    'Omvänt snedstreck inom citattecken betyder något särskilt i YAML',
    "Använd enkla citattecken i stället: '…'."
  ],
  BAD_SCALAR_START: [
    'Värdet börjar med ett tecken som YAML har reserverat',
    'Sätt citattecken om texten.'
  ],
  UNEXPECTED_TOKEN: [
    'Det här står efter ett värde som redan är avslutat',
    'Se efter att citattecken och klamrar är i par; sätt citattecken om hela texten.'
  ],
  BAD_ALIAS: [
    'Stjärnan (*) eller och-tecknet (&) först betyder något särskilt i YAML',
    'Sätt citattecken om texten.'
  ],
  BAD_DIRECTIVE: ['Procenttecknet först på raden betyder något särskilt i YAML', 'Ta bort raden.'],
  MULTIPLE_DOCS: [
    'Raden --- börjar ett nytt dokument, och bara det första läses',
    'Ta bort raden, eller dela upp filen i två.'
  ],
  TAG_RESOLVE_FAILED: [
    'Utropstecknet (!) först betyder något särskilt i YAML',
    'Sätt citattecken om texten.'
  ],
  BLOCK_IN_FLOW: ['Klammern avslutas inte före nästa rad', 'Skriv ] eller } där listan slutar.']
}
const ANNARS = [
  'Raden går inte att läsa som YAML',
  'Jämför med raderna omkring: indrag, kolon följt av mellanslag, citattecken i par.'
] as const

/** Faults of one file: the first on each line, since the library trips over the same thing again. */
export function adaptYamlFaults(errors: readonly YAMLError[], text: string): YamlFault[] {
  const found = errors
    .map((error) => adapt(error, errors, text))
    .toSorted((a, b) => a.start - b.start)
  const lines = text.split('\n')
  const told = new Set<number>()
  let tabbed = false
  return found.filter(({ start }) => {
    const line = text.slice(0, start).split('\n').length
    const hasTab = /^ *\t/.test(lines[line - 1] ?? '')
    // A tab throws the lines after it off too.
    const follows = told.has(line) || (tabbed && !hasTab)
    told.add(line)
    tabbed ||= hasTab
    return !follows
  })
}

function adapt(error: YAMLError, all: readonly YAMLError[], text: string): YamlFault {
  const [start, end] = error.pos
  const place = (from: number, to: number) => ({ start: from, end: Math.max(to, from + 1) })
  const say = (
    vad: string,
    råd: string,
    from = start,
    to = lineEnd(text, from, end)
  ): YamlFault => ({
    message: yamlFel(vad, råd),
    ...place(from, to)
  })
  const { code, message } = error
  if (code === 'MISSING_CHAR' && /quote/.test(message)) {
    const open = openingOf(text.slice(0, start))
    return say('Citattecknet avslutas aldrig', 'Skriv ett till där texten slutar.', open, open + 1)
  }
  if (code === 'MISSING_CHAR' && /space|separated/i.test(message))
    return say(
      'Här saknas ett mellanslag eller ett komma',
      'Skriv mellanslag efter kolon och komma mellan listans delar.'
    )
  if (/Flow (sequence|map)/i.test(message) || (code === 'MISSING_CHAR' && /\]|\}/.test(message))) {
    const open = Math.max(text.lastIndexOf('[', start - 1), text.lastIndexOf('{', start - 1))
    if (open >= 0)
      return say(
        `Klammern ${text[open]} avslutas aldrig`,
        `Skriv ${text[open] === '[' ? ']' : '}'} där den slutar.`,
        open,
        open + 1
      )
  }
  if (code === 'MULTILINE_IMPLICIT_KEY' || code === 'BLOCK_AS_IMPLICIT_KEY') {
    const dash = /^([ \t]*)-(?=[\p{L}\d])/u.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1))
    if (dash) {
      const from = text.lastIndexOf('\n', start - 1) + 1 + (dash[1] ?? '').length
      return say(
        'Efter listans streck saknas ett mellanslag',
        'Skriv "- " före posten.',
        from,
        from + 1
      )
    }
    const deeper = all.some(
      (other) => other.code === 'MULTILINE_IMPLICIT_KEY' && other.pos[0] === start
    )
    const isValue = /[:-][ \t]+$/.test(text.slice(0, start))
    const next = text.indexOf('\n', start) + 1
    if (deeper && isValue && next > 0) {
      const from = next + (/^[ \t]*/.exec(text.slice(next))?.[0].length ?? 0)
      return say(
        'Raden är mer indragen än raden före och läses som en fortsättning på den',
        'Dra in den lika mycket som raden före.',
        from,
        lineEnd(text, from, text.length)
      )
    }
    const glued = /^([^\s:]+):(\S.*)/.exec(text.slice(start, lineEnd(text, start, text.length)))
    if (glued && code === 'MULTILINE_IMPLICIT_KEY')
      return say(
        'Efter nyckelns kolon saknas ett mellanslag',
        `Skriv ${glued[1] ?? ''}: ${glued[2] ?? ''}`
      )
    if (code === 'BLOCK_AS_IMPLICIT_KEY') {
      const to = lineEnd(text, start, text.length)
      return say(
        'Texten har ett kolon i sig och läses som en nyckel till',
        `Sätt citattecken om texten: "${text.slice(start, to).trim()}"`,
        start,
        to
      )
    }
  }
  if (code === 'BAD_SCALAR_START' && /enhet: +$/.test(text.slice(0, start)) && text[start] === '%')
    return say('Enheten skrivs med ord', 'Skriv enhet: procent')
  const folded = /: +([>|])$/.exec(text.slice(0, start))
  if (code === 'UNEXPECTED_TOKEN' && folded)
    return say(
      `Tecknet ${folded[1] ?? ''} först i ett värde betyder något särskilt i YAML`,
      `Sätt citattecken om texten: "${text.slice(start - 1, lineEnd(text, start, text.length)).trim()}"`,
      start - 1,
      lineEnd(text, start, text.length)
    )
  if (code === 'MISSING_CHAR' || code === 'BAD_INDENT' || code === 'TAB_AS_INDENT') {
    // The library points at the line's first space; what the writer sees is the word after it.
    const from = start + (/^ */.exec(text.slice(start))?.[0].length ?? 0)
    return say(...(ORD[code] ?? ANNARS), from, lineEnd(text, from, text.length))
  }
  return say(...(ORD[code] ?? ANNARS))
}

/** An end that stays on the line where the fault begins. */
function lineEnd(text: string, start: number, end: number): number {
  const newline = text.indexOf('\n', start)
  const stop = newline < 0 ? text.length : newline
  return Math.min(end, text[stop - 1] === '\r' ? stop - 1 : stop)
}

/** The last quote that begins a value: the one that never was closed. */
function openingOf(before: string): number {
  let open = before.length - 1
  for (const match of before.matchAll(/(?:^|[\n:,[{-])[ \t]*(["'])/g))
    open = match.index + match[0].length - 1
  return Math.max(open, 0)
}
