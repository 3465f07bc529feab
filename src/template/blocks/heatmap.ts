import { bedömMål } from '../../domain/bedomning.ts'
import { prognosFörMål } from '../../domain/malprognos.ts'
import { okäntVärde } from '../../messages.ts'
import { ingaMålAttVisa } from '../value-messages.ts'
import { SAKNAS } from '../../text/swedish.ts'
import { textArg } from '../arguments.ts'
import { report } from '../environment.ts'
import { statusHtml, statusVy } from '../status.ts'
import type { StatusVy } from '../views.ts'
import { cell, frameOf, head, renderTabell, rowHead, TABELLHASH, type Block } from './block.ts'
import { prognosVy } from './malprognos.ts'

const VISAS: readonly string[] = ['läget', 'prognos']

/**
 * `{{heatmap}}`: the units with goals, from this one down, against the top level of the steering
 * model; each cell the unit's weighed assessment as symbol and word. A unit without such a goal has
 * a dash. Goals are the same where their ids are. `visa="prognos"` shows what is expected of the year.
 */
export const heatmap: Block = {
  signatur: { params: [], hash: { ...TABELLHASH, radrubrik: 'text', visa: 'text' } },
  numrerad: (anrop) => ({ slag: 'tabell', id: textArg(anrop, 'id') ?? 'heatmap' }),
  run(anrop, miljö) {
    const { modell, period } = miljö
    const visa = textArg(anrop, 'visa') ?? 'läget'
    if (!VISAS.includes(visa))
      return report(miljö, okäntVärde('visa', visa, VISAS), anrop.hash.get('visa')?.span)
    const enheter = miljö.räknare.enheter().filter((räknare) => räknare.modell.mål.length > 0)
    if (enheter.length === 0) return report(miljö, ingaMålAttVisa(modell.enhet.namn), anrop.span)
    const målen = new Map<string, string>()
    for (const räknare of enheter)
      for (const { id, namn } of räknare.modell.mål) if (!målen.has(id)) målen.set(id, namn)

    const rader = enheter.map((räknare) => ({
      namn: räknare.modell.enhet.namn,
      statusar: [...målen.keys()].map((id) => {
        const mål = räknare.modell.mål.find((m) => m.id === id)
        if (!mål) return undefined
        return visa === 'prognos'
          ? wrapped(prognosVy(prognosFörMål(räknare, mål, period).prognos.gällande))
          : statusVy(bedömMål(räknare, mål, period).bedömning.gällande, räknare.modell.styrmodell)
      })
    }))
    const radrubrik = textArg(anrop, 'radrubrik') ?? 'Enhet'
    const frame = frameOf(
      anrop,
      miljö,
      'heatmap',
      visa === 'prognos' ? 'Prognos för målen per enhet' : 'Måluppfyllelse per enhet'
    )
    const html = renderTabell(
      {
        ...frame,
        enhet: null,
        slag: 'text',
        huvud: [[head(radrubrik), ...[...målen.values()].map((namn) => head(namn))]],
        grupper: [
          {
            summa: false,
            rader: rader.map(({ namn, statusar }) => ({
              slag: 'rad',
              celler: [
                rowHead(namn),
                ...statusar.map((status) =>
                  cell(status ? (statusHtml(status, miljö) ?? SAKNAS) : SAKNAS)
                )
              ]
            }))
          }
        ]
      },
      {
        kolumner: [radrubrik, ...målen.values()],
        rader: rader.map(({ namn, statusar }) => [
          namn,
          ...statusar.map((status) => status?.ord ?? '')
        ])
      },
      miljö
    )
    return html && `<div class="heatmap">\n${html}</div>`
  }
}

/** The words of a forecast are long: in a cell they may take two lines. */
function wrapped({ klass, ord }: StatusVy): StatusVy {
  return { klass: `${klass} bedomd`, ord }
}
