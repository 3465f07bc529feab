import type { Inbyggda } from './inbyggd.ts'

const AVSNITT = 'templates/block/avsnitt.hbs'
const avsnittsmall = (innehåll: string) => ({
  [AVSNITT]: `<section id="{{id}}"><h2>{{rubrik}}</h2>${innehåll}</section>\n`
})
const DIAGRAM = (rest: string) => ({
  'templates/diagram/eget.yaml': `namn: eget
beskrivning: Ett eget diagram.
diagramtyp: Stapeldiagram
data: perioder
${rest}spec:
  data: { name: rader }
  mark: bar
`
})
const tema = (rad: string) => ({
  'data/region/organisation.yaml': `organisation:
  namn: Region Exempel
  slag: region
  enheter:
    - id: enhet
      namn: Enheten
  tema:
    ${rad.replaceAll('\n', '\n    ')}
`
})
const LOGOTYP = 'logotyp:\n  fil: logotyp.svg\n  alt: Regionens märke'
const organisation = (accent: string) => ({
  'data/region/organisation.yaml': `organisation:
  namn: Region Exempel
  slag: region
  enheter:
    - id: enhet
      namn: Enheten
  tema:
    accent: "${accent}"
`
})

const RAPPORT = 'content/region/enhet/2021-arsrapport'
const dokumentmall = (krav: string) => ({
  'templates/dokument/arsrapport.hbs': `---
dokumenttyp: årsrapport
${krav}---
<main>{{#each avsnitt}}{{html}}{{/each}}</main>
`
})
const ORDNING =
  'ordning: fast\navsnitt:\n  - id: balanskrav\n    rubrik: Balanskrav\n  - id: personal\n    rubrik: Personal\n'
const VISAS = 'data:\n  - nyckel: resultat\n    krav: ja\n    visas: ja\n'
const RESULTAT = `konton:
  - id: hyra
    namn: Hyra
    enhet: mnkr
    serie:
      2021:
        utfall: -4,5
uppställningar:
  - id: resultat
    namn: Resultat
    enhet: mnkr
    kolumner:
      - mått: utfall
    rader:
      - konto: hyra
      - summa: Summa
`

