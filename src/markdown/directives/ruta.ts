import { bodyOf, type Directive, rubrikOf } from '../directive.ts'
import { element, text } from '../hast.ts'
import { uniqueLabel } from '../ids.ts'
import * as messages from '../messages.ts'
import { firstLineOf } from '../tree.ts'

/** Kinds of box with a look of their own; the names are classes too. */
const SLAG: readonly string[] = ['vision']

/** `:::ruta{rubrik="Åtgärd"}`: a box beside the text. Without a heading it is no landmark. */
export const ruta: Directive = {
  name: 'ruta',
  attributes: ['rubrik', 'slag'],
  check(node, source, diagnostics) {
    const slag = node.attributes?.['slag']
    if (slag && !SLAG.includes(slag))
      diagnostics.add(messages.unknownKindOfBox(slag, SLAG), firstLineOf(source, node))
  },
  render(state, node, context) {
    const rubrik = rubrikOf(node)
    const slag = node.attributes?.['slag']
    const ariaLabel = rubrik === '' ? undefined : uniqueLabel(context, rubrik)
    context.boxDepth++
    const children = state.all(bodyOf(node))
    context.boxDepth--
    const className = slag && SLAG.includes(slag) ? ['ruta', slag] : ['ruta']
    if (ariaLabel === undefined) return [element('div', { className }, children)]
    const head = element('p', { className: ['rutrubrik'] }, [text(rubrik)])
    return [element('aside', { className, ariaLabel }, [head, ...children])]
  }
}
