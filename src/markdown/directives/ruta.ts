import { bodyOf, type Directive, rubrikOf } from '../directive.ts'
import { element, text } from '../hast.ts'
import { uniqueLabel } from '../ids.ts'

/** `:::ruta{rubrik="Åtgärd"}`: a box beside the text. Without a heading it is no landmark. */
export const ruta: Directive = {
  name: 'ruta',
  attributes: ['rubrik'],
  render(state, node, context) {
    const rubrik = rubrikOf(node)
    const ariaLabel = rubrik === '' ? undefined : uniqueLabel(context, rubrik)
    context.boxDepth++
    const children = state.all(bodyOf(node))
    context.boxDepth--
    const className = ['ruta']
    if (ariaLabel === undefined) return [element('div', { className }, children)]
    const head = element('p', { className: ['rutrubrik'] }, [text(rubrik)])
    return [element('aside', { className, ariaLabel }, [head, ...children])]
  }
}
