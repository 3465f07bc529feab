import type { Diagrampool } from '../chart/pool.ts'
import type { Effects } from '../effects.ts'
import { Diagnostics } from '../diagnostic.ts'
import { fontReader } from '../printing.ts'
import { discover } from '../stages/1-discover.ts'
import { select } from '../select.ts'
import { serve, type Flöde, type Listening, type Portfel } from './http.ts'
import { createLatens, formatLatens } from './latency.ts'
import { createPdfer } from './pdf.ts'
import { openUtskrift } from './print.ts'
import { createRoutes } from './routes.ts'
import { createSession, tell } from './session.ts'
import { watchProject } from './watch.ts'

export interface PreviewOptions {
  readonly root: string
  /** What the user has named; the page of all reports where it is nothing. */
  readonly rapporter: readonly string[]
  readonly port: number | undefined
  /** Pattern of addresses that open the editor; null for none. */
  readonly editor: string | null
  readonly version: string
  /** A line for who sits at the terminal. */
  readonly say: (text: string) => void
}

export interface Preview extends Listening {
  /** Where the browser is to begin. */
  readonly start: string
  /** What was said about the names given. */
  readonly diagnostics: Diagnostics
  /** Whether there is any report at all. */
  readonly tomt: boolean
}

/** Watches a project and serves its reports as they are written, until it is closed. */
export async function startPreview(
  options: PreviewOptions,
  pool: Diagrampool,
  effects: Effects
): Promise<Preview | Portfel> {
  const { root, say } = options
  const utskrift = openUtskrift()
  const lists = new Set<Flöde>()
  const latens = createLatens()
  const watched = watchProject(root, (change) => {
    session.changed(change)
    if (change.paths.some(isListed)) for (const flöde of lists) flöde.send('ladda', {})
  })
  const quiet = { ...effects, files: watched.files, progress: () => undefined }
  const fonts = fontReader(root, { ...quiet, files: effects.files })
  const pdfer = createPdfer(root, utskrift, fonts, quiet, options.version, (report) =>
    tell(report, 'pdf', report.pdfläge)
  )
  const session = createSession({
    root,
    watched,
    effects: quiet,
    pool,
    onMade: (report, made) => pdfer.made(report, made)
  })
  const routes = createRoutes({
    root,
    editor: options.editor,
    session,
    pdfer,
    effects: quiet,
    fonts,
    lists,
    onShown: (paths, ms) => say(formatLatens(paths, latens.add(ms)))
  })
  const close = async (): Promise<void> => {
    watched.close()
    await utskrift.close()
  }
  const listening = await serve(options.port, routes)
  if ('fel' in listening) {
    await close()
    return listening
  }
  const diagnostics = new Diagnostics()
  const project = await discover(root, watched.files, new Diagnostics())
  const [first] = options.rapporter.length ? select(project, options.rapporter, diagnostics) : []
  const only = project.rapporter.length === 1 ? project.rapporter[0] : undefined
  const path = first ?? only
  return {
    ...listening,
    start: `${listening.origin}/${path ? `${encodeURI(path.id)}/index.html` : ''}`,
    diagnostics,
    tomt: project.rapporter.length === 0,
    async close() {
      await listening.close()
      await close()
    }
  }
}

/** What the page of all reports is made from. */
const isListed = (path: string): boolean =>
  /^templates\/|\/rapport\.ya?ml$|^data\/[^/]+\/organisation\.yaml$/.test(path)
