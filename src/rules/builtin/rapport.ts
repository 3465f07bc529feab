import type { Inbyggda } from './inbyggd.ts'

const RAPPORT = 'content/region/enhet/2021-arsrapport'
const MALL = 'templates/dokument/arsrapport.hbs'
const rapport = (rest = '', dokumenttyp = 'årsrapport', period = '2021') => ({
  [`${RAPPORT}/rapport.yaml`]: `rapport:
  dokumenttyp: ${dokumenttyp}
  titel: Årsrapport 2021
  period: ${period}
  status: klar
${rest}`
})
const styrmodell = (regel: string) => ({
  'data/region/styrmodell.yaml': `styrmodell:
  nivåer: [perspektiv, mål]
  regler:
    ${regel}: av
`
})
const dokumentmall = (krav: string) => ({
  [MALL]: `---
dokumenttyp: årsrapport
${krav}---
<main>{{#each avsnitt}}{{html}}{{/each}}</main>
`
})
/** The report as a whole: its folder and sections, the project's settings, its templates. */
export const rapportkontroller: Inbyggda = {
  'avsnitt-finns': {
    severity: 'error',
    fast: false,
    why: 'Dokumenttypen kräver avsnittet; läsaren och lagen väntar sig att det finns.',
    good: [
      {
        filer: {
          ...dokumentmall('avsnitt:\n  - id: ekonomi\n    rubrik: Ekonomi\n    krav: ja\n'),
          [`${RAPPORT}/20-ekonomi.md`]: '# Ekonomi\n\nText.\n'
        }
      }
    ],
    bad: [
      {
        filer: dokumentmall('avsnitt:\n  - id: ekonomi\n    rubrik: Ekonomi\n    krav: ja\n'),
        väntat: ['text 1:1 Avsnittet "Ekonomi" saknas.']
      }
    ]
  },
  'avsnitt-foljer-rapporten': {
    severity: 'warning',
    fast: false,
    why: 'En rapport är inte längre kommen än sina avsnitt.',
    good: [{ filer: rapport('  avsnitt:\n    - id: text\n      status: klar\n') }],
    bad: [
      {
        filer: rapport('  avsnitt:\n    - id: text\n      status: utkast\n'),
        väntat: ['rapport 8:15 Rapporten är klar, men avsnittet "text" är utkast.']
      }
    ]
  },
  'avsnitt-har-nummer': {
    severity: 'warning',
    fast: false,
    why: 'Filernas nummer ger avsnittens ordning. Utan nummer hamnar avsnittet sist, efter bilagorna, och med samma nummer avgör bokstäverna.',
    good: [{ filer: { [`${RAPPORT}/20-ekonomi.md`]: '# Ekonomi\n\nText.\n' } }],
    bad: [
      {
        filer: { [`${RAPPORT}/ekonomi.md`]: '# Ekonomi\n\nText.\n' },
        väntat: [
          '–  Filen content/region/enhet/2021-arsrapport/ekonomi.md har inget nummer och hamnar sist, efter bilagorna.'
        ]
      },
      {
        filer: {
          [`${RAPPORT}/20-ekonomi.md`]: '# Ekonomi\n\nText.\n',
          [`${RAPPORT}/20-personal.md`]: '# Personal\n\nText.\n'
        },
        väntat: [
          '–  Filerna content/region/enhet/2021-arsrapport/20-ekonomi.md och 20-personal.md har båda nummer 20, och kommer i bokstavsordning.'
        ]
      }
    ]
  },
  'data-finns': {
    severity: 'error',
    fast: false,
    why: 'Dokumenttypen kräver uppgifterna: en internkontrollplan utan risker är ingen plan.',
    good: [{ filer: dokumentmall('') }],
    bad: [
      {
        filer: dokumentmall('data:\n  - nyckel: risker\n    krav: ja\n'),
        väntat: [
          'text 1:1 Dokumenttypen "årsrapport" kräver risker, men enheten har inga sådana uppgifter.'
        ]
      }
    ]
  },
  'dokumenttyp-finns': {
    severity: 'error',
    fast: true,
    why: 'Dokumenttypens mall säger hur rapporten ser ut. Utan mall finns ingen rapport.',
    good: [{ filer: rapport() }],
    bad: [
      { filer: rapport('', 'årsraport'), väntat: ['rapport 2:16 Okänd dokumenttyp "årsraport".'] }
    ]
  },
  'enhet-finns-i-organisationen': {
    severity: 'error',
    fast: true,
    why: 'En mapp med data hör till en enhet, och enheterna räknas upp i organisation.yaml.',
    good: [{ text: 'Text.' }],
    bad: [
      {
        filer: {
          'content/region/enheten/2021-arsrapport/rapport.yaml':
            'rapport:\n  dokumenttyp: årsrapport\n  titel: Årsrapport\n  period: 2021\n  status: klar\n',
          'content/region/enheten/2021-arsrapport/10-text.md': '# Inledning\n\nText.\n'
        },
        väntat: [
          'organisation 4:3 Mappen "enheten" svarar inte mot någon enhet i organisation.yaml.'
        ]
      }
    ]
  },
  'fil-finns': {
    severity: 'error',
    fast: true,
    why: 'En mapp utan rapport.yaml är ingen rapport och byggs inte.',
    good: [{ filer: rapport() }],
    bad: [
      {
        filer: { 'content/region/enhet/2020-arsrapport/bild.png': 'x' },
        väntat: ['–  Filen content/region/enhet/2020-arsrapport/rapport.yaml saknas.']
      }
    ]
  },
  'fil-gar-att-lasa': {
    severity: 'error',
    fast: true,
    why: 'En tom fil eller en i en annan teckenkodning än UTF-8 går inte att läsa.',
    good: [{ filer: rapport() }],
    bad: [{ filer: { 'data/region/enhet/tom.yaml': '' }, väntat: ['tom 1:1 Filen är tom.'] }]
  },
  'fil-i-projektet': {
    severity: 'error',
    fast: true,
    why: 'En länk ut ur projektet skulle kunna ta in filer som ingen har granskat.',
    good: [],
    bad: [],
    iOrd: {
      fel: 'data/region/enhet/extra.yaml är en länk till en fil utanför projektets mapp.',
      rätt: 'Filen ligger i projektet.'
    }
  },
  'fil-lases': {
    severity: 'warning',
    fast: false,
    why: 'En text som är sparad som något annat än Markdown kommer inte med i rapporten, och inte heller ett kalkylblad bland data.',
    good: [{ filer: { [`${RAPPORT}/20-ekonomi.md`]: '# Ekonomi\n\nText.\n' } }],
    bad: [
      {
        filer: { [`${RAPPORT}/20-ekonomi.txt`]: '# Ekonomi\n\nText.\n' },
        väntat: ['–  Filen content/region/enhet/2021-arsrapport/20-ekonomi.txt läses inte.']
      },
      {
        filer: { 'data/region/enhet/manader.xlsx': 'id period utfall' },
        väntat: ['–  Filen data/region/enhet/manader.xlsx läses inte.']
      }
    ]
  },
  'fil-pa-sin-plats': {
    severity: 'warning',
    fast: false,
    why: 'En fil som ligger på fel plats läses inte.',
    good: [{ filer: rapport() }],
    bad: [
      {
        filer: { 'content/region/2020-arsrapport/rapport.yaml': 'rapport:\n' },
        väntat: [
          '–  Rapporten content/region/2020-arsrapport/rapport.yaml läses inte: mappen ligger på fel nivå.'
        ]
      }
    ]
  },
  'mapp-heter-som-rapporten': {
    severity: 'error',
    fast: true,
    why: 'Mappens namn blir rapportens adress och säger vilken period den gäller.',
    good: [{ filer: rapport() }],
    bad: [
      {
        filer: rapport('', 'årsrapport', '2020'),
        väntat: [
          'rapport 4:11 Mappen heter "2021-arsrapport" men rapporten gäller 2020-arsrapport.'
        ]
      }
    ]
  },
  'forhandsvisning-gar-att-gora': {
    severity: 'error',
    fast: true,
    why: 'En förhandsvisning som avbryts av ett fel i programmet visar en gammal sida.',
    good: [],
    bad: [],
    iOrd: {
      fel: 'Ett fel i programmet hindrar sidan från att göras.',
      rätt: 'Sidan görs på nytt vid varje sparning.'
    }
  },
  'period-passar-dokumenttypen': {
    severity: 'error',
    fast: true,
    why: 'En delårsrapport gäller en del av året och en årsredovisning hela.',
    good: [],
    bad: [],
    iOrd: {
      fel: 'tertial new delårsrapport --enhet regionstod --period 2026',
      rätt: 'tertial new delårsrapport --enhet regionstod --period 2026-T2'
    }
  },
  'projekt-finns': {
    severity: 'error',
    fast: true,
    why: 'Utan data finns det inga nycklar och id att föreslå.',
    good: [],
    bad: [],
    iOrd: {
      fel: 'tertial schema i en mapp utan data/',
      rätt: 'tertial schema i mappen där data/ och content/ ligger'
    }
  },
  'projektmapp-ar-tom': {
    severity: 'error',
    fast: true,
    why: 'Ett nytt projekt skriver aldrig över något som finns.',
    good: [],
    bad: [],
    iOrd: {
      fel: 'tertial init i en mapp där data/ redan finns',
      rätt: 'mkdir rapporter && cd rapporter && tertial init'
    }
  },
  'rapport-finns': {
    severity: 'error',
    fast: true,
    why: 'Ett namn på kommandoraden ska passa en rapport, varken ingen eller flera.',
    good: [],
    bad: [],
    iOrd: { fel: 'tertial build regionstod/2012', rätt: 'tertial build regionstod/2021-arsrapport' }
  },
  'regel-finns': {
    severity: 'warning',
    fast: false,
    why: 'En inställning för en regel som inte finns gör ingenting.',
    good: [{ filer: styrmodell('ord-en-gang') }],
    bad: [
      { filer: styrmodell('ord-en-gong'), väntat: ['styrmodell 4:5 Okänd regel "ord-en-gong".'] },
      {
        filer: styrmodell('referens-finns'),
        väntat: ['styrmodell 4:5 Nivån på regeln "referens-finns" går inte att ändra.']
      }
    ]
  },
  'tystning-behovs': {
    severity: 'advice',
    fast: false,
    why: 'En tystning som inget tystar döljer nästa fel på samma ställe.',
    good: [{ text: '<!-- tystad: ord-en-gang: citat ur lagen -->\nMålet är att att minska.' }],
    bad: [
      {
        text: '<!-- tystad: ord-en-gang: citat ur lagen -->\nMålet är att minska.',
        väntat: ['text 3:1 Tystningen av "ord-en-gang" tystar ingenting.']
      }
    ]
  },
  'tystning-galler-en-regel': {
    severity: 'warning',
    fast: false,
    why: 'En tystning av en regel som inte finns tystar ingenting.',
    good: [{ text: '<!-- tystad: ord-en-gang: citat ur lagen -->\nMålet är att att minska.' }],
    bad: [
      {
        text: '<!-- tystad: ord-en-gong: citat ur lagen -->\nText.',
        väntat: ['text 3:1 Okänd regel "ord-en-gong" i en tystning.']
      }
    ]
  },
  'tystning-har-skal': {
    severity: 'warning',
    fast: false,
    why: 'En tystning utan skäl säger inte den som läser sedan varför det fick stå.',
    good: [{ text: '<!-- tystad: ord-en-gang: citat ur lagen -->\nMålet är att att minska.' }],
    bad: [
      {
        text: '<!-- tystad: ord-en-gang -->\nMålet är att att minska.',
        väntat: ['text 3:1 Tystningen av "ord-en-gang" saknar skäl och gäller därför inte.']
      }
    ]
  },
  'vagledning-ersatt': {
    severity: 'warning',
    fast: false,
    why: 'Mallens vägledning är till för den som skriver, inte för den som läser.',
    good: [{ text: 'Frånvaron minskade under hösten.' }],
    bad: [
      {
        text: '<!-- Vägledning: Beskriv året. -->',
        väntat: ['text 3:1 Avsnittets vägledning står kvar.']
      }
    ]
  },
  'val-finns': {
    severity: 'error',
    fast: true,
    why: 'Kommandot behöver valet för att veta vad det ska göra.',
    good: [],
    bad: [],
    iOrd: {
      fel: 'npx tertial new årsrapport --enhet regionstod',
      rätt: 'npx tertial new årsrapport --enhet regionstod --period 2026'
    }
  }
}
