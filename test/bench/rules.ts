import { readdirSync } from 'node:fs'
import { Diagnostics } from '../../src/diagnostic.ts'
import { parsePeriod } from '../../src/domain/period.ts'
import { diskFiles } from '../../src/effects.ts'
import { openReview, reviewData } from '../../src/review.ts'
import { createSource, type Source } from '../../src/source.ts'
import { load } from '../../src/stages/2-load.ts'
import {
  validateData,
  validateOrganisation,
  validateRapport,
  validateStyrmodell
} from '../../src/stages/3-validate.ts'
import {
  buildModell,
  buildOrganisation,
  buildStyrmodell,
  enheterna
} from '../../src/stages/4-model.ts'
import { compute } from '../../src/stages/5-compute.ts'
import { compose } from '../../src/stages/6-compose.ts'
import { mallhjälpare } from '../../src/template/call.ts'
import { createEngine } from '../../src/template/engine.ts'
import { median } from './measure.ts'

/**
 * How long all rules take on a report of some forty pages, beyond loading and composing it: the
 * example report twice over, with its bound figures and as many typed by hand.
 * `node test/bench/rules.ts`, with `--json` the milliseconds of the first time, which a command line
 * meets, by the main thread's processor time: what is waited for on a machine that does nothing else.
 */
const root = process.cwd()
const organisation = 'region-norrbotten'
const rapport = 'content/region-norrbotten/regionstod/2021-arsrapport'
const TIMES = 2
const TYPED =
  '\n\nSjukfrånvaron blev 4,77 procent och resultatet 24,7 mnkr, en ökning med 3,6 mnkr. Kostnaden för 42 av 84 anställda var ca 16,5 mnkr enligt kommunallagen (2017:725) den 3 maj 2021.\n'

const sources = new Map<string, Source>()
const diagnostics = new Diagnostics()
const data = `data/${organisation}`
const datafiler = readdirSync(`${root}/${data}/regionstod`).map(
  (name) => `${data}/regionstod/${name}`
)
const shared = [`${data}/organisation.yaml`, `${data}/styrmodell.yaml`]
const loaded = await load(
  root,
  [...shared, ...datafiler],
  { files: diskFiles },
  sources,
  diagnostics
)
const organisationspost = validateOrganisation(loaded.yaml.get(shared[0] ?? ''), diagnostics)
const styrpost = validateStyrmodell(loaded.yaml.get(shared[1] ?? ''), diagnostics)
if (!organisationspost || !styrpost) throw new Error('The example has faults')
const styrmodell = buildStyrmodell(styrpost, diagnostics)
const region = buildOrganisation(organisation, organisationspost)
const enhet = enheterna(region).get('regionstod')
const own = await load(root, datafiler, { files: diskFiles }, sources, diagnostics)
const records = validateData(own, diagnostics)
if (!enhet) throw new Error('The example has no unit')
const modell = buildModell(region, enhet, styrmodell, records, diagnostics)
const räknare = compute(new Map([['regionstod', { modell, diagnostics }]])).get('regionstod')
if (!räknare) throw new Error('The example has no figures')

const md = readdirSync(`${root}/${rapport}`).filter((name) => name.endsWith('.md'))
const report = await load(
  root,
  [`${rapport}/rapport.yaml`, ...md.map((name) => `${rapport}/${name}`)],
  { files: diskFiles },
  sources,
  diagnostics
)
const post = validateRapport(report.yaml.get(`${rapport}/rapport.yaml`), diagnostics)
const period = parsePeriod('2021')
if (!post || !period) throw new Error('The example has no report')
const paths: string[] = []
for (let i = 0; i < TIMES; i++)
  for (const source of report.texter.values()) {
    const path = source.path.replace(/\.md$/, `-${i}.md`)
    sources.set(path, createSource(path, source.text.replaceAll(/\n\n(?=\p{Lu})/gu, `${TYPED}\n`)))
    paths.push(path)
  }

const mallar = readdirSync(`${root}/templates/block`).map((name) => `templates/block/${name}`)
const templates = await load(root, mallar, { files: diskFiles }, sources, diagnostics)
const engine = createEngine(
  { sources: mallar.flatMap((path) => templates.texter.get(path) ?? []), helpers: mallhjälpare },
  diagnostics
)
const mall = { dokumenttyp: 'årsrapport' }
const composed = compose(
  {
    räknare,
    period,
    texter: paths.flatMap((path) => sources.get(path) ?? []),
    bilder: new Map(),
    mall,
    engine,
    diagrammallar: new Map(),
    sources,
    draw: () => Promise.resolve({ fel: 'not drawn here' } as never)
  } as never,
  new Diagnostics()
)
const words = paths
  .map((path) => sources.get(path)?.text ?? '')
  .join(' ')
  .split(/\s+/).length

const times: number[] = []
const cpu: number[] = []
let found = 0
const rounds = process.argv.includes('--json') ? 1 : 9
for (let i = 0; i < rounds; i++) {
  const here = new Diagnostics()
  const started = performance.now()
  const used = process.threadCpuUsage()
  const unit = reviewData(räknare, styrpost, [...shared, ...datafiler], sources, here)
  const review = openReview(unit, post, paths, sources, here)
  review.composed(composed, mall as never, period, räknare)
  found = review.settle().diagnostics.all.length
  times.push(performance.now() - started)
  const { user, system } = process.threadCpuUsage(used)
  cpu.push((user + system) / 1000)
}
if (process.argv.includes('--json')) console.log(JSON.stringify({ first: cpu[0] }))
else
  console.log(
    `${words} words, ${composed.bok.poster.length} figures printed, ${found} findings: first ${times[0]?.toFixed(0)} ms, least ${Math.min(...times).toFixed(0)} ms, median ${median(times).toFixed(0)} ms; processor: first ${cpu[0]?.toFixed(0)} ms, least ${Math.min(...cpu).toFixed(0)} ms, median ${median(cpu).toFixed(0)} ms`
  )
