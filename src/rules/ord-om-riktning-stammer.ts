import { DELTID, FRAMÅT, GRUPP, isNarrowed, REST } from './about.ts'
import { describe, placesOf } from './call.ts'
import type { Stycke } from '../markdown/prose.ts'
import { latin } from '../text/letters.ts'
import { readTexttal } from './numbers.ts'
import type { Fynd, Rapportsubject, Textrule } from './rule.ts'
import { directionOf } from './tal-har-ratt-tecken.ts'
import { meningarIn, styckena } from './walk.ts'
import { wordsOf } from './words.ts'

const DATA = `indikatorer:
  - id: sjukfrånvaro
    namn: Sjukfrånvaro
    enhet: procent
    serie:
      2020:
        utfall: 5,7
      2021:
        utfall: 4,8
  - id: nöjdhet
    namn: Nöjda kunder
    enhet: procent
    serie:
      2021:
        utfall: 80
`

const EGEN = `  - id: sjukfrånvaro-egen
    namn: Sjukfrånvaro
    enhet: procent
    serie:
      2020:
        utfall: 4,0
      2021:
        utfall: 4,1
`

const VERB =
  /^\s+(?:har\s+)?(?:(ökade|ökat|steg|stigit|växte|vuxit)|(minskade|minskat|sjönk|sjunkit|föll|fallit))(?=\s*(?:\.|$|under året|jämfört med (?:föregående|förra) år|sedan (?:föregående|förra) år|något|kraftigt|tydligt|igen|med))/iu
const NEKAT = latin(/(?<!\p{L})(?:inte|aldrig|varken|om|när|att|trots|även om)(?!\p{L})/iu)

export const rule: Textrule = {
  id: 'ord-om-riktning-stammer',
  severity: 'warning',
  on: 'text',
  why: 'Står det att sjukfrånvaron ökade när den har minskat är det fel, även om meningen inte har något tal.',
  good: [
    { data: DATA, text: 'Sjukfrånvaron minskade under året.' },
    { data: DATA, text: 'Sjukfrånvaron ökade under våren. Den långa sjukfrånvaron ökade.' },
    {
      data: `${DATA}${EGEN}`,
      text: 'Sjukfrånvaron ökade under året.'
    },
    { data: DATA, text: 'Sjukfrånvaron ökade inte. Om sjukfrånvaron ökade vore det illa.' }
  ],
  bad: [
    {
      data: DATA,
      text: 'Sjukfrånvaron fördubblades under året.',
      väntat: [
        'text 3:1 Texten säger fördubblades, men data säger Sjukfrånvaro, utfall 2020: 5,7 % och Sjukfrånvaro, utfall 2021: 4,8 %.'
      ]
    },
    {
      data: DATA,
      text: 'Sjukfrånvaron ökade under året.',
      väntat: [
        'text 3:1 Texten säger att det ökade, men det minskade: Sjukfrånvaro, förändring mot föregående år: −0,9 procentenheter.'
      ]
    }
  ],
  check(subject, report) {
    for (const { stycke } of styckena(subject)) {
      if (stycke.citat || stycke.slag !== 'stycke') continue
      if (!/(?:dubbl|halver|ök|steg|stig|väx|vux|minsk|sjönk|sjunk|föll|fall)/iu.test(stycke.text))
        continue
      for (const { start, end } of meningarIn(stycke)) {
        const text = stycke.text.slice(start, end)
        // With figures the figures are tried.
        if (/\d/.test(text) && !/dubbl|halver/iu.test(text)) continue
        if ([DELTID, GRUPP, FRAMÅT, REST, NEKAT].some((pattern) => pattern.test(text))) continue
        for (const fynd of multiples(stycke, start, text, subject)) report(fynd)
        if (readTexttal(text).length > 0) continue
        const names = subject.siffror.named(wordsOf(text))
        for (const [i, name] of names.entries()) {
          // One name may be two data's, the whole organisation's and the unit's own: both must disagree.
          if (names.findIndex((other) => other.start === name.start) < i) continue
          const verb = VERB.exec(text.slice(name.end))
          if (!verb || isNarrowed(name, { text, start: 0 })) continue
          const said = verb[1] ? 1 : -1
          const changes = names
            .filter((other) => other.start === name.start)
            .flatMap(({ ämne }) => ämne.siffror)
            .filter(
              ({ slag, mått, anrop }) => slag === 'förändring' && mått === 'utfall' && anrop !== ''
            )
          const [change] = changes
          if (!change || changes.some((siffra) => directionOf(siffra) !== -said)) continue
          report({
            text: `Texten säger att det ${said > 0 ? 'ökade, men det minskade' : 'minskade, men det ökade'}: ${describe(change, subject.modell)}.`,
            hint: 'Ändra ordet, eller rätta data om det är de som är fel.',
            span: stycke.spanOf(start + name.start, start + name.end + verb[0].length),
            related: placesOf(change).map((span) => ({ text: 'I data', span }))
          })
        }
      }
    }
  }
}

const GÅNGER: readonly (readonly [RegExp, number, number])[] = [
  [latin(/(?<!\p{L})(?:fördubbla|dubblera)(?:des|ts|d|t|s)(?!\p{L})/iu), 1.7, 2.5],
  [latin(/(?<!\p{L})tredubbla(?:des|ts|d|t)(?!\p{L})/iu), 2.5, 3.6],
  [latin(/(?<!\p{L})halvera(?:des|ts|d|t)(?!\p{L})/iu), 0.4, 0.6]
]

/** "fördubblades", "halverades" where data have both years and say otherwise. */
function* multiples(
  stycke: Stycke,
  start: number,
  text: string,
  { siffror, modell }: Rapportsubject
): Generator<Fynd> {
  for (const [word, least, most] of GÅNGER) {
    const found = word.exec(text)
    const names = found ? siffror.named(wordsOf(text.slice(0, found.index))) : []
    const name = names.at(-1)
    if (!found || !name || isNarrowed(name, { text, start: 0 })) continue
    const ratios = names
      .filter((other) => other.start === name.start)
      .flatMap(({ ämne }) => {
        const now = ämne.siffror.find(
          (s) => s.slag === 'nivå' && s.mått === 'utfall' && s.bakåt === 0
        )
        const then = ämne.siffror.find(
          (s) => s.slag === 'nivå' && s.mått === 'utfall' && s.bakåt === 1
        )
        if (!now || !then || then.tal.värde.eq(0)) return []
        return [{ ratio: Number(now.tal.värde.div(then.tal.värde)), now, then }]
      })
    const [first] = ratios
    if (!first || ratios.some(({ ratio }) => ratio >= least && ratio <= most)) continue
    yield {
      text: `Texten säger ${found[0]}, men data säger ${describe(first.then, modell)} och ${describe(first.now, modell)}.`,
      hint: 'Ändra ordet, eller rätta data om det är de som är fel.',
      span: stycke.spanOf(start + name.start, start + found.index + found[0].length),
      related: placesOf(first.now).map((span) => ({ text: 'I data', span }))
    }
  }
}
