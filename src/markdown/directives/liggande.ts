import { bodyOf, type Directive } from '../directive.ts'
import { element } from '../hast.ts'

/** `:::liggande` puts what it holds on landscape pages when printed. */
export const liggande: Directive = {
  name: 'liggande',
  attributes: [],
  render: (state, node) => [element('div', { className: ['liggande'] }, state.all(bodyOf(node)))]
}
