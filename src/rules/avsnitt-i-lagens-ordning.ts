import { isÅrsredovisning } from './lagstadgad.ts'
import type { Rapportrule } from './rule.ts'

const RAPPORT = 'dokumenttyp: årsredovisning\nperiod: 2021\nstatus: utkast\n'
const MAPP = 'content/region/enhet/2021-arsredovisning'
const ord = (första: number, andra: number) => ({
  [`${MAPP}/${första}-handelser.md`]: '# Händelser av väsentlig betydelse\n\nText.\n',
  [`${MAPP}/${andra}-koncernen.md`]: '# Den kommunala koncernen\n\nText.\n'
})

export const rule: Rapportrule = {
  id: 'avsnitt-i-lagens-ordning',
  severity: 'advice',
  on: 'rapport',
  why: 'RKR R15 anger förvaltningsberättelsens rubriker i en ordning som läsare och revisorer känner igen: översikt, koncernen, viktiga förhållanden, händelser, styrning och uppföljning, god ekonomisk hushållning, balanskravsresultat, personalförhållanden, förväntad utveckling. Räkenskaper och noter följer efter.',
  good: [{ rapport: RAPPORT, filer: ord(30, 20) }],
  bad: [
    {
      rapport: RAPPORT,
      filer: ord(20, 30),
      väntat: [
        'koncernen 1:1 "Den kommunala koncernen" står efter "Händelser av väsentlig betydelse", men ska stå före.'
      ]
    }
  ],
  check(subject, report) {
    if (!isÅrsredovisning(subject)) return
    const ordning = (subject.mall.avsnitt ?? []).map(({ id }) => id)
    const kända = subject.avsnitt.filter(({ id }) => ordning.includes(id))
    for (const [i, avsnitt] of kända.entries()) {
      const före = kända[i - 1]
      if (!före || ordning.indexOf(före.id) < ordning.indexOf(avsnitt.id)) continue
      const { source } = avsnitt
      report({
        text: `"${avsnitt.rubrik}" står efter "${före.rubrik}", men ska stå före.`,
        hint: 'Ändra numren i filnamnen, så att avsnitten kommer i mallens ordning.',
        span: { file: source.path, start: 0, end: Math.max(0, source.text.search(/\n|$/)) }
      })
    }
  }
}
