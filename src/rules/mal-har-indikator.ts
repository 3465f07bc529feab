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
    const målen = modell.mål.flatMap(målgren)
    const ids = new Set<string | undefined>([undefined, ...målen.map(({ id }) => id)])
    const mätta = new Set(indikatorerna(modell).map((serie) => serie.mål))
    // An indicator that can't be read, or names a goal that isn't there, may belong to any of them.
    if (modell.trasiga.size > 0 || [...mätta].some((id) => !ids.has(id))) return
    for (const { id, namn, undermål, utanIndikator, bedömningar, span } of målen) {
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
