import type { ElementContent } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { Diagnostics } from '../diagnostic.ts'
import type { Source } from '../source.ts'
import type { Context } from './context.ts'
import { textOf } from './tree.ts'

export type DirectiveNode = ContainerDirective | LeafDirective

/** A layout directive: what it may say and what it becomes. */
export interface Directive {
  readonly name: string
  readonly attributes: readonly string[]
  /** Reports what is wrong with one use; names and attributes are checked before. */
  check?(node: ContainerDirective, source: Source, diagnostics: Diagnostics): void
  render(state: State, node: ContainerDirective, context: Context): ElementContent[]
}

/** The heading of a directive: `rubrik="…"`, or a label as in `:::ruta[…]`. */
export function rubrikOf(node: DirectiveNode): string {
  const attribute = node.attributes?.['rubrik']?.trim()
  if (attribute) return attribute
  const label = node.children.find((child) => isLabel(child))
  return label ? textOf(label).trim() : ''
}

/** What stands in the directive, its label left out. */
export function bodyOf(node: ContainerDirective): ContainerDirective {
  return { ...node, children: node.children.filter((child) => !isLabel(child)) }
}

function isLabel(node: { type: string; data?: object | undefined }): boolean {
  return node.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data
}
