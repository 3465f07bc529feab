/** Where a browser came from, in the order they are looked for. Only `pinned` gives the same bytes everywhere. */
export type BrowserKind = 'PUPPETEER_EXECUTABLE_PATH' | 'pinned' | 'puppeteer' | 'installed'

/** A browser that is there to be started. */
export interface BrowserCandidate {
  readonly kind: BrowserKind
  readonly path: string
}

/** A place where no usable browser was found, and why if it was more than absence. */
export interface BrowserAttempt {
  readonly kind: BrowserKind
  readonly path?: string | undefined
  /** `absent`: nothing there; `unsupported`: not made for this machine; `broken`: would not start. */
  readonly reason: 'absent' | 'unsupported' | 'broken'
  /** The system's own words, for `broken`. */
  readonly detail?: string | undefined
}

/** Either the browsers that are there, best first, or what was tried in vain. */
export interface BrowserSearch {
  readonly found: readonly BrowserCandidate[]
  readonly tried: readonly BrowserAttempt[]
}

/** What the search needs to know of the machine it runs on. */
export interface Machine {
  readonly platform: string
  readonly arch: string
  readonly env: Readonly<Record<string, string | undefined>>
  exists(path: string): boolean
  /** Unpacks the pinned browser if need be and gives its path; undefined if the package is absent. */
  pinned(): Promise<string | undefined>
  /** Where puppeteer would have put the one it downloads, whether it is there or not. */
  downloaded(): Promise<string | undefined>
}

/**
 * Looks for browsers in the order that the product promises, best first. A path set in
 * PUPPETEER_EXECUTABLE_PATH is an order, not a wish: if it is wrong nothing else is tried.
 */
export async function findBrowsers(machine: Machine): Promise<BrowserSearch> {
  const found: BrowserCandidate[] = []
  const tried: BrowserAttempt[] = []
  const chosen = machine.env['PUPPETEER_EXECUTABLE_PATH']
  if (chosen) {
    const kind = 'PUPPETEER_EXECUTABLE_PATH'
    if (machine.exists(chosen)) found.push({ kind, path: chosen })
    else tried.push({ kind, path: chosen, reason: 'absent' })
    return { found, tried }
  }
  if (machine.platform === 'linux' && machine.arch === 'x64') {
    await probe('pinned', () => machine.pinned())
  } else tried.push({ kind: 'pinned', reason: 'unsupported' })
  await probe('puppeteer', () => machine.downloaded())
  const installed = installedPaths(machine.platform, machine.env).filter((p) => machine.exists(p))
  found.push(...installed.map((path) => ({ kind: 'installed' as const, path })))
  if (installed.length === 0) tried.push({ kind: 'installed', reason: 'absent' })
  return { found, tried }

  async function probe(kind: BrowserKind, locate: () => Promise<string | undefined>) {
    try {
      const path = await locate()
      if (path && machine.exists(path)) found.push({ kind, path })
      else tried.push({ kind, path, reason: 'absent' })
    } catch (error) {
      tried.push({ kind, reason: 'broken', detail: String(error) })
    }
  }
}

/** The usual places of Chrome, Chromium and Edge, in that order. */
export function installedPaths(
  platform: string,
  env: Readonly<Record<string, string | undefined>>
): string[] {
  if (platform === 'win32') return windowsPaths(env)
  if (platform === 'darwin') return macPaths(env)
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge'
  ]
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'))
  const usual = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
  const all = [...new Set([...folders, ...usual])]
  return [
    ...names.flatMap((name) => all.map((folder) => `${folder}/${name}`)),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge'
  ]
}

function macPaths(env: Readonly<Record<string, string | undefined>>): string[] {
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
  const folders = ['/Applications', ...(env['HOME'] ? [`${env['HOME']}/Applications`] : [])]
  return names.flatMap((name) =>
    folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`)
  )
}

function windowsPaths(env: Readonly<Record<string, string | undefined>>): string[] {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => env[name] ?? env[WINDOWS_SPELLING[name] ?? name])
    .filter((root) => root !== undefined)
  const tails = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe'
  ]
  return tails.flatMap((tail) => roots.map((root) => `${root}\\${tail}`))
}

/** A copied environment has lost Windows' indifference to case. */
const WINDOWS_SPELLING: Readonly<Record<string, string>> = {
  PROGRAMFILES: 'ProgramFiles',
  'PROGRAMFILES(X86)': 'ProgramFiles(x86)'
}
