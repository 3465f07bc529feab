import { indikatorerna } from '../domain/bedomning.ts'
import { målgren } from '../domain/uppdelning.ts'
import type { Datarule } from './rule.ts'

const MÅL = (rad = '') => `mål:
  - id: trygghet
    nivå: mål
    namn: Trygg vård
${rad}`
const INDIKATOR = `indikatorer:
  - id: fallolyckor
    namn: Fallolyckor
    mål: trygghet
    enhet: antal
`

export const rule: Datarule = {
  id: 'mal-har-indikator',
  severity: 'warning',
  on: 'data',
  omSaknat: true,
  why: 'Ett mål utan indikator går inte att följa upp. Ett mål som en person bedömer, eller som har en skriven orsak, behöver ingen.',
  good: [
    { data: `${MÅL()}${INDIKATOR}` },
    { data: MÅL('    utan indikator: Följs upp i handlingsplanen för vårdhygien.\n') },
    {
      data: MÅL(
        '    bedömning:\n      2021:\n        status: delvis\n        motivering: Två av tre enheter har rutinen på plats.\n'
      )
    }
  ],
  bad: [
    { data: MÅL(), väntat: ['data 2:9 Målet "Trygg vård" har ingen indikator.'] },
    {
      data: `${MÅL()}    mål:
      - id: fall
        nivå: mål
        namn: Ingen faller
${INDIKATOR}`,
      väntat: ['data 6:13 Målet "Ingen faller" har ingen indikator.']
    }
  ],
  check({ modell }, report) {
    const mätta = new Set(indikatorerna(modell).map((serie) => serie.mål))
    for (const { id, namn, undermål, utanIndikator, bedömningar, span } of modell.mål.flatMap(
      målgren
    )) {
      // Goals above are assessed by those below them.
      if (undermål.length > 0 || mätta.has(id) || utanIndikator !== undefined) continue
      if (bedömningar.size > 0) continue
      report({
        text: `Målet "${namn}" har ingen indikator.`,
        hint: 'Lägg till en indikator, eller skriv varför det inte ska finnas någon: utan indikator: …',
        span
      })
    }
  }
}
