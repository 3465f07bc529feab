import { allaDelområden, type Rekommendation } from '../../domain/revision.ts'
import { textArg } from '../arguments.ts'
import { escapeHtml, Html } from '../figure.ts'
import {
  granskningOf,
  granskningsnummer,
  itemsHtml,
  selectOmråden,
  selectRevisioner
} from '../revision.ts'
import type { RadVy } from '../views.ts'
import { cell, frameOf, head, renderTabell, rowHead, TABELLHASH, type Block } from './block.ts'

/** `{{rekommendationer}}`: number, text and recipients, under the review that they come from. */
export const rekommendationer: Block = {
  signatur: {
    params: [],
    hash: { ...TABELLHASH, revision: 'text', granskning: 'text', mottagare: 'text' }
  },
  numrerad: (anrop) => ({ slag: 'tabell', id: textArg(anrop, 'id') ?? 'rekommendationer' }),
  run(anrop, miljö) {
    const revisioner = selectRevisioner(anrop, miljö)
    if (!revisioner) return undefined
    const granskning = textArg(anrop, 'granskning')
    const mottagare = textArg(anrop, 'mottagare')
    const valda = revisioner
      .flatMap((r) => r.rekommendationer)
      .filter(
        (r) =>
          (granskning === undefined || r.granskning === granskning) &&
          (mottagare === undefined || r.mottagare.includes(mottagare))
      )
    const grupper = [...new Set(valda.map((r) => r.granskning))].map((id) => {
      const källa = granskningOf(id, miljö)
      const namn = källa
        ? källa.nummer
          ? `${källa.namn}, rapport ${granskningsnummer(källa)}`
          : källa.namn
        : 'Övriga rekommendationer'
      return { namn, egna: valda.filter((r) => r.granskning === id) }
    })
    const flera = grupper.length > 1
    const row = (r: Rekommendation): RadVy => ({
      slag: 'rad',
      span: r.span,
      celler: [
        rowHead(new Html(`<span class="nummer">${escapeHtml(r.nummer)}</span>`)),
        cell(new Html(`${escapeHtml(r.text)}${itemsHtml(r.delar, 'ol type="a"')}`)),
        cell(r.mottagare.length === 1 ? (r.mottagare[0] ?? '') : new Html(itemsHtml(r.mottagare)))
      ]
    })
    const frame = frameOf(anrop, miljö, 'rekommendationer', 'Rekommendationer')
    return renderTabell(
      {
        ...frame,
        enhet: null,
        slag: 'text',
        huvud: [[head('Nr'), head('Rekommendation'), head('Mottagare')]],
        grupper: grupper.length
          ? grupper.map(({ namn, egna }) => ({
              summa: false,
              rader: [
                ...(flera
                  ? [
                      {
                        slag: 'rubrik' as const,
                        celler: [rowHead(namn, { scope: 'rowgroup', colspan: 3 })]
                      }
                    ]
                  : []),
                ...egna.map(row)
              ]
            }))
          : [
              {
                summa: false,
                rader: [{ slag: 'rad', celler: [rowHead('Inga rekommendationer', { colspan: 3 })] }]
              }
            ]
      },
      {
        kolumner: ['Granskning', 'Nr', 'Rekommendation', 'Mottagare'],
        rader: grupper.flatMap(({ namn, egna }) =>
          egna.map((r) => [
            namn,
            r.nummer,
            [r.text, ...r.delar.map((del, i) => `${String.fromCharCode(97 + i)}) ${del}`)].join(
              ' '
            ),
            r.mottagare.join('; ')
          ])
        )
      },
      miljö
    )
  }
}

/** `{{förbättringsområden}}`: what should become better, ticked off under each area and body. */
export const förbättringsområden: Block = {
  signatur: { params: [], hash: { revision: 'text', område: 'text' } },
  numrerad: () => null,
  run(anrop, miljö) {
    const områden = selectOmråden(anrop, miljö)
    if (!områden) return undefined
    const grupper = områden.flatMap((område) => {
      const alla = allaDelområden(område.delområden).flatMap((del) => del.förbättringsområden)
      const avser = [...new Set(alla.map((f) => f.avser))]
      return avser.map((vem) => ({
        namn: vem === undefined ? område.namn : `${område.namn}: ${vem}`,
        texter: alla.filter((f) => f.avser === vem).map((f) => f.text)
      }))
    })
    return grupper.length
      ? miljö.render('block/forbattringsomraden', { grupper })
      : '<p>Inga förbättringsområden.</p>'
  }
}
