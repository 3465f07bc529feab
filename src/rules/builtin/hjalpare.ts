import { SERIE, type Inbyggda } from './inbyggd.ts'

/** How figures and blocks are called in the text. */
export const hjälparkontroller: Inbyggda = {
  'argument-finns': {
    severity: 'error',
    fast: true,
    why: 'En hjälpare skriver ut det som dess argument säger. Ett okänt argument gör ingenting.',
    good: [{ data: SERIE, text: 'Frågorna var {{tal "svar.utfall" ord=true}}.' }],
    bad: [
      {
        data: SERIE,
        text: 'Frågorna var {{tal "svar.utfall" orden=true}}.',
        väntat: ['text 3:34 Hjälparen "tal" har inget argument "orden".']
      },
      {
        data: SERIE,
        text: 'Frågorna var {{tal svar}}.',
        väntat: ['text 3:20 "svar" står utan citattecken.']
      }
    ]
  },
  'block-star-ensamt': {
    severity: 'error',
    fast: true,
    why: 'En tabell eller ett diagram ryms inte mitt i en mening.',
    good: [{ data: SERIE, text: 'Så här blev det.\n\n{{nyckeltal "svar"}}' }],
    bad: [
      {
        data: SERIE,
        text: 'Så här blev det: {{nyckeltal "svar"}}',
        väntat: [
          'text 3:18 {{nyckeltal "svar"}} ger en tabell, ett diagram eller ett annat block och kan inte stå mitt i en text.'
        ]
      }
    ]
  },
  'diagram-gar-att-rita': {
    severity: 'error',
    fast: true,
    why: 'Ett diagram som inte går att rita lämnar en lucka efter sig.',
    good: [{ data: SERIE, text: '{{diagram "linje" serie="svar.utfall"}}' }],
    bad: [
      {
        data: SERIE.replace('2021', '2022'),
        text: '{{diagram "linje" serie="svar.utfall"}}',
        väntat: ['text 3:1 Diagrammet har inga värden att visa.']
      }
    ]
  },
  'faktum-har-kalla': {
    severity: 'error',
    fast: true,
    why: 'Ett faktum är ett tal med källa; utan källa är det bara ett tal.',
    good: [
      { text: 'Där bor {{faktum "10 000" källa="Statistiska centralbyrån, 2021"}} personer.' }
    ],
    bad: [
      { text: 'Där bor {{faktum "10 000"}} personer.', väntat: ['text 3:9 Faktumet saknar källa.'] }
    ]
  },
  'hjalpare-finns': {
    severity: 'error',
    fast: true,
    why: 'En okänd hjälpare skriver inte ut någonting.',
    good: [{ data: SERIE, text: 'Frågorna var {{tal "svar.utfall"}}.' }],
    bad: [
      {
        data: SERIE,
        text: 'Frågorna var {{tall "svar.utfall"}}.',
        väntat: ['text 3:16 Okänd hjälpare "tall".']
      }
    ]
  },
  'manader-ackumuleras': {
    severity: 'warning',
    fast: false,
    why: 'En månad i data är det som har räknats från januari till och med den. Är talen månadens egna blir skillnaden mellan två månader fel.',
    good: [
      {
        data: SERIE + '      2021-01:\n        utfall: 40\n      2021-02:\n        utfall: 75\n',
        text: '{{diagram "manader" serie="svar.utfall" per="månad" rubrik="Svar per månad"}}'
      }
    ],
    bad: [
      {
        data: SERIE + '      2021-01:\n        utfall: 40\n      2021-02:\n        utfall: 35\n',
        text: '{{diagram "manader" serie="svar.utfall" per="månad" rubrik="Svar per månad"}}',
        väntat: [
          'text 3:27 Besvarade frågor blir mindre än noll i 2021-02, eftersom talen i data inte räknas från årets början.'
        ]
      }
    ]
  },
  'tecken-finns-i-typsnittet': {
    severity: 'error',
    fast: true,
    why: 'Ett tecken som typsnitten saknar blir en tom ruta i pdf-filen.',
    good: [{ text: 'Resultatet blev bra.' }],
    iOrd: { fel: 'Ett emoji i texten.', rätt: 'Ett ord i stället.' },
    bad: [
      {
        text: 'Resultatet blev 👍 bra.',
        väntat: ['text 3:17 Tecknet "👍" (U+1F44D) finns inte i något av rapportens typsnitt.']
      }
    ]
  },
  'uttryck-enkelt': {
    severity: 'error',
    fast: true,
    why: 'Villkor och upprepningar hör hemma i mallarna; i texten står enkla uttryck.',
    good: [{ data: SERIE, text: 'Frågorna var {{tal "svar.utfall"}}.' }],
    bad: [
      {
        text: 'Frågorna var {{#if svar}}många{{/if}}.',
        väntat: ['text 3:14 Block ({{#if}}) går inte att använda i text.']
      }
    ]
  },
  'varde-ar-avslutat': {
    severity: 'error',
    fast: true,
    why: 'Utan }} vet programmet inte var värdet slutar och texten fortsätter.',
    good: [{ data: SERIE, text: 'Frågorna var {{tal "svar.utfall"}}.' }],
    bad: [
      {
        data: SERIE,
        text: 'Frågorna var {{tal "svar.utfall".',
        väntat: [
          'text 3:14 Ett värde börjar med {{ men avslutas aldrig i samma stycke eller tabellcell.'
        ]
      }
    ]
  },
  'varde-star-i-text': {
    severity: 'error',
    fast: true,
    why: 'I adresser och attribut räknas inga värden ut, så klamrarna skulle skrivas ut som de står.',
    good: [{ data: SERIE, text: 'Frågorna var {{tal "svar.utfall"}}.' }],
    bad: [
      {
        text: 'Se [rapporten](<https://example.se/{{tal "svar"}}>).',
        väntat: ['text 3:36 Värdet står i en länkadress, och där räknas inga värden ut.']
      }
    ]
  }
}
