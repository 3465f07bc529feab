import type { Processor } from 'unified'

/**
 * unified plugin, after remark-directive: keeps `:::container` and `::leaf` and takes away
 * `:text` directives, which would eat "EU:s", "3:e" and "10:30".
 */
export function withoutTextDirectives(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) =>
    extension.flow?.[58] && extension.text?.[58] ? { flow: extension.flow } : extension
  )
}

const AUTOLINKS = new Set<string | undefined>(['emailAutolink', 'protocolAutolink', 'wwwAutolink'])

/**
 * unified plugin, after remark-gfm: takes away the recognition of bare addresses, which tries
 * every word as an e-mail address and takes half the time of parsing.
 */
export function withoutAutolinks(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => {
    if (!extension.text) return extension
    const text = Object.entries(extension.text).map(([code, constructs]) => [
      code,
      [constructs ?? []].flat().filter((construct) => !AUTOLINKS.has(construct.name))
    ])
    return { ...extension, text: Object.fromEntries(text) }
  })
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).map((extensions) =>
    [extensions].flat().filter((extension) => !extension.transforms)
  )
}
