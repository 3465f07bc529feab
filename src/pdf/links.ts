import type { PageFacts } from './page-facts.ts'
import { elements } from './structure.ts'
import type { Element, Kid } from './structure.ts'
import { asDict, asName, asText, textString } from './values.ts'
import type { Dict } from './values.ts'

/**
 * Says of each link where it leads: in the words that the page has for it, or in the text it stands
 * on. Links to one place take the page's words in order.
 */
export function describeLinks(
  top: readonly Kid[],
  labels: PageFacts['links'],
  textOf: (node: Element) => string
): void {
  const waiting = new Map<string, string[]>()
  for (const { to, label } of labels) {
    const list = waiting.get(to)
    if (list) list.push(label)
    else waiting.set(to, [label])
  }
  for (const node of elements(top)) {
    const areas = node.kids.flatMap((kid) =>
      kid.kind === 'object' ? (asDict(kid.object) ?? []) : []
    )
    const [first] = areas
    if (!first) continue
    const to = destination(first)
    const list = waiting.get(to) ?? []
    // The last is kept: a link that the page counts once can be printed more often.
    const label = (list.length > 1 ? list.shift() : list[0]) ?? ''
    const text = textString(label || textOf(node).trim() || to || 'Länk')
    for (const area of areas) area.set('Contents', text)
  }
}

/** `#anchor` within the report, or the address. */
function destination(annotation: Dict): string {
  const name = asName(annotation.get('Dest'))
  if (name !== undefined) return `#${decode(name)}`
  return asText(asDict(annotation.get('A'))?.get('URI')) ?? ''
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
