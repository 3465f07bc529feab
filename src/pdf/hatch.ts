import type { Element } from './structure.ts'

/**
 * The way to any tag: what the page marks as `role=figure aria-label="@@Tag key=value"` comes from
 * the browser as a Figure with that as its alternative text, and becomes what it says. Known keys are
 * `Alt`, `E` (what an abbreviation stands for) and `Lang`.
 */
export function readHatch(node: Element): void {
  const written = node.alt?.startsWith(HATCH) === true ? /^@@(\w+)\s*(.*)$/s.exec(node.alt) : null
  if (!written || node.type !== 'Figure') return
  const [, type = '', keys = ''] = written
  node.type = type
  node.alt = undefined
  for (const [, key, quoted, bare] of keys.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)) {
    const value = quoted ?? bare
    if (key === 'Alt') node.alt = value
    else if (key === 'E') node.expansion = value
    else if (key === 'Lang') node.lang = value
  }
}

/** How such an alternative text begins. */
export const HATCH = '@@'
