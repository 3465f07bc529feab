import { Diagnostics, type Diagnostic } from '../diagnostic.ts'
import { råd, varning } from '../messages.ts'
import type { Source } from '../source.ts'
import { menade } from '../messages.ts'
import { inbyggda } from './builtin.ts'
import { levelOf, type Regelnivåer } from './levels.ts'
import { readTystningar, type Tystning } from './silence.ts'

/** A finding that a writer has silenced, with the reason given. */
export interface Tystad {
  readonly diagnostic: Diagnostic
  readonly tystning: Tystning
}

export interface Settled {
  readonly diagnostics: Diagnostics
  readonly tystade: readonly Tystad[]
}

/**
 * What was found, at the levels the project has set and without what is silenced. Faults that
 * leave nothing to print (an unknown reference, broken YAML) keep their level and can't be silenced.
 */
export function settle(
  found: Diagnostics,
  nivåer: Regelnivåer,
  tystningar: readonly Tystning[],
  rules: ReadonlySet<string>
): Settled {
  const diagnostics = new Diagnostics()
  const tystade: Tystad[] = []
  for (const d of found.all) {
    if (isFixed(d, rules)) {
      diagnostics.add(d, d.span)
      continue
    }
    const severity = levelOf(d.rule, d.severity, nivåer)
    if (!severity) continue
    const tystning = tystningar.find((each) => silences(each, d))
    if (tystning) tystade.push({ diagnostic: { ...d, severity }, tystning })
    else diagnostics.add({ ...d, severity }, d.span)
  }
  return { diagnostics, tystade }
}

/** Whether the project can set its level: rules of the list and checks that something printed may fail. */
function isFixed(d: Diagnostic, rules: ReadonlySet<string>): boolean {
  if (rules.has(d.rule)) return false
  const known = inbyggda[d.rule]
  return known ? known.fast : d.severity === 'error'
}

function silences({ regel, skäl, span, från, till }: Tystning, d: Diagnostic): boolean {
  return (
    regel === d.rule &&
    skäl !== '' &&
    d.span?.file === span.file &&
    d.span.start < till &&
    Math.max(d.span.end, d.span.start + 1) > från
  )
}

/** Silencings without a reason or for a rule that isn't there. Such silence nothing. */
export function checkTystningar(
  source: Source,
  rules: ReadonlySet<string>,
  diagnostics: Diagnostics
): Tystning[] {
  const good: Tystning[] = []
  for (const tystning of readTystningar(source)) {
    const { regel, skäl, span } = tystning
    const known = rules.has(regel) || regel in inbyggda
    if (!known)
      diagnostics.add(
        varning(
          'tystning-galler-en-regel',
          regel
            ? `Okänd regel "${regel}" i en tystning.`
            : 'Tystningen säger inte vilken regel den gäller.',
          menade(regel, [...rules, ...Object.keys(inbyggda)], MALL) ?? MALL
        ),
        span
      )
    else if (inbyggda[regel]?.fast)
      diagnostics.add(
        varning(
          'tystning-galler-en-regel',
          `Regeln "${regel}" går inte att tysta, för felet gör att något inte kan skrivas ut.`,
          'Rätta felet och ta bort tystningen.'
        ),
        span
      )
    else if (skäl === '')
      diagnostics.add(
        varning(
          'tystning-har-skal',
          `Tystningen av "${regel}" saknar skäl och gäller därför inte.`,
          `Skriv varför det är rätt som det står: tystad: ${regel}: skälet`
        ),
        span
      )
    else good.push(tystning)
  }
  return good
}

const MALL = 'Skriv tystad: regelns-namn: skälet. Reglerna finns i "tertial explain".'

/** Told once all reports that the file concerns are made. */
export function reportUnused(
  tystningar: readonly Tystning[],
  used: ReadonlySet<Tystning>,
  diagnostics: Diagnostics
): void {
  for (const tystning of tystningar)
    if (!used.has(tystning))
      diagnostics.add(
        råd(
          'tystning-behovs',
          `Tystningen av "${tystning.regel}" tystar ingenting.`,
          'Ta bort den, eller flytta den till raden ovanför det den gäller.'
        ),
        tystning.span
      )
}
