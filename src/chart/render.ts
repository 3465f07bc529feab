import { createHash } from 'node:crypto'
import { describeDiagram } from './describe.ts'
import { layoutDiagram } from './layout.ts'
import { finishSvg } from './svg.ts'
import { tableOf } from './table.ts'
import type {
  Diagrambild,
  Diagramdata,
  Diagramfel,
  Diagrammall,
  Diagramoptions,
  Diagramrad
} from './types.ts'
import { CONFIG } from './theme.ts'
import { compileMall, drawSvg, type Kompilerad } from './vega.ts'

/** Raised when a change in this folder changes the bytes of charts already cached. */
const FORMAT = 3
/** Part of every key, so that an upgrade draws all charts anew. */
export const VERSION = `vega 6.4.0, vega-lite 6.5.0, format ${FORMAT}`

const compiled = new Map<string, Promise<Kompilerad>>()

/**
 * Draws a chart: SVG as text, alternative text and the numbers as a table. The same input gives
 * the same bytes. A template that can't be drawn comes back as `{ fel }`, in Swedish.
 */
export async function renderDiagram(
  mall: Diagrammall,
  given: Diagramdata,
  options: Diagramoptions
): Promise<Diagrambild | Diagramfel> {
  const data = { ...given, rader: given.rader.map(finite) }
  const alt = describeDiagram(mall, data)
  const tabell = tableOf(mall, data)
  const prefix = options.prefix ?? `d${chartKey(mall, data, options).slice(0, 8)}`
  try {
    const kompilerad = await compiledMall(mall)
    const svg = await drawAt(kompilerad, mall, data, alt, prefix, options.bredd, 'bred')
    if (typeof svg !== 'string') return svg
    if (options.smal === undefined) return { svg, alt, tabell }
    const smal = await drawAt(kompilerad, mall, data, alt, `${prefix}-smal`, options.smal, 'smal')
    return typeof smal === 'string' ? { svg, smal, alt, tabell } : smal
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    return { fel: `Diagrammet ${mall.namn} kunde inte ritas: ${cause}` }
  }
}

/** One drawing of a width. Where texts need more room than laid out, it is laid out narrower. */
async function drawAt(
  kompilerad: Kompilerad,
  mall: Diagrammall,
  data: Diagramdata,
  alt: string,
  prefix: string,
  bredd: number,
  klass: 'bred' | 'smal'
): Promise<string | Diagramfel> {
  // Two px for what Vega rounds up and for strokes at the edges.
  let rum = bredd - 2
  for (let round = 0; ; round++) {
    const underlag = layoutDiagram(mall, data, rum)
    if ('fel' in underlag) return underlag
    const svg = await drawSvg(kompilerad, underlag)
    const drawn = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1] ?? 0)
    if (drawn <= bredd || round === 2) return finishSvg(svg, { alt, prefix, bredd, klass })
    rum = Math.max(rum - Math.ceil(drawn - bredd), 120)
  }
}

/** A value that is no number is a missing one, never a mark at NaN. */
function finite(rad: Diagramrad): Diagramrad {
  return rad.värde === null || Number.isFinite(rad.värde) ? rad : { ...rad, värde: null }
}

/** Names a drawing by all that decides its bytes: template, data, size, and Vega's version. */
export function chartKey(mall: Diagrammall, data: Diagramdata, options: Diagramoptions): string {
  return hash([VERSION, CONFIG, mall, data, options])
}

/** Names a compiled template, for a caller that keeps it between builds. */
export function mallKey(mall: Diagrammall): string {
  return hash([VERSION, CONFIG, mall.data, mall.spec])
}

/** A compiled template as JSON, to be given to `restoreMall` in a later process. */
export async function dumpMall(mall: Diagrammall): Promise<string> {
  return JSON.stringify((await compiledMall(mall)).spec)
}

/** Takes up what `dumpMall` gave, under the same `mallKey`: vega-lite is then not loaded. */
export function restoreMall(key: string, json: string): void {
  const spec = JSON.parse(json) as Kompilerad['spec']
  compiled.set(key, Promise.resolve({ spec, enkel: false }))
}

async function compiledMall(mall: Diagrammall): Promise<Kompilerad> {
  const key = mallKey(mall)
  let entry = compiled.get(key)
  if (!entry) compiled.set(key, (entry = precompiledMall(key, mall)))
  return entry
}

/** The templates that come with Tertial are compiled beforehand: vega-lite is then not loaded. */
async function precompiledMall(key: string, mall: Diagrammall): Promise<Kompilerad> {
  const { PRECOMPILED } = await import('./precompiled.ts')
  const json = PRECOMPILED[key]
  return json === undefined
    ? compileMall(mall)
    : { spec: JSON.parse(json) as Kompilerad['spec'], enkel: true }
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
