import { parentPort } from 'node:worker_threads'
import { renderDiagram, restoreMall } from './render.ts'
import { loadEngine } from './vega.ts'
import type { Diagrambild, Diagramdata, Diagramfel, Diagrammall, Diagramoptions } from './types.ts'

/** What the pool sends: a chart to draw, a compiled template to take up, or word to get ready. */
export type Uppdrag =
  | {
      readonly id: number
      readonly mall: Diagrammall
      readonly data: Diagramdata
      readonly options: Diagramoptions
    }
  | { readonly key: string; readonly json: string }
  | { readonly warm: true }

/** What comes back. */
export interface Svar {
  readonly id: number
  readonly bild: Diagrambild | Diagramfel
}

const port = parentPort
port?.on('message', (uppdrag: Uppdrag) => {
  if ('warm' in uppdrag) return void loadEngine(true)
  if ('key' in uppdrag) return restoreMall(uppdrag.key, uppdrag.json)
  void renderDiagram(uppdrag.mall, uppdrag.data, uppdrag.options).then((bild) => {
    port.postMessage({ id: uppdrag.id, bild } satisfies Svar)
  })
})
