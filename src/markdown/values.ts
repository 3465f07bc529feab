import type { ElementContent } from 'hast'
import type { Html, Paragraph } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { contextOf, type Replacement } from './context.ts'
import { element, trusted } from './hast.ts'
import { isComment } from './html.ts'
import * as messages from './messages.ts'
import type { VärdeNode } from './syntax.ts'

function replacementOf(state: State, node: VärdeNode): Replacement | undefined {
  const context = contextOf(state)
  const value = context.tree.values[node.nr]
  return value && context.options.replace(value)
}

/** mdast → hast: a value in running text. A block there is reported and left out. */
export function värde(state: State, node: VärdeNode): ElementContent | undefined {
  const replacement = replacementOf(state, node)
  if (!replacement) return undefined
  if (!replacement.block) return trusted(replacement.html)
  const { tree, options } = contextOf(state)
  options.diagnostics.add(messages.blockInText(node.value), tree.values[node.nr]?.span)
  return undefined
}

/** mdast → hast: blocks among a paragraph's values come out of it, the rest stay paragraphs. */
export function paragraph(state: State, node: Paragraph): ElementContent | ElementContent[] {
  const first = node.children[0]
  if (first?.type !== 'värde' || !contextOf(state).tree.values[first.nr]?.block) {
    const children = state.all(node)
    const result = element('p', {}, children)
    state.patch(node, result)
    return result
  }
  const blocks: ElementContent[] = []
  let inline: ElementContent[] = []
  const flush = (): void => {
    if (inline.length > 0) {
      const text = element('p', {}, inline)
      state.patch(node, text)
      blocks.push(text)
    }
    inline = []
  }
  for (const child of node.children) {
    if (child.type !== 'värde') continue
    const replacement = replacementOf(state, child)
    if (!replacement) continue
    if (replacement.block) {
      flush()
      blocks.push(trusted(replacement.html))
    } else {
      if (inline.length > 0) inline.push({ type: 'text', value: '\n' })
      inline.push(trusted(replacement.html))
    }
  }
  flush()
  return blocks
}

/** mdast → hast: the writer's HTML, marked as such; comments are the writer's own notes. */
export function html(state: State, node: Html): ElementContent | undefined {
  if (isComment(node.value)) return undefined
  const result: ElementContent = { type: 'raw', value: node.value, data: { written: true } }
  state.patch(node, result)
  return result
}
