import { latin } from '../text/letters.ts'
import type { Textrule } from './rule.ts'
import { hits, styckena } from './walk.ts'

/** What stands where something was to be written later. */
export const PLATSHÅLLARE = latin(
  new RegExp(
    [
      '(?<!\\p{L})(?:kompletteras|uppdateras|fylls (?:i|på)|skrivs|beskrivs|redovisas|läggs in|tillkommer|justeras)\\s+(?:senare|i efterhand|efter hand|vid senare tillfälle|när underlag(?:et)? (?:finns|är klart))(?!\\p{L})',
      '(?<!\\p{L})(?:beräkning(?:en)?|sammanställning(?:en)?|arbete(?:t)? med (?:avsnittet|texten|tabellen)|inventering)(?:\\s+av\\s+\\p{L}+)?\\s+pågår(?=\\s*(?:[–—-]|\\.|,|$))',
      '(?<!\\p{L})(?:text|siffror|uppgifter|tabell|diagram|underlag|bild)\\s+(?:saknas ännu|kommer (?:senare|in senare|här)|infogas|läggs in|ska in)(?!\\p{L})',
      '(?<![\\p{L}\\d])(?:TODO|FIXME|TBD|XX+|xxx+|YY+|NN\\b(?= kronor| %| procent)|åååå-mm-dd|ÅÅÅÅ|lorem ipsum|lorem)(?![\\p{L}\\d])',
      '\\[(?:infoga|skriv|fyll i|namn|datum|belopp|text|siffra|kompletter)[^\\]]{0,60}\\]',
      '(?<!\\p{L})(?:skriv (?:in )?text(?:en)? här|klicka här för att ange text|fyll i här|instruktionstext|text kommer|enligt ovan)(?=\\s*(?:[.!)]|$))',
      '\\?\\?\\?+',
      '(?<!\\p{L})(?:här|nedan) (?:ska|skall) (?:stå|in|infogas|beskrivas)(?!\\p{L})'
    ].join('|'),
    'giu'
  )
)
/** Capitals matter for these: "xx" in lower case may be a name, "lorem" never is. */
export const VERSALA = /^(?:todo|fixme|tbd|åååå)$/

export const rule: Textrule = {
  id: 'inget-att-komplettera',
  severity: 'error',
  on: 'text',
  why: 'En kvarlämnad platshållare ("kompletteras senare") visar att rapporten inte var färdig när den beslutades. Publicerade rapporter har slutat så.',
  good: [
    { text: 'Redovisningen kompletterades i mars. Arbetet pågår enligt plan under hela året.' },
    { text: 'Enligt ovan nämnda beslut ska nämnden återkomma senare i år.' }
  ],
  bad: [
    {
      text: 'Beräkning av intäkter pågår – kompletteras senare',
      väntat: [
        'text 3:1 Platshållaren "Beräkning av intäkter pågår" är kvar.',
        'text 3:31 Platshållaren "kompletteras senare" är kvar.'
      ]
    },
    { text: 'Kostnaden blev XX kronor.', väntat: ['text 3:16 Platshållaren "XX" är kvar.'] },
    { text: 'TODO: skriv om detta', väntat: ['text 3:1 Platshållaren "TODO" är kvar.'] },
    { text: 'Karlskrona enligt ovan', väntat: ['text 3:12 Platshållaren "enligt ovan" är kvar.'] }
  ],
  check(subject, report) {
    for (const { stycke } of styckena(subject)) {
      if (stycke.citat) continue
      for (const { match, span } of hits(stycke, PLATSHÅLLARE)) {
        if (VERSALA.test(match[0])) continue
        report({
          text: `Platshållaren "${match[0]}" är kvar.`,
          hint: 'Skriv det som ska stå där, eller ta bort stycket.',
          span
        })
      }
    }
  }
}
