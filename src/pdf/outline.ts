import type { Element } from './structure.ts'
import { asDict, Indirect, textString } from './values.ts'
import type { Dict, PdfValue } from './values.ts'

/**
 * Gives each bookmark its heading's own text: the browser's lacks the spaces of wrapped lines and
 * has the numbers of notes in it. The heading's new object takes the old one's place.
 */
export function mendOutline(
  outlines: PdfValue | undefined,
  bySource: ReadonlyMap<Indirect, Element>,
  objects: ReadonlyMap<Element, Indirect>,
  textOf: (node: Element) => string
): void {
  const visit = (item: Dict): void => {
    const source = item.get('SE')
    const heading = source instanceof Indirect ? bySource.get(source) : undefined
    const object = heading && objects.get(heading)
    if (object) item.set('SE', object)
    else item.delete('SE')
    const title = heading ? textOf(heading).replace(/\s+/g, ' ').trim() : ''
    if (title !== '') item.set('Title', textString(title))
    for (let kid = asDict(item.get('First')); kid; kid = asDict(kid.get('Next'))) visit(kid)
  }
  const root = asDict(outlines)
  if (root) visit(root)
}
