import type { Diagnostics } from '../diagnostic.ts'
import * as messages from '../messages.ts'
import type { MarkdownTree } from './tree.ts'

/** Links within the page that lead nowhere, told once all of its anchors are known. */
export function checkAnchors(
  trees: readonly MarkdownTree[],
  anchors: ReadonlySet<string>,
  diagnostics: Diagnostics
): void {
  for (const { links } of trees)
    for (const link of links) {
      if (!link.href.startsWith('#') || link.href.length < 2) continue
      if (!anchors.has(decodeURIComponent(link.href.slice(1))))
        diagnostics.add(messages.okäntAnkare(link.href, [...anchors]), link.span)
    }
}

/** Pictures that aren't among those of the report's folder. */
export function checkImages(
  tree: MarkdownTree,
  bilder: ReadonlySet<string>,
  diagnostics: Diagnostics
): void {
  for (const image of tree.images)
    if (!bilder.has(image.src))
      diagnostics.add(messages.saknadBild(image.src, [...bilder]), image.span)
}
