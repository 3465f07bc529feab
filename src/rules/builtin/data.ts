import { SERIE, type Inbyggda } from './inbyggd.ts'

const serie = (rest: string, enhet = 'antal') => `nyckeltal:
  - id: svar
    namn: Besvarade frågor
    enhet: ${enhet}
    serie:
      2021:
${rest}
`
const CSV = (text: string) => ({ 'data/region/enhet/varden.csv': text })
const MÅL = (rest: string) => `mål:
  - id: service
    nivå: perspektiv
    namn: God service
${rest}`
const SVAR = (till: string) => `svar:
  - id: ansvaret
    ${till}
    rubrik: Ansvaret
    ståndpunkt: delas
    text: Ansvaret förtydligas under våren.
`
/** How data files are read: their form, their keys, their numbers and references. */
export const datakontroller: Inbyggda = {
  'csv-gar-att-lasa': {
    severity: 'error',
    fast: true,
    why: 'En tabell med en cell för mycket eller för lite ger tal i fel kolumn.',
    good: [{ data: SERIE, filer: CSV('id;period;utfall\nsvar;2020;347\n') }],
    bad: [
      {
        data: SERIE,
        filer: CSV('id;period;utfall\nsvar;2020\n'),
        väntat: ['varden 2:1 Raden har 2 celler, rubrikraden har 3.']
      }
    ]
  },
  'csv-kolumn-finns': {
    severity: 'error',
    fast: true,
    why: 'En kolumn med ett namn som ingen känner läses inte, och då saknas alla dess tal.',
    good: [{ data: SERIE, filer: CSV('id;period;utfall\nsvar;2020;347\n') }],
    bad: [
      {
        data: SERIE,
        filer: CSV('id;period;utfal\nsvar;2020;347\n'),
        väntat: ['varden 1:11 Okänd kolumn "utfal".']
      }
    ]
  },
  'datum-finns': {
    severity: 'error',
    fast: true,
    why: 'Ett datum som inte finns i kalendern är felskrivet, och ingen vet vilken dag som menas.',
    good: [{ text: 'Beslut fattades {{datum "2021-02-28"}}.' }],
    bad: [
      {
        text: 'Beslut fattades {{datum "2021-02-30"}}.',
        väntat: ['text 3:25 "2021-02-30" är inte ett datum i kalendern.']
      }
    ]
  },
  'id-ar-unikt': {
    severity: 'error',
    fast: true,
    why: 'Två saker med samma id går inte att hänvisa till.',
    good: [{ data: SERIE }],
    bad: [
      {
        data: `${SERIE}  - id: svar\n    namn: Andra svar\n    enhet: antal\n`,
        väntat: ['data 8:9 Id "svar" finns redan.']
      }
    ]
  },
  'niva-finns': {
    severity: 'error',
    fast: true,
    why: 'Ett mål på en nivå som styrmodellen inte har får ingen plats i måltabellerna.',
    good: [{ data: MÅL('') }],
    bad: [
      {
        data: MÅL('').replace('perspektiv', 'perspektivet'),
        väntat: ['data 3:11 Okänd nivå "perspektivet".']
      }
    ]
  },
  'nyckel-en-gang': {
    severity: 'error',
    fast: true,
    why: 'Står en uppgift två gånger vet ingen vilken som gäller.',
    good: [{ data: serie('        utfall: 354') }],
    bad: [
      {
        data: serie('        utfall: 354\n        utfall: 364'),
        väntat: ['data 8:9 Nyckeln "utfall" står två gånger på samma nivå.']
      }
    ]
  },
  'nyckel-finns': {
    severity: 'error',
    fast: true,
    why: 'En okänd nyckel är oftast felstavad, och då saknas uppgiften i rapporten.',
    good: [{ data: SERIE }],
    bad: [{ data: SERIE.replace('namn:', 'nanm:'), väntat: ['data 3:5 Okänd nyckel "nanm".'] }]
  },
  'nyckel-saknas-inte': {
    severity: 'error',
    fast: true,
    why: 'Utan nyckeln går posten inte att använda.',
    good: [{ data: SERIE }],
    bad: [
      {
        data: SERIE.replace('    namn: Besvarade frågor\n', ''),
        väntat: ['data 2:5 Nyckeln "namn" saknas.']
      }
    ]
  },
  'period-finns': {
    severity: 'error',
    fast: true,
    why: 'Ett tal i en period som inte finns kan inte hittas av någon rapport.',
    good: [{ data: SERIE.replace('2021', '2021-T2') }],
    bad: [{ data: SERIE.replace('2021', '2021-T4'), väntat: ['data 6:7 Okänd period "2021-T4".'] }]
  },
  'referens-finns': {
    severity: 'error',
    fast: true,
    why: 'En hänvisning till en uppgift, en tabell eller ett diagram som inte finns kan inte skrivas ut.',
    good: [{ data: SERIE, text: 'Frågorna var {{tal "svar.utfall"}}.' }],
    bad: [
      {
        data: SERIE,
        text: 'Frågorna var {{tal "svaar.utfall"}}.',
        väntat: ['text 3:21 Okänd uppgift "svaar".']
      }
    ]
  },
  'rekommendation-finns': {
    severity: 'error',
    fast: true,
    why: 'Ett svar på en rekommendation som inte finns besvarar ingenting.',
    good: [{ data: SVAR('rekommendation: Förtydliga ansvaret') }],
    bad: [
      {
        data: SVAR('till: revisionen/r1'),
        väntat: ['data 3:11 Svaret går till en enhet som inte finns i data: "region/revisionen".']
      }
    ]
  },
  'text-lases-hel': {
    severity: 'warning',
    fast: false,
    why: 'Det som står efter # i YAML är en kommentar och kommer inte med.',
    good: [{ data: SERIE.replace('Besvarade frågor', '"Frågor #1"') }],
    bad: [
      {
        data: SERIE.replace('Besvarade frågor', 'Frågor #1'),
        väntat: [
          'data 3:18 Texten från och med "#1" läses inte: # efter ett mellanslag börjar en kommentar.'
        ]
      }
    ]
  },
  'varde-av-ratt-slag': {
    severity: 'error',
    fast: true,
    why: 'En lista där en text väntades, eller tvärtom, går inte att använda.',
    good: [{ data: SERIE }],
    bad: [
      {
        data: SERIE.replace('Besvarade frågor', '[Besvarade, frågor]'),
        väntat: ['data 3:11 "namn" har fel form, väntade en text eller ett tal.']
      }
    ]
  },
  'varde-finns': {
    severity: 'error',
    fast: true,
    why: 'Ett tomt värde går inte att skriva ut.',
    good: [{ data: SERIE }],
    bad: [
      { data: SERIE.replace(' Besvarade frågor', ''), väntat: ['data 3:5 "namn" är tomt.'] },
      {
        data: SERIE,
        text: 'Året före var de {{tal "svar.utfall" period="föregående år"}}.',
        väntat: ['text 3:30 "svar.utfall" har inget värde för 2020.']
      }
    ]
  },
  'varde-finns-i-listan': {
    severity: 'error',
    fast: true,
    why: 'Värdet måste vara ett av dem som programmet kan tolka.',
    good: [
      {
        data: 'uppdrag:\n  - id: a\n    namn: Bygg ut\n    uppföljning:\n      2021:\n        status: pågår\n'
      }
    ],
    bad: [
      {
        data: 'uppdrag:\n  - id: a\n    namn: Bygg ut\n    uppföljning:\n      2021:\n        status: igång\n',
        väntat: ['data 6:17 Okänt värde "igång" för "status".']
      }
    ]
  },
  'yaml-gar-att-lasa': {
    severity: 'error',
    fast: true,
    why: 'En datafil som inte går att läsa ger inga siffror.',
    good: [{ data: SERIE }],
    bad: [
      {
        data: SERIE.replace('namn: ', 'namn:'),
        väntat: ['data 3:5 Efter nyckelns kolon saknas ett mellanslag.']
      }
    ]
  }
}
