import { comparePeriods } from '../../domain/period.ts'
import type { Rekommendation } from '../../domain/revision.ts'
import type { Svar, Ståndpunkt, Svarsstatus } from '../../domain/svar.ts'
import * as messages from '../../messages.ts'
import { formatDatum, NBSP, SAKNAS } from '../../text/swedish.ts'
import { textArg } from '../arguments.ts'
import { report, type Miljö } from '../environment.ts'
import { escapeHtml } from '../figure.ts'
import { statusHtml } from '../status.ts'
import { obesvaradRekommendation } from '../value-messages.ts'
import type { Innehåll, StatusVy } from '../views.ts'
import { cell, frameOf, head, renderTabell, rowHead, TABELLHASH, type Block } from './block.ts'
import { person } from './kontroll.ts'

const STÅNDPUNKT: Readonly<Record<Ståndpunkt, string>> = {
  delas: 'Delas',
  'delas delvis': 'Delas delvis',
  'delas inte': 'Delas inte'
}

const STATUS: Readonly<Record<Svarsstatus, StatusVy>> = {
  'ej påbörjad': { klass: 'ejpaborjat', ord: 'Ej påbörjad' },
  pågår: { klass: 'pagar', ord: 'Pågår' },
  klar: { klass: 'klart', ord: 'Klar' }
}
const UTAN_STATUS: StatusVy = { klass: 'ejbedomt', ord: 'Ej rapporterat' }

interface Kolumn {
  readonly namn: string
  text(svar: Svar): string
  html?(svar: Svar): Innehåll | undefined
}

/**
 * `{{svarstabell}}`: recommendations with standpoint, measure, who and when; in a period that is
 * followed up also how far it has come. Columns that no answer fills are left out.
 */
export const svarstabell: Block = {
  signatur: { params: [], hash: TABELLHASH },
  numrerad: (anrop) => ({ slag: 'tabell', id: textArg(anrop, 'id') ?? 'svarstabell' }),
  run(anrop, miljö) {
    const { svar } = miljö.modell
    const period = miljö.period.id
    const uppföljt = svar.some((s) => s.uppföljning.has(period))
    // The letter itself has a rule; a table that follows up must not pass one by.
    for (const obesvarad of uppföljt ? unanswered(miljö) : [])
      report(miljö, obesvaradRekommendation(obesvarad.nummer, obesvarad.text), anrop.span)
    const status = (s: Svar) => {
      const found = s.uppföljning.get(period)
      return found ? STATUS[found.status] : UTAN_STATUS
    }
    const alla: Kolumn[] = [
      { namn: 'Rekommendation', text: (s) => title(s) },
      { namn: 'Ståndpunkt', text: (s) => STÅNDPUNKT[s.ståndpunkt] },
      { namn: 'Åtgärd', text: (s) => s.åtgärd ?? '' },
      { namn: 'Ansvarig', text: (s) => s.ansvarig ?? '', html: (s) => person(s.ansvarig) },
      { namn: 'Klart senast', text: (s) => s.klardatum?.replaceAll('-', '\u2011') ?? '' },
      {
        namn: `Status ${period}`,
        text: (s) => (uppföljt ? status(s).ord : ''),
        html: (s) => statusHtml(status(s), miljö)
      },
      { namn: 'Kommentar', text: (s) => s.uppföljning.get(period)?.kommentar ?? '' }
    ]
    const kolumner = alla.filter((k, i) => i === 0 || svar.some((s) => k.text(s) !== ''))
    const frame = frameOf(anrop, miljö, 'svarstabell', 'Svar på revisorernas rekommendationer')
    return renderTabell(
      {
        ...frame,
        enhet: null,
        slag: 'text',
        huvud: [kolumner.map((kolumn) => head(kolumn.namn))],
        grupper: [
          {
            summa: false,
            rader: svar.length
              ? svar.map((s) => ({
                  slag: 'rad' as const,
                  span: s.span,
                  celler: kolumner.map((kolumn, i) => {
                    const innehåll = kolumn.html?.(s) ?? (kolumn.text(s) || SAKNAS)
                    return i === 0 ? rowHead(innehåll) : cell(innehåll)
                  })
                }))
              : [
                  {
                    slag: 'rad' as const,
                    celler: [rowHead('Inga svar', { colspan: kolumner.length })]
                  }
                ]
          }
        ]
      },
      {
        kolumner: kolumner.map((kolumn) => kolumn.namn),
        rader: svar.map((s) => kolumner.map((kolumn) => kolumn.text(s).replaceAll('\u2011', '-')))
      },
      miljö
    )
  }
}

/** Recommendations to this unit, from auditors of the same organisation, that it hasn't answered. */
function unanswered({ modell, räknare, period }: Miljö): Rekommendation[] {
  const besvarade = new Set(modell.svar.map((s) => s.rekommendation.ref))
  return räknare.grannar.flatMap((granskare) =>
    (räknare.granne(granskare)?.modell.revision ?? [])
      .filter((revision) => comparePeriods(revision.period, period) <= 0)
      .flatMap((revision) => revision.rekommendationer)
      .filter(({ mottagare }) => mottagare.includes(modell.enhet.namn))
      .filter(({ id }) => !besvarade.has(`${modell.organisation.id}/${granskare}/${id}`))
  )
}

/** `{{svarsruta "id"}}`: one recommendation as the auditors wrote it, with standpoint, measure, who and when. */
export const svarsruta: Block = {
  signatur: { params: ['ett svars id'], hash: {} },
  numrerad: () => null,
  run(anrop, miljö) {
    const id = String(anrop.params[0]?.värde)
    const svar = miljö.modell.svar.find((s) => s.id === id)
    if (!svar && miljö.modell.trasiga.has(id)) return undefined
    if (!svar)
      return report(
        miljö,
        messages.okänt(
          'svar',
          id,
          miljö.modell.svar.map((s) => s.id)
        ),
        anrop.params[0]?.span ?? anrop.span
      )
    return panel(svar, miljö)
  }
}

function panel(svar: Svar, miljö: Miljö): string {
  const { text, delar, nummer } = svar.rekommendation
  const lista = delar.length
    ? `<ul>${delar.map((del) => `<li>${escapeHtml(del)}</li>`).join('')}</ul>`
    : ''
  const rows: [string, string][] = [['Ståndpunkt', STÅNDPUNKT[svar.ståndpunkt]]]
  if (svar.åtgärd) rows.push(['Åtgärd', svar.åtgärd])
  if (svar.ansvarig) rows.push(['Ansvarig', svar.ansvarig])
  if (svar.klardatum) rows.push(['Klart senast', formatDatum(svar.klardatum) ?? svar.klardatum])
  const följt = svar.uppföljning.get(miljö.period.id)
  if (följt)
    rows.push([
      `Status ${miljö.period.id}`,
      [STATUS[följt.status].ord, följt.kommentar].filter(Boolean).join('. ')
    ])
  return `<div class="svarsruta">
<p class="rutrubrik">Rekommendation${nummer === undefined ? '' : `${NBSP}${escapeHtml(nummer)}`}</p>
<p class="ord">${escapeHtml(text)}</p>${lista}
<ul class="fakta">
${rows.map(([vad, ord]) => `<li><b>${escapeHtml(vad)}</b> <span>${escapeHtml(ord)}</span></li>`).join('\n')}
</ul>
</div>`
}

function title(svar: Svar): string {
  const { nummer } = svar.rekommendation
  return nummer === undefined ? svar.rubrik : `${nummer}. ${svar.rubrik}`
}
