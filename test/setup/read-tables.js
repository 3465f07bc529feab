// Runs in the page: every captioned table as a reader sees it. See tables.ts.
;(() => {
  const text = (cell) => {
    const copy = cell.cloneNode(true)
    for (const br of copy.querySelectorAll('br')) br.replaceWith('\n')
    return copy.textContent.replace(/[ \t\n]+/g, ' ').replace(/^[ \u00a0]+|[ \u00a0]+$/g, '')
  }
  const grid = (rows) => {
    const out = []
    for (const [y, row] of [...rows].entries()) {
      const line = (out[y] ??= [])
      let x = 0
      for (const cell of row.cells) {
        while (line[x] !== undefined) x++
        for (let dy = 0; dy < cell.rowSpan; dy++)
          for (let dx = 0; dx < cell.colSpan; dx++) (out[y + dy] ??= [])[x + dx] = text(cell)
        x += cell.colSpan
      }
    }
    return out
  }
  const isHeading = (row) => row.cells.length === 1 && row.cells[0].colSpan > 1
  return [...document.querySelectorAll('table')].flatMap((table) => {
    if (!table.caption) return []
    const caption = table.caption.cloneNode(true)
    for (const part of caption.querySelectorAll('b, .enhet')) part.remove()
    return [
      {
        id: table.caption.id,
        rubrik: text(caption),
        kolumner: grid(table.tHead?.rows ?? []).at(-1) ?? [],
        egna: [...table.tBodies].flatMap((body) =>
          [...body.rows].filter((row) => !isHeading(row)).map((row) => [...row.cells].map(text))
        ),
        rader: [...table.tBodies].flatMap((body) =>
          grid(body.rows).filter((_, i) => !isHeading(body.rows[i]))
        )
      }
    ]
  })
})()
