import { bodyOf, type Directive } from '../directive.ts'
import { element, text } from '../hast.ts'
import * as messages from '../messages.ts'
import { firstLineOf } from '../tree.ts'

/** `:::citat{källa="…"}`: what somebody else has written, with where it comes from. */
export const citat: Directive = {
  name: 'citat',
  attributes: ['källa'],
  check(node, source, diagnostics) {
    if (!node.attributes?.['källa']?.trim())
      diagnostics.add(messages.quoteWithoutSource(), firstLineOf(source, node))
  },
  render(state, node, context) {
    context.boxDepth++
    const quote = element('blockquote', {}, state.all(bodyOf(node)))
    context.boxDepth--
    const källa = node.attributes?.['källa']?.trim()
    if (!källa) return [quote]
    return [
      element('figure', { className: ['citat'] }, [quote, element('figcaption', {}, [text(källa)])])
    ]
  }
}
