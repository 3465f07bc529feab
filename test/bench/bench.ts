/**
 * `npm run bench`: whole processes against floors measured in the same rounds: `bare.ts`, a bare
 * script of the same libraries, and one raw print. `--snabb` for a short run without the fifty
 * reports, `--json` for machines, `--rounds=<n>`.
 *
 * Cold: no output, no cache of charts (TERTIAL_CACHE=nej), no compiled code, none written (CI=1).
 * First: as cold, but on a machine that keeps things: Node's compile cache is empty and gets written.
 * Code: as first, but that cache is there from an earlier run. Warm: the second build in the same
 * place, every cache on. The bare script keeps no caches, so its one time is the floor of them all.
 *
 * Not counted anywhere: what `npm ci` does, that is putting the program in one piece
 * (`src/make-bundle.ts`, run here first so that it fits the sources), and unpacking the browser.
 * Files are in the system's page cache throughout.
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { launchSurroundings, thisMachine } from '../../src/pdf/browser.ts'
import { findBrowsers } from '../../src/pdf/find-browser.ts'
import { interleave, median, type Command, type Rounds } from './measure.ts'
import type { Prints } from './print.ts'
import { workloads, writeWorkload } from './workload.ts'

/** Floors that must hold: ours over the bare script's. */
const GOALS = { html: 1.0, pdf: 1.3 } as const
/** Ours over one raw print: the whole PDF step, and each of several reports after each other. */
const PRINT_GOALS = { step: 2.0, many: 1.6 } as const
/**
 * A report of forty pages in kB, what 500 pages may take of memory in MB, and the milliseconds from a save
 * to the screen in the preview of that report and of all rules on it the first time, by the median.
 */
const LIMITS = { kilobytes: 500, megabytes: 2000, milliseconds: 200, rules: 300 } as const

interface Line {
  readonly what: string
  readonly floor: string
  readonly ms: number
  readonly best: number
  readonly floorMs: number
  readonly floorBest: number
  /** Median of the rounds' own ratios: a busy round slows both. */
  readonly ratio: number
  readonly goal: number | null
}

const { values: options } = parseArgs({
  options: {
    snabb: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    rounds: { type: 'string' }
  }
})
const rounds = Number(options.rounds ?? (options.snabb ? 3 : 7))
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))
await promisify(execFile)(process.execPath, [path('../../src/make-bundle.ts')])
const root = await mkdtemp(join(tmpdir(), 'tertial-bench-'))
const launch = await launchOptions()
const lines: Line[] = []
const takes: { what: string; takes: number; unit: string; limit: number }[] = []
try {
  for (const name of ['annual', 'org-50'] as const) {
    if (options.snabb && name === 'org-50') continue
    const project = join(root, name)
    await writeWorkload(project, workloads[name], path('../../templates'))
    const times = name === 'annual' ? rounds : Math.min(rounds, 5)
    for (const format of ['html', 'pdf'] as const)
      lines.push(...(await measure(name, project, format, times)))
    if (name === 'annual') await measurePrint(project)
    if (name === 'annual') await measurePreview(project)
    if (name === 'annual') await measureRules()
  }
} finally {
  await rm(root, { recursive: true, force: true })
}
if (options.json)
  console.log(
    JSON.stringify(
      { node: process.version, cpus: cpus().length, load: loadavg(), lines, takes },
      null,
      2
    )
  )
else report()

async function measure(
  name: string,
  project: string,
  format: 'html' | 'pdf',
  times: number
): Promise<Line[]> {
  const empty = async (folder: string) => {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
  }
  const ours = (
    out: string,
    env: Readonly<Record<string, string>>,
    fresh: readonly string[]
  ): Command => ({
    args: [
      path('../../src/cli.ts'),
      'build',
      '--format',
      format === 'pdf' ? 'html,pdf' : format,
      '--out',
      out
    ],
    cwd: project,
    env,
    prepare: async () => {
      for (const folder of fresh) await empty(folder)
    }
  })
  const at = (folder: string) => join(root, `${folder}-${name}-${format}`)
  const commands = {
    bare: {
      args: [path('bare.ts'), project, at('bare'), format, launch],
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      prepare: () => empty(at('bare'))
    },
    cold: ours(at('cold'), { CI: '1', TERTIAL_CACHE: 'nej' }, [at('cold')]),
    // Node's compile cache lies in TMPDIR.
    first: ours(at('first'), { CI: '', TERTIAL_CACHE: 'nej', TMPDIR: at('first-tmp') }, [
      at('first'),
      at('first-tmp')
    ]),
    code: ours(at('code'), { CI: '', TERTIAL_CACHE: 'nej', TMPDIR: at('tmp') }, [at('code')]),
    warm: ours(at('warm'), { CI: '', TERTIAL_CACHE: 'ja', TMPDIR: at('tmp') }, [])
  }
  await mkdir(at('tmp'), { recursive: true })
  // Twice, since the second fills the cache with what is loaded only when charts are there already.
  await interleave({ code: commands.code, warm: commands.warm, again: commands.warm }, 1, () => {
    tell(`${name} ${format}: warming`)
  })
  const took = await interleave(commands, times, (round) =>
    tell(`${name} ${format}: round ${round} of ${times}`)
  )
  return (['cold', 'first', 'code', 'warm'] as const).map((state) =>
    line(`${name} ${format}, ${state}`, 'bare script', took, state, 'bare', GOALS[format])
  )
}