/** The project's own templates and colours, and what they ask of a report. */
export const mallkontroller: Inbyggda = {
  'avsnitt-i-ordning': {
    severity: 'error',
    fast: false,
    why: 'Där lag eller rekommendation anger ordningen väntar sig läsaren att hitta avsnitten i den.',
    good: [
      {
        filer: {
          ...dokumentmall(ORDNING),
          [`${RAPPORT}/20-balanskrav.md`]: '# Balanskrav\n\nText.\n',
          [`${RAPPORT}/30-personal.md`]: '# Personal\n\nText.\n'
        }
      }
    ],
    bad: [
      {
        filer: {
          ...dokumentmall(ORDNING),
          [`${RAPPORT}/20-personal.md`]: '# Personal\n\nText.\n',
          [`${RAPPORT}/30-balanskrav.md`]: '# Balanskrav\n\nText.\n'
        },
        väntat: ['balanskrav 1:1 Avsnittet "Balanskrav" ska stå före "Personal".']
      }
    ]
  },
  'data-visas': {
    severity: 'error',
    fast: false,
    why: 'Det som lagen eller mallen kräver ska stå i rapporten, inte bara finnas i data.',
    good: [{ filer: dokumentmall(VISAS), data: RESULTAT, text: '{{tabell "resultat"}}' }],
    bad: [
      {
        filer: dokumentmall(VISAS),
        data: RESULTAT,
        text: 'Resultatet är i balans.',
        väntat: [
          'text 1:1 Dokumenttypen "årsrapport" ska visa "resultat", men rapporten gör det inte.'
        ]
      }
    ]
  },
  'diagrammall-gar-att-anvanda': {
    severity: 'error',
    fast: true,
    why: 'En diagrammall med fel kan inte rita något diagram.',
    good: [{ filer: DIAGRAM('') }],
    bad: [
      {
        filer: DIAGRAM('höjden: 100\n'),
        text: '{{diagram "eget" serie="x.utfall"}}',
        väntat: ['eget 5:1 Nyckeln ”höjden” finns inte i en diagrammall.']
      }
    ]
  },
  'mall-argument': {
    severity: 'error',
    fast: true,
    why: 'Ett block i en mall behöver veta vilket fält det gäller.',
    good: [{ filer: avsnittsmall('{{#if nr}}{{nr}}{{/if}}{{html}}') }],
    bad: [
      {
        filer: avsnittsmall('{{#if}}{{nr}}{{/if}}{{html}}'),
        väntat: ['avsnitt 1:44 {{#if}} saknar argument, väntade ett.']
      }
    ]
  },
  'mall-del-finns': {
    severity: 'error',
    fast: true,
    why: 'En mall som tar in en annan som inte finns kan inte skrivas ut.',
    good: [{ filer: avsnittsmall('{{html}}') }],
    bad: [
      {
        filer: avsnittsmall('{{> block/avsnitet}}{{html}}'),
        väntat: ['avsnitt 1:45 Okänd mall "block/avsnitet", väntade en som finns under templates/.']
      }
    ]
  },
  'mall-hjalpare-finns': {
    severity: 'error',
    fast: true,
    why: 'En okänd hjälpare i en mall skriver inte ut någonting.',
    good: [{ filer: avsnittsmall('{{html}}') }],
    bad: [
      {
        filer: avsnittsmall('{{tall "svar.utfall"}}{{html}}'),
        väntat: ['avsnitt 1:43 Okänd hjälpare "tall", väntade en som finns.']
      }
    ]
  },
  'mall-skyddar-text': {
    severity: 'error',
    fast: true,
    why: 'Text ur data får aldrig bli HTML: ett tecken som < skulle kunna ändra hela sidan.',
    good: [{ filer: avsnittsmall('{{html}}') }],
    bad: [
      {
        filer: avsnittsmall('{{{html}}}'),
        väntat: ['avsnitt 1:41 Tre klamrar skulle skriva ut text oskyddad.']
      }
    ]
  },
  'mall-sokvag-finns': {
    severity: 'error',
    fast: true,
    why: 'Ett fält som inte finns lämnar en tom plats på sidan.',
    good: [{ filer: avsnittsmall('{{html}}') }],
    bad: [
      {
        filer: avsnittsmall('{{rubriken}}{{html}}'),
        väntat: ['avsnitt 1:43 Okänt fält "rubriken", väntade ett som finns.']
      }
    ]
  },
  'mall-syntax': {
    severity: 'error',
    fast: true,
    why: 'En mall som inte går att läsa kan inte skriva ut någonting.',
    good: [{ filer: avsnittsmall('{{#if nr}}{{nr}}{{/if}}{{html}}') }],
    bad: [
      {
        filer: avsnittsmall('{{#if nr}}{{nr}}{{html}}'),
        väntat: ['avsnitt 1:41 Blocket {{#if}} stängs aldrig.']
      }
    ]
  },
  'mall-varde-finns': {
    severity: 'error',
    fast: true,
    why: 'Ett fält som är tomt här, eller är en lista, lämnar en lucka eller ett skräpord på sidan.',
    good: [
      { filer: { 'templates/block/omslag.hbs': '{{#if ingress}}<p>{{ingress}}</p>{{/if}}\n' } }
    ],
    bad: [
      {
        filer: { 'templates/block/omslag.hbs': '<p>{{ingress}}</p>\n' },
        väntat: ['omslag 1:6 Värdet "ingress" är tomt här och skulle ge en lucka på sidan.']
      }
    ]
  },
  'tema-farg': {
    severity: 'error',
    fast: true,
    why: 'En färg som inte går att läsa kan inte användas.',
    good: [{ filer: organisation('#0f5c6e') }],
    bad: [],
    iOrd: { fel: 'accent: blå', rätt: 'accent: "#0f5c6e"' }
  },
  'tema-fil': {
    severity: 'error',
    fast: true,
    why: 'En logotyp eller ett typsnitt som saknas kan inte visas, och filer utanför organisationens mapp hör inte till rapporten.',
    good: [
      {
        filer: {
          ...tema(LOGOTYP),
          'data/region/logotyp.svg': '<svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
        }
      }
    ],
    bad: [
      {
        filer: tema(LOGOTYP),
        väntat: ['organisation 9:12 Filen logotyp.svg finns inte i data/region.']
      }
    ]
  },
  'tema-logotyp': {
    severity: 'error',
    fast: true,
    why: 'En logotyp står på varje omslag och arkiveras med rapporten: den ska bara bestå av former och färger, och vara liten.',
    good: [
      {
        filer: {
          ...tema(LOGOTYP),
          'data/region/logotyp.svg': '<svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
        }
      }
    ],
    bad: [
      {
        filer: {
          ...tema(LOGOTYP),
          'data/region/logotyp.svg': '<svg viewBox="0 0 9 9"><script>0</script></svg>'
        },
        väntat: ['organisation 9:12 Logotypen logotyp.svg innehåller skript på rad 1.']
      }
    ]
  },
  'tema-typsnitt': {
    severity: 'error',
    fast: true,
    why: 'Ett typsnitt som saknas, är variabelt eller utan svenska bokstäver och tabellsiffror ger en pdf som inte går att läsa, söka eller räkna i.',
    good: [{ filer: tema('accent: "#0f5c6e"') }],
    bad: [
      {
        filer: tema('typsnitt:\n  rubriker: Inter Variable'),
        väntat: [
          'organisation 9:17 Typsnittet Inter Variable är variabelt: i en pdf blir bokstäverna lösa former som inte går att söka i.'
        ]
      }
    ],
    iOrd: { fel: 'rubriker: Inter Variable', rätt: 'rubriker: Fira Sans' }
  },
  'tema-kontrast': {
    severity: 'advice',
    fast: false,
    why: 'Text med för låg kontrast kan inte läsas av alla (WCAG 1.4.3).',
    good: [{ filer: organisation('#0f5c6e') }],
    bad: [
      {
        filer: organisation('#7ec8d8'),
        väntat: [
          'organisation 8:13 Färgen #7ec8d8 har kontrasten 1,8:1 mot vitt; #48727b används i stället.'
        ]
      }
    ]
  }
}
