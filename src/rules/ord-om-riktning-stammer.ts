import { DELTID, FRAMÅT, GRUPP, isNarrowed, REST } from './about.ts'
import { describe, placesOf } from './call.ts'
import type { Textrule } from './rule.ts'
import { directionOf } from './tal-har-ratt-tecken.ts'
import { styckena } from './walk.ts'
import { sentencesOf, wordsOf } from './words.ts'

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
const NEKAT = /(?<!\p{L})(?:inte|aldrig|varken|om|när|att|trots|även om)(?!\p{L})/iu

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
      text: 'Sjukfrånvaron ökade under året.',
      väntat: [
        'text 3:1 Texten säger att det ökade, men det minskade: Sjukfrånvaro, förändring mot föregående år: −0,9 procentenheter.'
      ]
    }
  ],
  check(subject, report) {
    for (const { stycke } of styckena(subject)) {
      if (stycke.citat || stycke.slag !== 'stycke') continue
      if (!/(?:ök|steg|stig|väx|vux|minsk|sjönk|sjunk|föll|fall)/iu.test(stycke.text)) continue
      for (const { start, end } of sentencesOf(stycke.text)) {
        const text = stycke.text.slice(start, end)
        // With figures the figures are tried.
        if (/\d/.test(text)) continue
        if ([DELTID, GRUPP, FRAMÅT, REST, NEKAT].some((pattern) => pattern.test(text))) continue
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
