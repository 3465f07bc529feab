/**
 * From a file's save to its change on screen, in the real command with a real browser, as the program
 * itself measures and prints it. `node test/bench/preview.ts <project> [<saves>]` prints JSON: the
 * milliseconds of each save of a text, and of each save of data.
 */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBrowser } from '../setup/browser.ts'

const [project = '', saves = '20'] = process.argv.slice(2)
/** Until the code is warm, as it is for who writes. */
const WARMING = 12

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const child = spawn(process.execPath, [cli, 'preview', '--öppna-inte', '--editor', 'ingen'], {
  cwd: project,
  stdio: ['ignore', 'pipe', 'inherit']
})
let said = ''
let heard = (): void => undefined
child.stdout.on('data', (text) => {
  said += String(text)
  heard()
})

/** What the pattern finds in what has been said after a point, once it is there. */
async function hear(pattern: RegExp, after: number): Promise<string> {
  for (;;) {
    const found = pattern.exec(said.slice(after))
    if (found) return found[1] ?? ''
    await new Promise<void>((resolve) => (heard = resolve))
  }
}

const browser = await openBrowser({ local: true })
try {
  const page = await browser.newPage()
  await page.setViewport({ width: 1440, height: 900 })
  await page.goto(await hear(/(http:\S+)/, 0), { waitUntil: 'load' })
  await page.waitForFunction('document.querySelector(".t-falt")?.dataset.läge === "ny"')
  const content = join(project, 'content/region-prov/enhet-1/2021-arsrapport')
  const chapters = readdirSync(content).filter((name) => name.endsWith('.md'))
  const data = join(project, 'data/region-prov/enhet-1/ekonomi.yaml')
  const texts = new Map<string, string>()
  const original = (path: string): string => {
    const text = texts.get(path) ?? readFileSync(path, 'utf8')
    texts.set(path, text)
    return text
  }
  const saveText = (nr: number): void => {
    const path = join(content, chapters[nr % chapters.length] ?? '')
    writeFileSync(path, original(path).replace('\n\n', `\n\nMätning nummer ${nr}.\n\n`))
  }
  const saveData = (nr: number): void =>
    writeFileSync(data, original(data).replace(/utfall: \d+,\d/, `utfall: ${100 + nr},5`))

  const times: Record<'text' | 'data', number[]> = { text: [], data: [] }
  for (let nr = 0; nr < WARMING + 2 * Number(saves); nr++) {
    const kind = nr % 2 === 0 ? 'text' : 'data'
    const before = said.length
    if (kind === 'text') saveText(nr)
    else saveData(nr)
    const ms = Number(
      (await hear(/: ([\d\u00a0]+) ms till skärmen/, before)).replaceAll('\u00a0', '')
    )
    if (nr >= WARMING) times[kind].push(ms)
    // As a writer pauses: the rules have been tried and nothing is under way.
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
  console.log(JSON.stringify(times))
} finally {
  await browser.close()
  child.kill('SIGINT')
}
