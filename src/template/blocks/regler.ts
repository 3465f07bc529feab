import { okäntVärde } from '../../messages.ts'
import type { Miljö } from '../environment.ts'
import { escapeHtml, Html } from '../figure.ts'
import { report } from '../environment.ts'
import type { RegelVy } from '../views.ts'
import { cell, frameOf, head, renderTabell, rowHead, TABELLHASH, type Block } from './block.ts'

/** The anchor of a rule's own place in the handbook. */
const anchor = (id: string): string => `regel-${id}`

/** `{{regellista}}`: every rule and check with its level and the heart of its reason, by group. */
export const regellista: Block = {
  signatur: { params: [], hash: TABELLHASH },
  numrerad: (anrop) => ({
    slag: 'tabell',
    id: String(anrop.hash.get('id')?.värde ?? 'regellista')
  }),
  run(anrop, miljö) {
    const grupper = miljö.handbok.regler()
    const frame = frameOf(anrop, miljö, 'regellista', 'Alla regler')
    return renderTabell(
      {
        ...frame,
        enhet: null,
        slag: 'text',
        huvud: [['Regel', 'Nivå', 'Varför'].map((text) => head(text))],
        grupper: grupper
          .filter(({ regler }) => regler.length > 0)
          .map(({ namn, regler }) => ({
            summa: false,
            rader: [
              {
                slag: 'rubrik' as const,
                celler: [rowHead(namn, { scope: 'rowgroup', colspan: 3 })]
              },
              ...regler.map(({ id, nivå, varför }) => ({
                slag: 'rad' as const,
                celler: [
                  rowHead(new Html(`<a href="#${anchor(id)}">${escapeHtml(id)}</a>`)),
                  cell(nivå),
                  cell(firstSentence(varför))
                ]
              }))
            ]
          }))
      },
      {
        kolumner: ['Grupp', 'Regel', 'Nivå', 'Varför'],
        rader: grupper.flatMap(({ namn, regler }) =>
          regler.map(({ id, nivå, varför }) => [namn, id, nivå, varför])
        )
      },
      miljö
    )
  }
}

/** `{{regler "text"}}`: the rules of a group with level, reason, wrong and right, each under a heading. */
export const regler: Block = {
  signatur: { params: ['en grupp'], hash: {} },
  numrerad: () => null,
  run(anrop, miljö) {
    const grupper = miljö.handbok.regler()
    const wanted = String(anrop.params[0]?.värde)
    const grupp = grupper.find(({ id }) => id === wanted)
    if (!grupp)
      return report(
        miljö,
        okäntVärde(
          'regler',
          wanted,
          grupper.map(({ id }) => id)
        ),
        anrop.params[0]?.span
      )
    return grupp.regler.length > 0 ? render(grupp.regler, miljö) : '<p>Inga än.</p>'
  }
}

function render(alla: readonly RegelVy[], miljö: Miljö): string | undefined {
  return miljö.render('block/regler', {
    regler: alla.map((regel) => ({
      ...regel,
      ankare: anchor(regel.id),
      // One of each here; `explain` shows more.
      fel: regel.fel.slice(0, 1),
      rätt: regel.rätt.slice(0, 1)
    }))
  })
}

/** Up to a stop before a capital: "12 kap. 1 §" doesn't end one. */
function firstSentence(text: string): string {
  return text.split(/(?<=\.)\s(?=\p{Lu})/u)[0] ?? text
}
