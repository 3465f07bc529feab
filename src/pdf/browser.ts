import { createReadStream, createWriteStream, existsSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'
import type { Machine } from './find-browser.ts'
import { readTar } from './tar.ts'

/** The machine this process runs on; `downloaded` is asked of puppeteer, whose owner is stage 8. */
export function thisMachine(downloaded: Machine['downloaded']): Machine {
  return {
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    exists: existsSync,
    pinned: unpackPinned,
    downloaded
  }
}

/** What a browser is started with besides its path. */
export interface LaunchSurroundings {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Flags and environment for printing: no network whatever the page asks for, no hinting, UTC, and
 * for the pinned browser its own fonts alone, so that a fallback glyph is the same on every machine.
 */
export function launchSurroundings(path: string, ownLibraries: boolean): LaunchSurroundings {
  const folder = dirname(path)
  const fontConfig = join(folder, 'fonts.conf')
  return {
    args: [
      // Sandboxes need rights that containers and many Linux desktops withhold. What is printed is
      // our own page, without scripts and without network.
      ...(process.platform === 'linux' ? ['--no-sandbox', '--no-zygote'] : []),
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--lang=sv',
      '--no-proxy-server',
      '--host-resolver-rules=MAP * ~NOTFOUND'
    ],
    env: {
      ...process.env,
      TZ: 'UTC',
      ...(existsSync(fontConfig) ? { FONTCONFIG_FILE: fontConfig } : {}),
      ...(ownLibraries ? { LD_LIBRARY_PATH: join(folder, 'lib') } : {})
    }
  }
}

/** True for the pinned browser's folder: it brings the libraries that a bare machine lacks. */
export function hasOwnLibraries(path: string): boolean {
  return existsSync(join(dirname(path), 'lib', 'libnss3.so'))
}

/**
 * Unpacks the pinned browser to a folder named by its version, once. It is made beside its final
 * place and renamed, so that two builds at once, or one cut short, never leave half a browser.
 */
async function unpackPinned(): Promise<string | undefined> {
  const bin = pinnedPackage()
  if (!bin) return undefined
  const manifest: unknown = JSON.parse(readFileSync(join(bin, '..', 'package.json'), 'utf8'))
  const { version } = manifest as { version: string }
  const modules = bin.slice(0, bin.lastIndexOf('node_modules') + 'node_modules'.length)
  const folder = join(modules, '.cache', 'tertial', `chromium-${version}`)
  if (existsSync(join(folder, 'chromium'))) return join(folder, 'chromium')
  const made = await unpackBeside(bin, folder).catch(() => undefined)
  if (made === undefined) return unpackForThisRun(bin)
  try {
    await rename(made, folder)
  } catch (error) {
    await rm(made, { recursive: true, force: true })
    // Another build was first: its browser is as whole as ours.
    if (!existsSync(join(folder, 'chromium'))) throw error
  }
  return join(folder, 'chromium')
}

async function unpackBeside(bin: string, folder: string): Promise<string> {
  await mkdir(dirname(folder), { recursive: true })
  const made = await mkdtemp(`${folder}-ny-`)
  await unpack(bin, made, folder)
  return made
}

/** For a read-only node_modules: a private folder that goes when the process ends. */
async function unpackForThisRun(bin: string): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'tertial-chromium-'))
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  await unpack(bin, made, made)
  return join(made, 'chromium')
}

function pinnedPackage(): string | undefined {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin')
  } catch {
    return undefined
  }
}

/** Unpacks browser, fonts and libraries into a folder that will end up as `final`. */
async function unpack(bin: string, folder: string, final: string): Promise<void> {
  try {
    await Promise.all([
      pipeline(
        createReadStream(join(bin, 'chromium.br'), { highWaterMark: 2 ** 22 }),
        createBrotliDecompress({ chunkSize: 2 ** 21 }),
        createWriteStream(join(folder, 'chromium'), { mode: 0o700 })
      ),
      unpackTar(join(bin, 'fonts.tar.br'), folder),
      unpackTar(join(bin, 'al2023.tar.br'), folder)
    ])
    await writeFile(join(folder, 'fonts.conf'), fontConfig(final))
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** Only the fonts that came with the browser, and a cache beside them. */
function fontConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escapeXml(join(folder, 'fonts'))}</dir>
  <cachedir>${escapeXml(join(folder, 'fontcache'))}</cachedir>
</fontconfig>
`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

async function unpackTar(archive: string, folder: string): Promise<void> {
  for (const { name, bytes } of readTar(brotliDecompressSync(readFileSync(archive)))) {
    if (name.split('/').includes('..')) continue
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytes, { mode: 0o700 })
  }
}
