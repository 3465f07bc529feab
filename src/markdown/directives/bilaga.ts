import type { Directive } from '../directive.ts'

/** `:::bilaga` makes the file an appendix. It is lifted off when the file is read. */
export const bilaga: Directive = {
  name: 'bilaga',
  attributes: [],
  render: (state, node) => state.all(node)
}
