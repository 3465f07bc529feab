import type { Spec } from 'vega'
import type { TopLevelSpec } from 'vega-lite'
import { SIGNALS } from './layout.ts'
import { measure } from './measure.ts'
import { isRecord } from './record.ts'
import { CONFIG, LOCALE } from './theme.ts'
import type { Diagrammall, Underlag } from './types.ts'

/** A template compiled to Vega: holds no data, so one serves every chart of its kind. */
export interface Kompilerad {
  readonly spec: Spec
  /** Whether the parts of Vega that the built-in charts use are enough to draw it. */
  readonly enkel: boolean
}

interface Engine {
  readonly parse: typeof import('vega').parse
  readonly View: typeof import('vega').View
}

let engine: Promise<Engine> | undefined
let everything: Promise<unknown> | undefined

/**
 * Loads Vega on first use: only parser, view and plain transforms, half of its start-up, unless a
 * template may want the rest. Gives it the font's own widths in place of its guess.
 */
export async function loadEngine(enkel: boolean): Promise<Engine> {
  // The whole registers its further transforms with the same parts.
  if (!enkel) await (everything ??= import('vega'))
  engine ??= loadParts()
  return engine
}

async function loadParts(): Promise<Engine> {
  const [{ parse }, { View }, { transforms }, { textMetrics }, ...plain] = await Promise.all([
    import('vega-parser'),
    import('vega-view'),
    import('vega-dataflow'),
    import('vega-scenegraph'),
    import('vega-transforms'),
    import('vega-view-transforms'),
    import('vega-encode')
  ])
  for (const part of plain) Object.assign(transforms, part)
  textMetrics.width = (item, text) =>
    measure(String(text ?? '').trim(), isBold(item.fontWeight) ? 600 : 400, item.fontSize ?? 11)
  return { parse, View }
}

function isBold(weight: number | string | undefined): boolean {
  return weight === 'bold' || Number(weight) >= 550
}

/** Compiles a template's Vega-Lite to Vega; the only place that loads vega-lite. */
export async function compileMall(mall: Diagrammall): Promise<Kompilerad> {
  const { compile } = await import('vega-lite')
  const spec = {
    width: 100,
    height: 100,
    padding: { left: 0, right: 0, top: 4, bottom: 3 },
    autosize: 'pad',
    background: null,
    params: Object.entries(SIGNALS[mall.data]).map(([name, value]) => ({ name, value })),
    ...withEncoding(mall.spec)
  }
  const silent = {
    level: () => silent,
    error: () => silent,
    warn: () => silent,
    info: () => silent,
    debug: () => silent
  }
  const compiled = compile(spec as unknown as TopLevelSpec, {
    config: CONFIG as unknown as Record<string, never>,
    logger: silent as never
  })
  return { spec: compiled.spec, enkel: false }
}

/** Vega-Lite takes `encoding` for granted in a layer that has none. */
function withEncoding(vy: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { layer } = vy
  if (!Array.isArray(layer)) return { encoding: {}, ...vy }
  return { ...vy, layer: layer.map((del: unknown) => (isRecord(del) ? withEncoding(del) : del)) }
}

/** A chart is made of what the model gives: nothing is read from disk or network. */
const refuse = (): Promise<never> => Promise.reject(new Error('inga data hämtas utifrån'))
const NO_LOADER = { options: {}, load: refuse, sanitize: refuse, http: refuse, file: refuse }

const parsed = new WeakMap<Kompilerad, ReturnType<Engine['parse']>>()

/** Draws laid out data with a compiled template: Vega's own SVG. */
export async function drawSvg(kompilerad: Kompilerad, underlag: Underlag): Promise<string> {
  const { parse, View } = await loadEngine(kompilerad.enkel)
  let runtime = parsed.get(kompilerad)
  if (!runtime) parsed.set(kompilerad, (runtime = parse(kompilerad.spec)))
  const view = new View(runtime, {
    renderer: 'none',
    locale: LOCALE as never,
    loader: NO_LOADER as never
  })
  try {
    view.width(underlag.bredd).height(underlag.höjd)
    for (const [name, value] of Object.entries(underlag.signaler)) view.signal(name, value)
    const names = new Set((kompilerad.spec.data ?? []).map((d) => d.name))
    for (const [name, rader] of Object.entries(underlag.data))
      if (names.has(name))
        view.data(
          name,
          rader.map((rad) => ({ ...rad }))
        )
    return await view.toSVG()
  } finally {
    view.finalize()
  }
}
