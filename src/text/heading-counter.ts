/** Numbers headings below the chapter: 2.1, 2.1.1; undefined for levels that aren't numbered. */
export function headingCounter(
  chapter: string,
  levels: number
): (nivå: number) => string | undefined {
  const counts: number[] = []
  return (nivå) => {
    const depth = nivå - 1
    if (depth < 1) return undefined
    counts.length = Math.min(counts.length, depth)
    while (counts.length < depth) counts.push(0)
    counts[depth - 1] = (counts[depth - 1] ?? 0) + 1
    return chapter !== '' && nivå <= levels ? [chapter, ...counts].join('.') : undefined
  }
}
