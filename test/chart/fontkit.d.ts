declare module 'fontkit' {
  interface Font {
    readonly unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): { readonly id: number }
    readonly hhea: { readonly numberOfMetrics: number }
    readonly hmtx: { readonly metrics: { get(index: number): { readonly advance: number } } }
  }
  export function create(file: Uint8Array): Font
}
