import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createDiagrampool } from '../../src/chart/pool.ts'
import { diskFiles, packageFile } from '../../src/effects.ts'
import { startPreview, type Preview } from '../../src/preview/server.ts'
import { REPO } from '../setup/site.ts'

export const REPORT = 'region-norrbotten/regionstod/2021-uppfoljning-av-intern-kontroll'
export const OTHER = 'region-norrbotten/regionstod/2021-internkontrollplan'

/** A project on disk with two reports, and a preview of it. */
export interface Previewed {
  readonly root: string
  readonly preview: Preview
  /** What was said at the terminal. */
  readonly said: string[]
  read(path: string): string
  write(path: string, text: string): void
  /** Puts a file back as the repository has it. */
  restore(path: string): void
  close(): Promise<void>
}

export async function previewProject(
  options: { editor?: string | null; files?: Readonly<Record<string, string>> } = {}
): Promise<Previewed> {
  const root = mkdtempSync(join(tmpdir(), 'tertial-preview-'))
  for (const part of [
    'data/region-norrbotten',
    'templates',
    `content/${REPORT}`,
    `content/${OTHER}`
  ])
    cpSync(join(REPO, part), join(root, part), { recursive: true })
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [path, text] of Object.entries(options.files ?? {})) write(path, text)
  const said: string[] = []
  const preview = await startPreview(
    {
      root,
      rapporter: [REPORT],
      port: undefined,
      editor: options.editor === undefined ? 'vscode://file/{path}:{line}:{col}' : options.editor,
      version: '0',
      say: (text) => void said.push(text)
    },
    createDiagrampool(null),
    {
      files: diskFiles,
      env: {},
      commit: async () => null,
      packageFile,
      progress: () => undefined
    }
  )
  if ('fel' in preview) throw new Error(preview.fel)
  return {
    root,
    preview,
    said,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    write,
    restore: (path) => write(path, readFileSync(join(REPO, path), 'utf8')),
    async close() {
      await preview.close()
      rmSync(root, { recursive: true, force: true })
    }
  }
}
