import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { loadDiagrammall } from '../../src/chart/mall.ts'
import { renderDiagram } from '../../src/chart/render.ts'
import type { Diagrambild, Diagramdata, Diagrammall, Diagramrad } from '../../src/chart/types.ts'

export const PROCENT = { symbol: '%', ord: 'procent' }
export const MNKR = { symbol: 'mnkr', ord: 'miljoner kronor' }
export const ST = { symbol: 'st', ord: 'stycken' }

export const MALLAR = [
  'avvikelse',
  'brygga',
  'fordelning',
  'grupperade-staplar',
  'liggande-staplar',
  'linje',
  'manader',
  'staplar'
] as const

/** A template as the project ships it. */
export function mall(namn: (typeof MALLAR)[number]): Diagrammall {
  const fil = `templates/diagram/${namn}.yaml`
  const loaded = loadDiagrammall(parse(readFileSync(fil, 'utf8')), fil)
  if ('fel' in loaded) throw new Error(loaded.fel)
  return loaded
}

/** Rows of one series over years from `från`; null prints as "–". */
export function years(
  från: number,
  värden: readonly (number | null)[],
  rest: Partial<Diagramrad> = {}
): Diagramrad[] {
  return värden.map((värde, i) => ({
    namn: 'Sjukfrånvaro',
    period: String(från + i),
    värde,
    text: värde === null ? '–' : String(värde).replace('-', '−').replace('.', ','),
    ...rest
  }))
}

/** Rows of names and values, with the text as it would be printed. */
export function rows(
  list: readonly (readonly [string, number | null, string, Diagramrad['klass']?])[]
): Diagramrad[] {
  return list.map(([namn, värde, text, klass]) => ({ namn, värde, text, klass }))
}

export function data(rader: readonly Diagramrad[], rest: Partial<Diagramdata> = {}): Diagramdata {
  return { rader, enhet: PROCENT, decimaler: 2, titel: 'Sjukfrånvaro', ...rest }
}

/** The drawing, or an error that fails the test. */
export async function draw(
  namn: (typeof MALLAR)[number],
  underlag: Diagramdata,
  options: { bredd?: number; prefix?: string } = {}
): Promise<Diagrambild> {
  const bild = await renderDiagram(mall(namn), underlag, { bredd: 640, ...options })
  if ('fel' in bild) throw new Error(bild.fel)
  return bild
}

/** The texts of a drawing, each line on its own, in the order drawn. */
export function texts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].flatMap(([, inner = '']) => {
    const lines = [...inner.matchAll(/<tspan[^>]*>(.*?)<\/tspan>/g)].map(([, line = '']) => line)
    return lines.length ? lines : [inner]
  })
}

/** Left and right edge of each text in a drawing, from its place and anchor. */
export function extents(
  svg: string,
  width: (text: string, bold: boolean) => number
): { text: string; left: number; right: number }[] {
  const found: { text: string; left: number; right: number }[] = []
  const shifts: number[] = []
  for (const [tag, name, attributes = '', inner = ''] of svg.matchAll(
    /<(g|text|\/g)([^>]*?)>(?:(?<=<text[^>]*>)(.*?)<\/text>)?/g
  )) {
    const x = Number(/translate\(([-\d.]+)/.exec(attributes)?.[1] ?? 0)
    if (name === '/g') shifts.pop()
    else if (name === 'g') shifts.push(x)
    else if (tag) {
      const lines = inner.includes('<tspan')
        ? [...inner.matchAll(/<tspan[^>]*>(.*?)<\/tspan>/g)].map(([, line = '']) => line)
        : [inner]
      const bold = attributes.includes('font-weight="600"')
      const at = shifts.reduce((sum, s) => sum + s, 0) + x
      const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1]
      for (const line of lines) {
        const text = line.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
        const w = width(text, bold)
        const left = anchor === 'end' ? at - w : anchor === 'middle' ? at - w / 2 : at
        found.push({ text, left, right: left + w })
      }
    }
  }
  return found
}
