import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import about from '../package.json' with { type: 'json' }

const USAGE = 2
const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  format: { type: 'string' },
  out: { type: 'string' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  'kontrollera-pdf': { type: 'boolean' },
  sarif: { type: 'boolean' },
  annotera: { type: 'string' },
  tystade: { type: 'boolean' },
  fix: { type: 'boolean' },
  enhet: { type: 'string' },
  period: { type: 'string' }
} as const
/** Which options a command takes, besides --help. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  build: ['format', 'out', 'strict', 'json', 'kontrollera-pdf'],
  check: ['strict', 'json', 'sarif', 'annotera', 'tystade', 'fix'],
  explain: [],
  status: ['json'],
  new: ['enhet', 'period']
}

/** The command that the arguments ask for; gives the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < 24)
    return wrong(
      `Tertial behöver Node 24, det här är Node ${process.versions.node}. Kör "npx tertial" eller "npm run build", som tar rätt Node.`
    )
  let parsed
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    const option = /'(-[^']*)'/.exec((error as Error).message)?.[1]
    const { menade } = await import('./messages.ts')
    const known = Object.keys(OPTIONS).map((name) => `--${name}`)
    return wrong(
      option
        ? `Okänt eller ofullständigt val "${option}". ${menade(option, known) ?? ''}`
        : 'Valen går inte att läsa.'
    )
  }
  const { values, positionals } = parsed
  const [command, ...rapporter] = positionals
  const { HELP } = await import('./help.ts')
  if (values.version) {
    console.log(about.version)
    return 0
  }
  if (command === undefined || (values.help && !Object.hasOwn(ALLOWED, command))) {
    console.log(HELP['tertial'])
    return values.help || command === undefined ? 0 : USAGE
  }
  const allowed = Object.hasOwn(ALLOWED, command) ? ALLOWED[command] : undefined
  if (!allowed) {
    const { menade } = await import('./messages.ts')
    return wrong(`Okänt kommando "${command}". ${menade(command, Object.keys(ALLOWED)) ?? ''}`)
  }
  if (values.help) {
    console.log(HELP[command])
    return 0
  }
  for (const name of Object.keys(values))
    if (!allowed.includes(name)) return wrong(`"tertial ${command}" tar inte valet --${name}.`)
  const format = new Set(
    (values.format ?? 'html,pdf').split(',').map((part) => part.trim().toLowerCase())
  )
  for (const part of format)
    if (part !== 'html' && part !== 'pdf')
      return wrong(`Okänt format "${part}". Välj html, pdf eller html,pdf.`)

  if (command === 'explain') return explainRules(rapporter)
  const { CI, detectCi } = await import('./rules/annotations.ts')
  const annotera = CI.find((ci) => ci === values.annotera)
  if (values.annotera !== undefined && !annotera)
    return wrong(`Okänt system "${values.annotera}". Välj ${CI.join(', ')}.`)

  const effects = await createEffects()
  const root = process.cwd()
  const report = await createReport(values.json ?? false)
  if (command === 'new') {
    const { createRapport, formatNytt } = await import('./new.ts')
    const [dokumenttyp, ...fler] = rapporter
    const { enhet, period } = values
    if (dokumenttyp === undefined || enhet === undefined || period === undefined || fler.length > 0)
      return wrong(
        'Skriv dokumenttyp, enhet och period: tertial new årsrapport --enhet regionstod --period 2026'
      )
    const nytt = await createRapport(root, { dokumenttyp, enhet, period }, effects)
    report.diagnostics(nytt.diagnostics.sorted(), nytt.sources)
    if (nytt.id !== undefined) console.log(formatNytt(nytt))
    return nytt.id === undefined ? USAGE : 0
  }
  const pool = await openPool(effects.cache !== undefined)
  if (command === 'status') {
    const { make } = await import('./pipeline.ts')
    const { readLäge } = await import('./status.ts')
    const { formatLägen } = await import('./statustable.ts')
    const { made, sources, diagnostics } = await make(root, { rapporter, pdf: true, pool }, effects)
    await pool.close()
    effects.done()
    const lägen = made.map((one) => readLäge(one, sources))
    const colour = process.stdout.isTTY && !process.env['NO_COLOR']
    if (values.json) console.log(JSON.stringify(lägen, null, 2))
    else {
      report.diagnostics(diagnostics.sorted(), sources)
      if (lägen.length > 0) console.log(formatLägen(lägen, { colour }))
    }
    return exitCode(diagnostics.all, false)
  }
  if (command === 'check') {
    const { check } = await import('./check.ts')
    const { formatCheck } = await import('./checkreport.ts')
    const result = await check(root, { rapporter, fix: values.fix ?? false, pool }, effects)
    await pool.close()
    effects.done()
    console.log(
      formatCheck(result, {
        form: values.json ? 'json' : values.sarif ? 'sarif' : (annotera ?? 'text'),
        ci: detectCi(process.env),
        tystade: values.tystade ?? false,
        colour: process.stdout.isTTY && !process.env['NO_COLOR'],
        version: about.version
      })
    )
    return exitCode(result.diagnostics.all, values.strict ?? false)
  }
  const printer = format.has('pdf') ? (await import('./stages/8-pdf.ts')).openPrinter() : undefined
  const { build } = await import('./build.ts')
  const started = performance.now()
  const result = await build(
    root,
    {
      rapporter,
      format: format as Set<'html' | 'pdf'>,
      out: resolve(root, values.out ?? 'output'),
      strict: values.strict ?? false,
      kontrolleraPdf: values['kontrollera-pdf'] ?? false,
      pool,
      printer
    },
    effects,
    about.version
  )
  await pool.close()
  effects.done()
  report.diagnostics(result.diagnostics.sorted(), result.sources)
  report.built(result, Math.round(performance.now() - started), values.out ?? 'output')
  return exitCode(result.diagnostics.all, values.strict ?? false)
}

/** `tertial explain [regel…]`: all rules, or each of those named in full. */
async function explainRules(names: readonly string[]): Promise<number> {
  const { allRuleNames, explain, listRules } = await import('./rules/explain.ts')
  if (names.length === 0) console.log(listRules())
  for (const name of names) {
    const text = explain(name)
    if (text === undefined) {
      const { menade } = await import('./messages.ts')
      return wrong(`Okänd regel "${name}". ${menade(name, allRuleNames()) ?? ''}`)
    }
    console.log(text)
  }
  return 0
}

