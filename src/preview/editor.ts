/** Addresses that open a file at a line, by the editors' names. */
export const EDITORS: Readonly<Record<string, string | null>> = {
  vscode: 'vscode://file/{path}:{line}:{col}',
  cursor: 'cursor://file/{path}:{line}:{col}',
  vscodium: 'vscodium://file/{path}:{line}:{col}',
  windsurf: 'windsurf://file/{path}:{line}:{col}',
  zed: 'zed://file/{path}:{line}:{col}',
  idea: 'idea://open?file=/{path}&line={line}&column={col}',
  sublime: 'subl://open?url=file:///{path}&line={line}&column={col}',
  ingen: null
}

/**
 * The pattern that a name or a pattern of one's own stands for: null for no links, undefined for
 * what can't be one. `{path}` is the absolute path without its first slash.
 */
export function editorPattern(wanted: string): string | null | undefined {
  const name = wanted.trim().toLowerCase()
  if (Object.hasOwn(EDITORS, name)) return EDITORS[name]
  if (name === 'none') return null
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(wanted)?.[1]?.toLowerCase()
  if (!scheme || !wanted.includes('{path}')) return undefined
  // What acts in the page itself is no editor.
  return ['javascript', 'data', 'vbscript', 'blob', 'about'].includes(scheme) ? undefined : wanted
}
