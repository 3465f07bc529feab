import { FÄRGER } from './theme.ts'
import { TEXTSTORLEK } from './measure.ts'

interface Slutform {
  readonly alt: string
  readonly prefix: string
  readonly bredd: number
  /** Which of the two drawings of a chart it is, for the page's style sheet. */
  readonly klass: 'bred' | 'smal'
}

/**
 * Makes Vega's SVG fit the page: one `role="img"` with a name, colours as the theme's variables
 * with fallbacks, text in the page's sans face, ids with the chart's own prefix, and none of the
 * empty groups that Vega leaves. As attributes, not `style`, so that a strict policy lets it be.
 */
export function finishSvg(svg: string, { alt, prefix, bredd, klass }: Slutform): string {
  const [, w = '0', h = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  const width = Math.max(bredd, Math.ceil(Number(w)))
  const height = Math.ceil(Number(h))
  // Vega numbers ids over all drawings of the process; here they are numbered within this one.
  const ids: string[] = []
  const rename = (id: string): string => {
    if (!ids.includes(id)) ids.push(id)
    return `${prefix}-${ids.indexOf(id) + 1}`
  }
  const inner = svg
    // Signs that XML forbids, should data hold any.
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>$/, '')
    .replace(/ (?:role|aria-[a-z]+|class|pointer-events)="[^"]*"/g, '')
    .replace(/<path d="M[\d.,-]+h[\d.-]+v[\d.-]+h[\d.-]+Z"(?: display="none")?\/>/g, keepFilled)
    .replace(/<path d=""(?: [a-z-]+="[^"]*")*\/>/g, '')
    .replace(/ font-family="[^"]*"/g, '')
    .replaceAll(` font-size="${TEXTSTORLEK}px"`, '')
    .replace(/ font-weight="400"/g, '')
    .replace(/ (?:fill-)?opacity="1"/g, '')
    .replace(/ transform="translate\(0,0\)"/g, '')
    .replace(/( id="|url\(#)([^")]*)/g, (_, before: string, id: string) => before + rename(id))
    .replace(/(-?\d+\.\d{3,})/g, (n) => String(Number(Number(n).toFixed(2))))
    .replace(
      /"var\(--([a-z-]+)\)"/g,
      (_, namn: string) => `"var(--${namn},${FÄRGER[namn] ?? '#000'})"`
    )
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="diagram-svg ${klass}" role="img" aria-label="${escapeXml(alt)}"` +
    ` viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"` +
    ` font-family="var(--sans,'Source Sans 3',sans-serif)" font-size="${TEXTSTORLEK}">` +
    `${dropEmptyGroups(inner)}</svg>`
  )
}

function keepFilled(path: string): string {
  return path.includes('fill=') || path.includes('stroke=') ? path : ''
}

function dropEmptyGroups(svg: string): string {
  let before = ''
  let after = svg
  while (after !== before) {
    before = after.replace(/<g(?: [^>]*)?\/>/g, '')
    after = before.replace(/<g(?: [^>]*)?><\/g>/g, '')
  }
  // Groups without attributes add nothing; taken in pairs so that the nesting stays right.
  const out: string[] = []
  const bare: boolean[] = []
  for (const part of after.split(/(<g(?: [^>]*)?>|<\/g>)/)) {
    if (part.startsWith('<g')) {
      bare.push(part === '<g>')
      if (part !== '<g>') out.push(part)
    } else if (part === '</g>') {
      if (bare.pop() !== true) out.push(part)
    } else out.push(part)
  }
  return out.join('')
}

export function escapeXml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
