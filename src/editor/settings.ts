import { applyEdits, modify, parse, type ParseError } from 'jsonc-parser'

/** The editor's settings for a folder are JSON with comments, which are the writer's own. */
type Text = string

/** Which schema an editor holds a file against: `.vscode/tertial/x.json` → paths. */
export type Koppling = Readonly<Record<string, readonly string[]>>

const NYCKEL = 'yaml.schemas'

/**
 * The settings with Tertial's schemas wired in; all else is kept as it stands, comments too, and
 * so are other tools' schemas. Undefined where the file can't be read: then nothing is to be written.
 */
export function wireSettings(text: Text, folder: string, koppling: Koppling): Text | undefined {
  const base = text.trim() === '' ? '{}\n' : text
  const faults: ParseError[] = []
  const settings = parse(base, faults, { allowTrailingComma: true }) as Record<string, unknown>
  if (
    faults.length > 0 ||
    typeof settings !== 'object' ||
    settings === null ||
    Array.isArray(settings)
  )
    return undefined
  const before = (settings[NYCKEL] ?? {}) as Record<string, unknown>
  const others = Object.entries(before).filter(([schema]) => !schema.startsWith(folder))
  const wanted = { ...Object.fromEntries(others), ...koppling }
  if (JSON.stringify(before) === JSON.stringify(wanted)) return text
  const formattingOptions = { tabSize: 2, insertSpaces: true, eol: '\n' }
  return applyEdits(base, modify(base, [NYCKEL], wanted, { formattingOptions }))
}
