import { bodyOf, type Directive } from '../directive.ts'
import { element, text } from '../hast.ts'
import { sliceOf } from '../tree.ts'

/** `:::exempel`: what stands in it as it is written, and below it what it becomes. */
export const exempel: Directive = {
  name: 'exempel',
  attributes: [],
  render(state, node, context) {
    const written = sliceOf(context.tree.source, node)
      .replace(/^[^\n]*\n/, '')
      .replace(/\r?\n[ \t>]*:{3,}[ \t]*$/, '')
    const result = state.all(bodyOf(node))
    return [
      element('div', { className: ['skrivexempel'] }, [
        element('pre', {}, [element('code', {}, [text(written)])]),
        element('div', { className: ['blir'] }, result)
      ])
    ]
  }
}
