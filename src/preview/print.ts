import { Worker } from 'node:worker_threads'
import type { PrintDocument } from '../pdf/print-page.ts'
import type { PrintOutcome } from '../stages/8-pdf.ts'
import type { Utskriftssvar, Utskriftsuppdrag } from './print-worker.ts'

/** Prints in another thread, so that pages are made meanwhile; the browser stays open in between. */
export interface Utskrift {
  print(document: PrintDocument): Promise<PrintOutcome>
  close(): Promise<void>
}

/** `.js` where the program has been put in one piece. */
const ENDING = /\.[a-z]+$/.exec(import.meta.url)?.[0] ?? '.ts'

/** Nothing is started before the first print. */
export function openUtskrift(): Utskrift {
  const waiting = new Map<number, (outcome: PrintOutcome) => void>()
  let worker: Worker | undefined
  let next = 0

  const start = (): Worker => {
    const started = new Worker(new URL(`./print-worker${ENDING}`, import.meta.url))
    started.on('message', ({ nr, outcome }: Utskriftssvar) => {
      waiting.get(nr)?.(outcome)
      waiting.delete(nr)
    })
    const lost = (reason: string) => {
      if (worker === started) worker = undefined
      for (const [nr, resolve] of waiting)
        resolve({ id: String(nr), fault: { kind: 'browser', detail: reason } })
      waiting.clear()
    }
    started.on('error', (error) => lost(error instanceof Error ? error.message : String(error)))
    started.on('exit', () => lost('utskriften avbröts'))
    return started
  }

  return {
    print(document) {
      worker ??= start()
      const nr = next++
      const asked = worker
      return new Promise((resolve) => {
        waiting.set(nr, resolve)
        asked.postMessage({ nr, document } satisfies Utskriftsuppdrag)
      })
    },
    async close() {
      const ending = worker
      if (!ending) return
      const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()))
      ending.postMessage('slut' satisfies Utskriftsuppdrag)
      const timer = setTimeout(() => void ending.terminate(), 6000)
      await ended
      clearTimeout(timer)
    }
  }
}
