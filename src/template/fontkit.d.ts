/** The package has no types of its own: what is used of it. */
declare module 'fontkit' {
  interface Font {
    readonly unitsPerEm: number
    readonly variationAxes: Readonly<Record<string, unknown>>
    readonly availableFeatures: readonly string[]
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number }
    readonly hhea: { readonly numberOfMetrics: number }
    readonly hmtx: { readonly metrics: { get(index: number): { readonly advance: number } } }
  }
  export function create(file: Uint8Array): Font
}
