import { expect, it } from 'vitest'
import { readCaptions } from '../../src/template/captions.ts'

it('finds what has a number, with the number and without the unit', () => {
  expect(
    readCaptions(
      '<table><caption id="resultat"><b>Tabell 3.</b> Resultat &amp; utfall <span class="enhet">mnkr</span></caption></table>' +
        '<figure class="diagram" id="d-ar">\n<figcaption><b>Diagram A1.</b> År för år</figcaption></figure>' +
        '<table><caption id="matris"><b>Diagram 4.</b> Risker</caption></table>' +
        '<figure class="citat"><figcaption>Källa</figcaption></figure><table><tr><td>1</td></tr></table>'
    )
  ).toEqual([
    { slag: 'tabell', nr: '3', text: 'Resultat & utfall', ankare: 'resultat' },
    { slag: 'diagram', nr: 'A1', text: 'År för år', ankare: 'd-ar' },
    { slag: 'diagram', nr: '4', text: 'Risker', ankare: 'matris' }
  ])
})
