import type { ElementContent } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { Diagnostics } from '../diagnostic.ts'
import type { Source } from '../source.ts'
import { contextOf } from './context.ts'
import type { Directive, DirectiveNode } from './directive.ts'
import { bilaga } from './directives/bilaga.ts'
import { citat } from './directives/citat.ts'
import { exempel } from './directives/exempel.ts'
import { liggande } from './directives/liggande.ts'
import { ruta } from './directives/ruta.ts'
import { idOf, tabell } from './directives/tabell.ts'
import { underskrifter } from './directives/underskrifter.ts'
import { rubrikOf } from './directive.ts'
import * as messages from './messages.ts'
import type { WrittenTable } from './tree.ts'
import { firstLineOf, sliceOf, within } from './tree.ts'

const DIRECTIVES: ReadonlyMap<string, Directive> = new Map(
  [ruta, liggande, tabell, bilaga, citat, underskrifter, exempel].map((directive) => [
    directive.name,
    directive
  ])
)

/** The directives that writers can use, with what each can say. */
export const direktiven: readonly Directive[] = [...DIRECTIVES.values()]

/** Reports unknown names and attributes, and a directive that isn't closed. */
export function checkDirective(
  node: DirectiveNode,
  source: Source,
  diagnostics: Diagnostics
): void {
  const line = firstLineOf(source, node)
  const opening = source.text.slice(line.start, line.end)
  const directive = DIRECTIVES.get(node.name)
  if (!directive) {
    const at = opening.indexOf(node.name)
    const known = [...DIRECTIVES.keys()]
    diagnostics.add(messages.unknownDirective(node.name, known), within(line, at, node.name.length))
    return
  }
  for (const attribute of Object.keys(node.attributes ?? {})) {
    if (directive.attributes.includes(attribute)) continue
    const written = attribute === 'id' ? '#' : attribute === 'class' ? '.' : attribute
    const at = Math.max(opening.indexOf(written, opening.indexOf('{')), 0)
    diagnostics.add(
      messages.unknownAttribute(attribute, node.name, directive.attributes),
      within(line, at, written.length)
    )
  }
  if (node.type === 'leafDirective') {
    diagnostics.add(messages.leafForContainer(node.name), line)
    return
  }
  if (!/\n[ \t>]*:{3,}[ \t]*$/.test(sliceOf(source, node)))
    diagnostics.add(messages.unclosedDirective(node.name), line)
  directive.check?.(node, source, diagnostics)
}

/** What a `:::tabell` says of its table; undefined for anything else. */
export function tableOf(node: DirectiveNode, source: Source): WrittenTable | undefined {
  if (node.type !== 'containerDirective' || node.name !== tabell.name) return undefined
  return { id: idOf(node), rubrik: rubrikOf(node), span: firstLineOf(source, node) }
}

/** mdast → hast: an unknown directive (already reported) becomes what it holds. */
export function directive(state: State, node: DirectiveNode): ElementContent[] {
  const found = DIRECTIVES.get(node.name)
  if (!found || node.type === 'leafDirective') return []
  return found.render(state, node, contextOf(state))
}