/** From save to screen, as the program itself measures and prints it. */
async function measurePreview(project: string): Promise<void> {
  tell('preview: save to screen')
  const args = [path('preview.ts'), project, String(rounds * 3)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  for (const [kind, times] of Object.entries(JSON.parse(stdout) as Record<string, number[]>))
    takes.push({
      what: `annual preview, ${kind} to screen`,
      takes: Math.round(median(times)),
      unit: 'ms',
      limit: LIMITS.milliseconds
    })
}

/** All rules on a report of forty pages, each time in a process of its own. */
async function measureRules(): Promise<void> {
  tell('rules')
  const times: number[] = []
  for (let i = 0; i < rounds; i++) {
    const { stdout } = await promisify(execFile)(process.execPath, [path('rules.ts'), '--json'])
    times.push((JSON.parse(stdout) as { first: number }).first)
  }
  takes.push({
    what: 'all rules on forty pages, the first time',
    takes: Math.round(median(times)),
    unit: 'ms of the processor',
    limit: LIMITS.rules
  })
}

/** The PDF step alone: against raw prints, and how much it takes. */
async function measurePrint(project: string): Promise<void> {
  tell('print alone')
  const { stdout } = await promisify(execFile)(process.execPath, [
    path('print.ts'),
    project,
    String(rounds),
    launch
  ])
  const prints = JSON.parse(stdout) as Prints
  const took = new Map(Object.entries(prints).filter(([, value]) => Array.isArray(value)))
  lines.push(
    line('annual pdf, print alone', 'raw print', took, 'step', 'raw', PRINT_GOALS.step),
    line('annual pdf, each of eight', 'raw print', took, 'many', 'rawMany', PRINT_GOALS.many)
  )
  const { pages, bytes, long } = prints
  const limit = (LIMITS.kilobytes * pages) / 40
  takes.push(
    { what: `annual pdf, ${pages} pages`, takes: Math.round(bytes / 1000), unit: 'kB', limit },
    {
      what: `${long.pages} pages in ${Math.round(long.ms / 100) / 10} s`,
      takes: long.megabytes ?? NaN,
      unit: 'MB of memory, browser included',
      limit: LIMITS.megabytes
    }
  )
}

function line(
  what: string,
  floor: string,
  took: Rounds,
  ours: string,
  bare: string,
  goal: number | null
): Line {
  const [mine = [], theirs = []] = [took.get(ours), took.get(bare)]
  return {
    what,
    floor,
    ms: median(mine),
    best: Math.min(...mine),
    floorMs: median(theirs),
    floorBest: Math.min(...theirs),
    ratio: median(mine.map((ms, i) => ms / (theirs[i] ?? NaN))),
    goal
  }
}

/** The same browser with the same flags for the floors as for ours. */
async function launchOptions(): Promise<string> {
  const { found } = await findBrowsers(thisMachine(async () => ''))
  const browser = found[0]
  if (!browser) throw new Error('no browser found')
  const { args, env } = launchSurroundings(browser.path, false)
  const headless = browser.kind === 'pinned' ? 'shell' : true
  const { PATH, HOME, TZ, FONTCONFIG_FILE } = env
  return JSON.stringify({
    executablePath: browser.path,
    headless,
    pipe: true,
    args,
    env: { PATH, HOME, TZ, FONTCONFIG_FILE }
  })
}

function report(): void {
  const ms = (value: number) => `${Math.round(value)}`.padStart(7)
  const rows = lines.map(
    ({ what, ms: mine, best, floor, floorMs, floorBest, ratio, goal }) =>
      `${what.padEnd(26)}${ms(mine)}${ms(best)}  ${floor.padEnd(12)}${ms(floorMs)}${ms(floorBest)}${ratio.toFixed(2).padStart(8)}${(goal?.toFixed(1) ?? '–').padStart(6)}`
  )
  const head = `${'ms'.padEnd(26)} median    min  ${'floor'.padEnd(12)} median    min   ratio  goal`
  console.log([head, ...rows].join('\n'))
  console.log(
    `\nNode ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; ratio: median of each round's own.`
  )
  for (const { what, ratio, goal } of lines)
    if (goal !== null)
      console.log(
        `${ratio <= goal ? 'met   ' : 'MISSED'} ${what}: ${ratio.toFixed(2)} of ${goal.toFixed(1)} × its floor`
      )
  for (const { what, takes: much, unit, limit } of takes)
    console.log(`${much <= limit ? 'met   ' : 'MISSED'} ${what}: ${much} of ${limit} ${unit}`)
}

/** Progress, apart from the result. */
function tell(text: string): void {
  if (!options.json) console.error(text)
}
