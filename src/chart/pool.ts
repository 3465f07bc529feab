import { Worker } from 'node:worker_threads'
import type { Diagrambild, Diagramdata, Diagramfel, Diagrammall, Diagramoptions } from './types.ts'
import type { Svar, Uppdrag } from './worker.ts'

/** Draws charts in another thread, so that text is made into HTML meanwhile. */
export interface Diagrampool {
  /** As `renderDiagram`. The first call starts the thread. */
  draw(
    mall: Diagrammall,
    data: Diagramdata,
    options: Diagramoptions
  ): Promise<Diagrambild | Diagramfel>
  /** Starts the thread and loads Vega there before the first chart is known, if one is sure to come. */
  warm(): void
  /** Gives the thread a template compiled in an earlier process, see `restoreMall`. */
  restore(key: string, json: string): void
  /** Ends the thread; charts not yet drawn are drawn in this one. */
  close(): Promise<void>
}

interface Väntande {
  readonly uppdrag: Extract<Uppdrag, { id: number }>
  readonly resolve: (bild: Diagrambild | Diagramfel) => void
  readonly reject: (error: unknown) => void
}

/** `.js` where the program has been put in one piece. */
const ENDING = /\.[a-z]+$/.exec(import.meta.url)?.[0] ?? '.ts'

/**
 * A pool of one thread. Where it can't start, or dies, charts are drawn in the caller's own; so they
 * are with null for a script, which is as fast where the cores are busy anyhow.
 */
export function createDiagrampool(
  script: URL | null = new URL(`./worker${ENDING}`, import.meta.url)
): Diagrampool {
  const waiting = new Map<number, Väntande>()
  const restored: Extract<Uppdrag, { key: string }>[] = []
  let worker: Worker | undefined
  let broken = script === null
  let next = 0

  const drawHere = async ({ uppdrag, resolve, reject }: Väntande): Promise<void> => {
    try {
      const { renderDiagram, restoreMall } = await import('./render.ts')
      for (const { key, json } of restored) restoreMall(key, json)
      resolve(await renderDiagram(uppdrag.mall, uppdrag.data, uppdrag.options))
    } catch (error) {
      reject(error)
    }
  }
  const giveUp = (): void => {
    broken = true
    worker = undefined
    const left = [...waiting.values()]
    waiting.clear()
    for (const entry of left) void drawHere(entry)
  }
  const start = (): Worker | undefined => {
    try {
      const started = new Worker(script ?? '')
      started.on('message', ({ id, bild }: Svar) => {
        const entry = waiting.get(id)
        waiting.delete(id)
        entry?.resolve(bild)
        // Only while charts are due does the thread keep the process alive.
        if (waiting.size === 0) started.unref()
      })
      started.on('error', giveUp)
      started.on('exit', () => {
        if (worker === started) giveUp()
      })
      for (const entry of restored) started.postMessage(entry)
      return started
    } catch {
      giveUp()
      return undefined
    }
  }
  return {
    draw(mall, data, options) {
      return new Promise((resolve, reject) => {
        const uppdrag = { id: next++, mall, data, options }
        const entry = { uppdrag, resolve, reject }
        if (!broken) worker ??= start()
        if (!worker) return void drawHere(entry)
        waiting.set(uppdrag.id, entry)
        worker.ref()
        worker.postMessage(uppdrag)
      })
    },
    warm() {
      if (broken || worker) return
      worker = start()
      worker?.postMessage({ warm: true } satisfies Uppdrag)
      // Waiting for a chart is no reason to keep the process alive.
      worker?.unref()
    },
    restore(key, json) {
      restored.push({ key, json })
      worker?.postMessage({ key, json })
    },
    async close() {
      const closing = worker
      giveUp()
      await closing?.terminate()
    }
  }
}
