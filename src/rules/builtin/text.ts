import type { Inbyggda } from './inbyggd.ts'

/** How the text is read: headings, values, directives, notes, links, images. */
export const textkontroller: Inbyggda = {
  'avsnitt-har-rubrik': {
    severity: 'error',
    fast: true,
    why: 'Utan rubrik hamnar avsnittet varken i innehållet eller bland bokmärkena.',
    good: [{ text: 'Text under avsnittets rubrik.' }],
    bad: [
      {
        filer: { 'content/region/enhet/2021-arsrapport/20-ekonomi.md': 'Text utan rubrik.\n' },
        väntat: ['ekonomi 1:1 Avsnittet saknar rubrik.']
      }
    ]
  },
  'bild-finns': {
    severity: 'error',
    fast: true,
    why: 'En bild som inte finns blir en tom ruta.',
    good: [
      {
        text: '![Karta över länet](karta.svg)',
        filer: {
          'content/region/enhet/2021-arsrapport/karta.svg':
            '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'
        }
      }
    ],
    bad: [
      {
        text: '![Karta över länet](karta.png)',
        väntat: ['text 3:1 Bilden "karta.png" finns inte i rapportens mapp.']
      }
    ]
  },
  'bild-finns-i-rapporten': {
    severity: 'error',
    fast: true,
    why: 'Rapporten ska gå att läsa utan nät och likadan om tio år, så dess bilder ligger i dess mapp.',
    good: [{ text: 'Text utan bild.' }],
    bad: [
      {
        text: '![Karta över länet](https://example.se/karta.png)',
        väntat: ['text 3:1 Bilden ”https://example.se/karta.png” ligger inte i rapportens mapp.']
      }
    ]
  },
  'bild-har-alternativtext': {
    severity: 'error',
    fast: true,
    why: 'Den som inte ser bilden får inte veta vad den visar (WCAG 1.1.1).',
    good: [
      {
        text: '![Karta över länet](karta.svg)',
        filer: {
          'content/region/enhet/2021-arsrapport/karta.svg':
            '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'
        }
      }
    ],
    bad: [
      {
        text: '![](karta.svg)',
        väntat: [
          'text 3:1 Bilden ”karta.svg” saknar alternativtext, så den som inte ser bilden får inget veta.'
        ]
      }
    ]
  },
  'citat-har-kalla': {
    severity: 'error',
    fast: false,
    why: 'Ett citat utan källa går inte att kontrollera.',
    good: [{ text: ':::citat{källa="Revisionsrapporten, sidan 3"}\nRutinen saknas.\n:::' }],
    bad: [{ text: ':::citat\nRutinen saknas.\n:::', väntat: ['text 3:1 Citatet saknar källa.'] }]
  },
  'direktiv-ar-avslutat': {
    severity: 'error',
    fast: true,
    why: 'Ett direktiv som inte avslutas tar med sig resten av texten.',
    good: [{ text: ':::ruta\nText i en ruta.\n:::' }],
    bad: [
      { text: ':::ruta\nText i en ruta.', väntat: ['text 3:1 Direktivet :::ruta avslutas aldrig.'] }
    ]
  },
  'direktiv-finns': {
    severity: 'error',
    fast: true,
    why: 'Ett okänt direktiv gör ingenting med texten det omsluter.',
    good: [{ text: ':::ruta\nText i en ruta.\n:::' }],
    bad: [
      {
        text: ':::rutan\nText i en ruta.\n:::',
        väntat: ['text 3:4 Okänt direktiv ”:::rutan”, väntade ett som finns.']
      }
    ]
  },
  'fotnot-ar-unik': {
    severity: 'error',
    fast: true,
    why: 'Av två noter med samma namn skrivs bara den ena ut.',
    good: [{ text: 'Se noten.[^1]\n\n[^1]: Så är det.' }],
    bad: [
      {
        text: 'Se noten.[^1]\n\n[^1]: Så är det.\n\n[^1]: Eller så.',
        väntat: ['text 7:1 Fotnoten [^1] har redan en text i filen, så den här skrivs inte ut.']
      }
    ]
  },
  'fotnot-har-hanvisning': {
    severity: 'warning',
    fast: false,
    why: 'En fotnot som ingenting hänvisar till läses av ingen.',
    good: [{ text: 'Se noten.[^1]\n\n[^1]: Så är det.' }],
    bad: [
      {
        text: 'Se noten.\n\n[^1]: Så är det.',
        väntat: ['text 5:1 Fotnoten [^1] skrivs inte ut, eftersom ingen text hänvisar till den.']
      }
    ]
  },
  'fotnot-har-text': {
    severity: 'error',
    fast: false,
    why: 'En notsiffra utan not lovar läsaren något som saknas.',
    good: [{ text: 'Se noten.[^1]\n\n[^1]: Så är det.' }],
    bad: [{ text: 'Se noten.[^1]', väntat: ['text 3:10 Fotnoten [^1] har ingen text.'] }]
  },
  'html-ar-saker': {
    severity: 'warning',
    fast: false,
    why: 'Skript och stilar i texten skulle kunna ändra rapporten utan att någon ser det.',
    good: [{ text: 'H<sub>2</sub>O är vatten.' }],
    bad: [
      {
        text: 'Text <script>alert(1)</script> här.',
        väntat: [
          'text 3:6 Elementet <script> tas bort, eftersom det inte är tillåtet i rapportens text.'
        ]
      }
    ]
  },
  'id-ar-giltigt': {
    severity: 'error',
    fast: true,
    why: 'Ett id blir en del av en adress och får bara ha tecken som fungerar där.',
    good: [{ text: '## Våra mål {#vara-mal}\n\nText.' }],
    bad: [
      {
        text: '## Våra mål {#Våra-mål}\n\nText.',
        väntat: [
          'text 3:13 Ogiltigt id ”Våra-mål”, väntade små bokstäver a–z, siffror och bindestreck med en bokstav först.'
        ]
      }
    ]
  },
  'lank-fungerar': {
    severity: 'error',
    fast: true,
    why: 'En länk som inte leder någonstans är en återvändsgränd för läsaren.',
    good: [{ text: 'Se [målen](#malen).\n\n## Målen {#malen}\n\nText.' }],
    bad: [
      {
        text: 'Se [målen](#målet).\n\n## Målen {#malen}\n\nText.',
        väntat: ['text 3:4 Länken "#målet" leder ingenstans i rapporten.']
      }
    ]
  },
  'markdown-gar-att-lasa': {
    severity: 'error',
    fast: true,
    why: 'En text som inte går att läsa kan inte skrivas ut.',
    good: [{ text: '> Ett citat.' }],
    bad: [
      {
        text: `${'> '.repeat(120)}Djupt ner.`,
        väntat: [
          'text 3:1 Texten har fler än hundra nivåer av citat eller listor i varandra, så filen skrivs inte ut.'
        ]
      }
    ],
    iOrd: {
      fel: 'Fler än hundra nivåer av citat eller listor i varandra.',
      rätt: 'Citat och listor i några få nivåer.'
    }
  },
  'markering-ar-avslutad': {
    severity: 'warning',
    fast: false,
    why: 'Stjärnor som inte blev fetstil står kvar i texten som stjärnor.',
    good: [{ text: 'Det är **viktigt** att svara.' }],
    bad: [
      {
        text: 'Det är ** viktigt** att svara.',
        väntat: [
          'text 3:8 Här skrivs ** ut som två stjärnor, eftersom markeringen inte börjar och slutar intill ett ord.'
        ]
      }
    ]
  },
  'rubrik-har-text': {
    severity: 'error',
    fast: true,
    why: 'En tom rubrik blir en tom rad i innehållet.',
    good: [{ text: '## Målen\n\nText.' }],
    bad: [{ text: '##\n\nText.', väntat: ['text 3:1 Rubriken har ingen text.'] }]
  },
  'rubrik-i-ordning': {
    severity: 'warning',
    fast: false,
    why: 'En överhoppad rubriknivå gör att skärmläsare tror att något saknas (WCAG 1.3.1).',
    good: [{ text: '## Målen\n\nText.\n\n### Service\n\nText.' }],
    bad: [
      {
        text: '#### Service\n\nText.',
        väntat: [
          'text 3:1 Rubriken är på nivå #### men den närmast före på nivå #; en nivå hoppas över.'
        ]
      }
    ]
  },
  'tabell-ar-tabell': {
    severity: 'warning',
    fast: false,
    why: 'Utan raden med streck, eller med tabbar mellan cellerna, blir tabellen ett stycke som ingen kan läsa.',
    good: [
      { text: ':::tabell{rubrik="Svar"}\n| År | Svar |\n| --- | --- |\n| Förra | Många |\n:::' }
    ],
    bad: [
      {
        text: '| År | Svar |\n| Förra | Många |',
        väntat: [
          'text 3:1 Tabellen saknar raden med streck under rubrikerna, så den skrivs ut som ett stycke.'
        ]
      },
      {
        text: 'År\tSvar\nFörra\tMånga',
        väntat: [
          'text 3:1 Raderna ser ut att vara klistrade ur ett kalkylblad och skrivs ut som ett stycke.'
        ]
      }
    ]
  },
  'tabell-har-hela-rader': {
    severity: 'error',
    fast: true,
    why: 'En cell för mycket skrivs inte ut, och ingen ser att den saknas.',
    good: [
      { text: ':::tabell{rubrik="Svar"}\n| År | Svar |\n| --- | --- |\n| Förra | Många |\n:::' }
    ],
    bad: [
      {
        text: ':::tabell{rubrik="Svar"}\n| År | Svar |\n| --- | --- |\n| Förra | Många | Fler |\n:::',
        väntat: [
          'text 6:17 Raden har 3 celler men tabellen 2 kolumner, så de sista skrivs inte ut.'
        ]
      }
    ]
  },
  'tabell-har-rubrik': {
    severity: 'error',
    fast: false,
    why: 'En tabell utan rubrik säger inte vad den visar.',
    good: [
      { text: ':::tabell{rubrik="Svar"}\n| År | Svar |\n| --- | --- |\n| Förra | Många |\n:::' }
    ],
    bad: [
      {
        text: ':::tabell\n| År | Svar |\n| --- | --- |\n| Förra | Många |\n:::',
        väntat: ['text 3:1 Direktivet :::tabell saknar rubrik.']
      }
    ]
  },
  'underskrifter-ar-en-lista': {
    severity: 'error',
    fast: true,
    why: 'Underskrifterna sätts i spalter, en för varje namn i listan.',
    good: [{ text: ':::underskrifter\n- Karin Ek, ordförande\n:::' }],
    bad: [
      {
        text: ':::underskrifter\nKarin Ek, ordförande\n:::',
        väntat: [
          'text 3:1 Direktivet :::underskrifter ska innehålla en lista med namn och inget annat.'
        ]
      }
    ]
  }
}
