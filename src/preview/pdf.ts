import { reportFault } from '../build.ts'
import { Diagnostics } from '../diagnostic.ts'
import type { Effects } from '../effects.ts'
import type { Made } from '../pipeline.ts'
import { describePrint, keepGuess, type FontReader } from '../printing.ts'
import type { Pdfläge, Öppen } from './report.ts'
import type { Utskrift } from './print.ts'

export interface Pdfer {
  /** A report has been made: its PDF is old now, and is printed anew if somebody has asked for it. */
  made(report: Öppen, made: Made | undefined): void
  /** The PDF of the page that is shown, or why there is none. */
  get(report: Öppen): Promise<Uint8Array | string>
}

/** Milliseconds without a save before a PDF is printed in the background. */
const QUIET = 1500

/**
 * PDFs on request. One that has been asked for once is printed again, in the background, when its
 * page has changed and its writer has paused; never two at a time, never an old page.
 */
export function createPdfer(
  root: string,
  utskrift: Utskrift,
  fonts: FontReader,
  effects: Effects,
  version: string,
  onLäge: (report: Öppen) => void
): Pdfer {
  const latest = new WeakMap<Öppen, Made>()
  const printing = new WeakMap<Öppen, { version: number; done: Promise<string | undefined> }>()
  const timers = new WeakMap<Öppen, NodeJS.Timeout>()

  function set(report: Öppen, läge: Pdfläge): void {
    report.pdfläge = läge
    onLäge(report)
  }

  /** Prints the page that is shown; gives what stood in the way, if anything did. */
  async function print(report: Öppen): Promise<string | undefined> {
    const shown = report.visad?.version ?? 0
    const made = latest.get(report)
    if (!made?.finished) {
      set(report, { läge: 'fel', text: HAR_FEL })
      return HAR_FEL
    }
    set(report, { läge: 'görs' })
    const outcome = await utskrift.print(await describePrint(root, made, fonts, effects, version))
    await keepGuess(made.mapp, outcome, effects)
    if ('bytes' in outcome) {
      report.pdf = { bytes: outcome.bytes, version: shown, sidor: outcome.pages }
      const kB = Math.ceil(outcome.bytes.length / 1000)
      const current = report.visad?.version === shown
      set(report, { läge: current ? 'klar' : 'gammal', sidor: outcome.pages, kB })
      return undefined
    }
    const faults = new Diagnostics()
    reportFault(outcome, made, report.visad?.composed.miljö.sources ?? new Map(), faults)
    const text = faults.all.map((d) => [d.text, d.hint].filter(Boolean).join(' ')).join(' ')
    set(report, { läge: 'fel', text })
    return text
  }

  function start(report: Öppen): Promise<string | undefined> {
    const under = printing.get(report)
    if (under && under.version === report.visad?.version) return under.done
    // One after the other; a print under way is of an older page.
    const done = (under?.done ?? Promise.resolve(undefined)).then(() => print(report))
    const mine = { version: report.visad?.version ?? 0, done }
    printing.set(report, mine)
    void done.finally(() => {
      if (printing.get(report) === mine) printing.delete(report)
    })
    return done
  }

  return {
    made(report, made) {
      if (made) latest.set(report, made)
      clearTimeout(timers.get(report))
      if (!report.pdf || report.pdf.version === report.visad?.version) return
      if (report.pdfläge.läge === 'klar') set(report, { ...report.pdfläge, läge: 'gammal' })
      const timer = setTimeout(() => void start(report), QUIET)
      timer.unref()
      timers.set(report, timer)
    },
    async get(report) {
      clearTimeout(timers.get(report))
      if (report.pdf?.version !== report.visad?.version) {
        const hinder = await start(report)
        if (hinder !== undefined) return hinder
      }
      return report.pdf?.bytes ?? HAR_FEL
    }
  }
}

const HAR_FEL = 'Rapporten har fel. Rätta dem, så kan PDF-filen skapas.'
