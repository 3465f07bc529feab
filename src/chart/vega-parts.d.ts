/** The parts of Vega that built-in charts need, which carry no types of their own. */
declare module 'vega-parser' {
  export { parse } from 'vega'
}
declare module 'vega-view' {
  export { View } from 'vega'
}
declare module 'vega-dataflow' {
  export const transforms: Record<string, unknown>
}
declare module 'vega-transforms' {
  const all: Record<string, unknown>
  export = all
}
declare module 'vega-view-transforms' {
  const all: Record<string, unknown>
  export = all
}
declare module 'vega-encode' {
  const all: Record<string, unknown>
  export = all
}
declare module 'vega-scenegraph' {
  interface Item {
    readonly fontSize?: number
    readonly fontWeight?: number | string
  }
  export const textMetrics: { width: (item: Item, text: unknown) => number }
}