function wrong(text: string): number {
  console.error(`${text.trim()}\nHjälp: tertial --help`)
  return USAGE
}

function exitCode(
  diagnostics: readonly { severity: string; rule?: string }[],
  strict: boolean
): number {
  // A report that isn't there is a word gone wrong on the command line, not a fault in a report.
  if (diagnostics.some((d) => d.rule === 'rapport-finns')) return USAGE
  return diagnostics.some((d) => d.severity === 'error' || (strict && d.severity === 'warning'))
    ? 1
    : 0
}

/**
 * A thread that draws, where no drawings are kept started beside the loading of the rest. On two cores
 * it was no faster than drawing here, and with a browser at work slower: there it is done without.
 */
async function openPool(cached: boolean) {
  const { createDiagrampool } = await import('./chart/pool.ts')
  if (availableParallelism() <= 2) return createDiagrampool(null)
  const pool = createDiagrampool()
  if (!cached) pool.warm()
  return pool
}

/** The real world, and a line of progress that a terminal rewrites and CI prints plainly. */
async function createEffects() {
  const { diskCache, diskFiles, packageFile, readCommit } = await import('./effects.ts')
  const live = process.stderr.isTTY && !process.env['CI']
  return {
    files: diskFiles,
    env: process.env,
    commit: readCommit,
    cache:
      process.env['TERTIAL_CACHE'] === 'nej' ? undefined : diskCache(resolve('.cache/tertial')),
    packageFile,
    progress(text: string): void {
      if (live)
        process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`)
      else process.stderr.write(`${text}\n`)
    },
    done(): void {
      if (live) process.stderr.write('\r\u001b[2K')
    }
  }
}

async function createReport(json: boolean) {
  const [{ diagnosticsAsJson, formatDiagnostics, formatSummary }, { formatDecimal }, { decimal }] =
    await Promise.all([
      import('./reporter.ts'),
      import('./text/swedish.ts'),
      import('./domain/decimal.ts')
    ])
  type Found = Parameters<typeof formatDiagnostics>
  const colour = process.stdout.isTTY && !process.env['NO_COLOR']
  return {
    diagnostics(found: Found[0], sources: Found[1]): void {
      if (json) console.log(JSON.stringify(diagnosticsAsJson(found, sources), null, 2))
      else if (found.length > 0) console.log(formatDiagnostics(found, sources, { colour }))
    },
    line(text: string, found: Found[0]): void {
      if (!json) console.log(`${text}${formatSummary(found).toLowerCase()}`)
    },
    built(
      result: {
        built: readonly { id: string; sidor: number | null; bytes: number | null }[]
        failed: readonly string[]
        outcomes: readonly { path: string; state: string; detail?: string }[]
        diagnostics: { all: Found[0] }
      },
      ms: number,
      out: string
    ): void {
      if (json) return
      const state = new Map(result.outcomes.map((outcome) => [outcome.path, outcome]))
      for (const { id, sidor, bytes } of result.built) {
        const outcome = state.get(id)
        const word =
          outcome?.state === 'unchanged'
            ? 'oförändrad'
            : outcome?.state === 'failed'
              ? `kunde inte skrivas: ${outcome.detail ?? ''}`
              : 'byggd'
        console.log(
          `${id}: ${word}${sidor === null ? '' : `, ${sidor} sidor, ${Math.ceil((bytes ?? 0) / 1000)} kB pdf`}`
        )
      }
      for (const id of result.failed) console.log(`${id}: byggdes inte, har fel`)
      for (const { path, state: done } of result.outcomes)
        if (done === 'removed') console.log(`${path}: borttagen, finns inte längre under content/`)
      console.log(
        `${formatSummary(result.diagnostics.all)} ${out}/index.html, ${formatDecimal(decimal(ms / 1000), 1)} s`
      )
    }
  }
}
