import { createHash } from 'node:crypto'
import { suggest } from '../text/suggest.ts'
import { formatLista } from '../text/swedish.ts'
import { MALLAR } from './precompiled.ts'
import { checkSpec } from './mall-spec.ts'
import { isRecord } from './record.ts'
import type { Diagrammall, Form, Mallfel } from './types.ts'

/** What is wrong in a template: `fel` is all of it as text, `felen` each with its place. */
export interface Mallfelen {
  readonly fel: string
  readonly felen: readonly Mallfel[]
}

const FORMER: readonly Form[] = [
  'tidsserie',
  'månader',
  'perioder',
  'rader',
  'grupper',
  'andelar',
  'brygga'
]
const NYCKLAR = [
  'namn',
  'beskrivning',
  'diagramtyp',
  'data',
  'höjd',
  'från noll',
  'ordning',
  'spec'
]

/** A template that comes with Tertial, by the text of its file: read beforehand, so not parsed again. */
export function builtInMall(text: string): Diagrammall | undefined {
  const json = MALLAR[textKey(text)]
  return json === undefined ? undefined : (JSON.parse(json) as Diagrammall)
}

/** Names a template by its text alone. */
export function textKey(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/**
 * Checks a chart template read from `templates/diagram/<namn>.yaml`. All faults are returned at
 * once, worded in Swedish; `fil` is the file's name as messages show it. Never throws.
 */
export function loadDiagrammall(parsed: unknown, fil: string): Diagrammall | Mallfelen {
  const felen: Mallfel[] = []
  const add = (väg: Mallfel['väg'], text: string, tips?: string): void => {
    felen.push(tips === undefined ? { väg, text } : { väg, text, tips })
  }
  if (!isRecord(parsed)) {
    add([], 'Filen ska ha nycklar och värden, till exempel ”namn: linje”.')
    return report(fil, felen)
  }
  for (const key of Object.keys(parsed))
    if (!NYCKLAR.includes(key))
      add([key], `Nyckeln ”${key}” finns inte i en diagrammall.`, meant(key, NYCKLAR))

  const text = (key: string): string => {
    const value = parsed[key]
    if (typeof value === 'string' && value.trim()) return value.trim()
    add([key], value === undefined ? `Nyckeln ”${key}” saknas.` : `Nyckeln ”${key}” ska vara text.`)
    return ''
  }
  const namn = text('namn')
  const beskrivning = text('beskrivning')
  const diagramtyp = text('diagramtyp')
  const form = text('data')
  const data = FORMER.find((f) => f === form)
  if (form && !data)
    add(['data'], `”${form}” är ingen form för data.`, meant(form, FORMER) ?? allowed(FORMER))

  const höjd = parsed['höjd'] ?? 180
  if (typeof höjd !== 'number' || !(höjd >= 40 && höjd <= 900))
    add(['höjd'], 'Nyckeln ”höjd” ska vara ett tal från 40 till 900.')
  const frånNoll = parsed['från noll'] ?? false
  if (typeof frånNoll !== 'boolean')
    add(['från noll'], 'Nyckeln ”från noll” ska vara true eller false.')
  const ordning = parsed['ordning'] ?? 'storlek'
  if (ordning !== 'storlek' && ordning !== 'given')
    add(['ordning'], 'Nyckeln ”ordning” ska vara ”storlek” eller ”given”.')

  const spec = parsed['spec']
  if (spec === undefined)
    add(['spec'], 'Nyckeln ”spec” saknas: där står Vega-Lite-specifikationen.')
  else if (!isRecord(spec)) add(['spec'], 'Nyckeln ”spec” ska ha nycklar och värden.')
  else if (data) felen.push(...checkSpec(spec, data))

  if (felen.length || !data || !isRecord(spec)) return report(fil, felen)
  return {
    namn,
    beskrivning,
    diagramtyp,
    data,
    höjd: Number(höjd),
    frånNoll: frånNoll === true,
    ordning: ordning === 'given' ? 'given' : 'storlek',
    spec
  }
}

/** Faults as one text, a line each: "templates/diagram/x.yaml, spec.layer.0: …". */
function report(fil: string, felen: readonly Mallfel[]): Mallfelen {
  const line = ({ väg, text, tips }: Mallfel): string =>
    `${[fil, ...(väg.length ? [väg.join('.')] : [])].join(', ')}: ${text}${tips ? ` ${tips}` : ''}`
  return { felen, fel: felen.map(line).join('\n') }
}

/** "Menade du ”namn”?" or nothing. */
function meant(word: string, known: readonly string[]): string | undefined {
  const near = suggest(word, known)
  return near === undefined ? undefined : `Menade du ”${near}”?`
}

/** "Välj bland a, b och c." */
function allowed(known: readonly string[]): string {
  return `Välj bland ${formatLista(known)}.`
}
