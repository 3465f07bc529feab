import { callFor, describe, placesOf, typed } from './call.ts'
import { claimsOf } from './claims.ts'
import { isChange } from './about.ts'
import { ZERO } from '../domain/decimal.ts'
import { stepIn, type Steg } from './forandringen-stammer.ts'
import { unitIn, type Texttal } from './numbers.ts'
import type { Grid } from './grid.ts'
import { meaningOf } from './grid-columns.ts'
import { gridsOf } from './grids.ts'
import type { Fynd, Textrule } from './rule.ts'
import {
  isTyped,
  judge,
  numberSentences,
  said,
  slackOf,
  spanOf,
  type Talmening
} from './sentences.ts'
import { change } from './walk.ts'

const SJUK = `indikatorer:
  - id: sjukfrånvaro
    namn: Sjukfrånvaro
    enhet: procent
    serie:
      2020:
        utfall: 5,71
      2021:
        utfall: 4,77
`

export const rule: Textrule = {
  id: 'procent-eller-procentenheter',
  severity: 'error',
  on: 'text',
  why: 'Skillnaden mellan två andelar är procentenheter. Från 5,71 till 4,77 procent är en minskning med 0,94 procentenheter, eller med 16,5 procent.',
  good: [
    { data: SJUK, text: 'Sjukfrånvaron minskade med 0,94 procentenheter.' },
    { data: SJUK, text: 'Sjukfrånvaron minskade med 16,5 procent.' }
  ],
  bad: [
    {
      data: SJUK,
      text: 'Sjukfrånvaron minskade med 0,94 %.',
      väntat: ['text 3:28 0,94 % är en skillnad mellan två andelar och anges i procentenheter.']
    },
    {
      text: '| Andel nöjda | 2021, % | 2020, % | Förändring, % |\n|---|--:|--:|--:|\n| Kunder | 71 | 66 | 5 |\n| Personal | 80 | 83 | −3 |',
      väntat: [
        'varning text 5:22 Kolumnen Förändring, % är skillnader mellan andelar och anges i procentenheter.'
      ]
    },
    {
      text: 'Andelen nöjda gick från 71 till 66 procent, en minskning med 5 procent.',
      väntat: ['text 3:62 5 procent är en skillnad mellan två andelar och anges i procentenheter.']
    },
    {
      data: SJUK,
      text: 'Sjukfrånvaron är 16,5 procentenheter lägre än året före.',
      väntat: ['text 3:18 16,5 procentenheter är en förändring i procent av det som var.']
    }
  ],
  check(subject, report) {
    const told = new Set<string>()
    for (const claim of claimsOf(subject)) {
      const [best] = claim.siffror
      const { tal, stycke, avsnitt } = claim
      if (!best || claim.utslag !== 'procent') continue
      const punkter = best.tal.enhet.id === 'procentenheter'
      const text = typed(claim)
      told.add(`${avsnitt.source.path}:${stycke.span.start + tal.start}`)
      report({
        text:
          best.slag === 'nivå'
            ? `${text} är en andel och anges i procent.`
            : punkter
              ? `${text} är en skillnad mellan två andelar och anges i procentenheter.`
              : `${text} är en förändring i procent av det som var.`,
        hint: best.anrop
          ? `Skriv ${callFor(claim, best)}, eller "${punkter ? 'procentenheter' : 'procent'}".`
          : `Skriv "${punkter ? 'procentenheter' : 'procent'}".`,
        span: stycke.spanOf(tal.start, tal.slut),
        related: placesOf(best).map((span) => ({ text: describe(best, subject.modell), span })),
        ...change(stycke, tal.end, tal.slut, `\u00a0${punkter ? 'procentenheter' : 'procent'}`)
      })
    }
    for (const { grid } of gridsOf(subject)) for (const fynd of pointColumns(grid)) report(fynd)
    // Both shares in the sentence itself, whether data have them or not.
    for (const mening of numberSentences(subject)) {
      const steg = stepIn(mening)
      if (steg?.från.enhet !== 'procent' || steg.till.enhet !== 'procent') continue
      for (const tal of mening.talen) {
        const span = spanOf(mening, tal)
        const key = `${span.file}:${mening.stycke.span.start + tal.start}`
        if (told.has(key) || !isPoints(mening, tal, steg)) continue
        report({
          text: `${said(mening, tal)} är en skillnad mellan två andelar och anges i procentenheter.`,
          hint: 'Skriv "procentenheter".',
          span,
          ...change(mening.stycke, tal.end, tal.slut, '\u00a0procentenheter')
        })
      }
    }
  }
}

/** A column "Förändring, %" that is the difference of two columns of shares. */
function pointColumns(grid: Grid): Fynd[] {
  return grid.kolumner.flatMap((kolumn): Fynd[] => {
    if (kolumn.slag !== 'förändring' && kolumn.slag !== 'avvikelse') return []
    const cells = grid.rader.flatMap(({ rutor }) => rutor.get(kolumn.nr) ?? [])
    const ruta = cells.find(({ skriven }) => skriven)
    const said = unitIn(kolumn.rubrik) === 'procent' || ruta?.enhet === 'procent'
    if (!ruta || !said || meaningOf(grid, kolumn)?.samband.slag !== 'punkter') return []
    return [
      {
        text: `Kolumnen ${kolumn.rubrik} är skillnader mellan andelar och anges i procentenheter.`,
        hint: 'Skriv procentenheter i rubriken i stället för procent.',
        span: ruta.span,
        severity: 'warning'
      }
    ]
  })
}

/** A change in percent that is the difference of the sentence's two shares, and not the relative change. */
function isPoints(mening: Talmening, tal: Texttal, { från, till }: Steg): boolean {
  if (tal === från || tal === till || tal.enhet !== 'procent' || från.värde.eq(0)) return false
  if (!isTyped(mening.stycke, tal) || !isChange(tal, mening.text, mening.start)) return false
  const diff = till.värde.minus(från.värde)
  if (diff.eq(0) || judge(tal, diff, slackOf(från)) === 'fel') return false
  return judge(tal, diff.div(från.värde).times(100), ZERO) === 'fel'
}
