import { parentPort } from 'node:worker_threads'
import type { PrintDocument } from '../pdf/print-page.ts'
import { openPrinter, type Printer, type PrintOutcome } from '../stages/8-pdf.ts'

/** What the thread is asked for: a print, or its end. */
export type Utskriftsuppdrag = { readonly nr: number; readonly document: PrintDocument } | 'slut'
export interface Utskriftssvar {
  readonly nr: number
  readonly outcome: PrintOutcome
}

let printer: Printer | undefined

parentPort?.on('message', (uppdrag: Utskriftsuppdrag) => {
  void (uppdrag === 'slut' ? end() : print(uppdrag))
})

async function print({ nr, document }: Exclude<Utskriftsuppdrag, 'slut'>): Promise<void> {
  printer ??= openPrinter({ tabs: 1 })
  const outcome = await printer.print(document)
  // A browser that wasn't there may be there the next time that somebody asks.
  if ('fault' in outcome && outcome.fault.kind === 'no-browser') {
    await printer.close()
    printer = undefined
  }
  parentPort?.postMessage({ nr, outcome } satisfies Utskriftssvar)
}

async function end(): Promise<void> {
  await printer?.close()
  parentPort?.close()
}
