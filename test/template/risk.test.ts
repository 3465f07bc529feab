import { describe, expect, it } from 'vitest'
import { allDiagnostics, check, makeProject } from '../helpers/project.ts'

const TEXT = 'content/region/enhet/2021-arsrapport/10-inledning.md'

const RISKER = `ursprung: konstruerat
risker:
  - id: avbrott
    namn: Avbrott
    process: Drift
    riskägare: Driftchef
    bedömning:
      2020:
        sannolikhet: 3
        konsekvens: 4
        hantering: bevaka
      2021:
        sannolikhet: 2
        konsekvens: 4
        före:
          sannolikhet: 3
          konsekvens: 4
        hantering: åtgärda
        åtgärd: Jourlista
        ansvarig: Kim Ek
        klardatum: 2022-03-31
        status: pågår
  - id: svinn
    namn: Svinn & spill
    process: Lager
    bedömning:
      2020:
        sannolikhet: 1
        konsekvens: 2
        hantering: acceptera
kontroller:
  - id: jour
    namn: Jour
    kontrollmål: Någon svarar.
    metod: Stickprov
    frekvens: Årlig
    ansvarig: Kim Ek
    risk: avbrott
    uppföljning:
      2021:
        utfört:
          - T1
          - T3
        resultat: mindre avvikelse
  - id: miljö
    namn: Miljö
    metod: Enkät
    uppföljning:
      2021:
        utfört: ej utfört
        resultat: ej tillämpligt
        ny plan: Senast T1 2022
`

/** The page that a text gives, with these risks and controls. */
async function page(text: string, risker = RISKER): Promise<string> {
  const making = await makeProject({
    'data/region/enhet/risker.yaml': risker,
    [TEXT]: `# Inledning\n\n${text}\n`
  })
  const errors = allDiagnostics(making).filter(({ severity }) => severity === 'error')
  expect(errors).toEqual([])
  return making.made[0]?.finished?.files.get('index.html') ?? ''
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()

/** Rows of the first captioned table, cells as text. */
function rows(html: string): string[][] {
  const table = /<table>(?:(?!<\/table>)[\s\S])*<caption[\s\S]*?<\/table>/.exec(html)?.[0] ?? ''
  return [...table.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<(th|td)[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , cell = '']) => plain(cell))
  )
}

describe('risktabell', () => {
  it('prints the computed risk value before and after, level, trend and measure, greatest first', async () => {
    const html = await page('{{risktabell}}')
    expect(rows(html)).toEqual([
      [
        'Nr',
        'Risk',
        'Riskvärde före',
        'Riskvärde',
        'Nivå',
        'Trend',
        'Åtgärd',
        'Åtgärdsstatus',
        'Klart',
        'Ansvarig'
      ],
      [
        'R1',
        'Avbrott',
        '12',
        '8',
        'Medel',
        'Minskar, 12 i 2020',
        'Jourlista',
        'Pågår',
        '2022-03-31',
        'Kim Ek'
      ],
      ['R2', 'Svinn & spill', '–', '2', 'Låg', 'Ny', '–', '–', '–', '–']
    ])
    expect(html).toContain(
      '<p class="not">Riskvärdet är sannolikhet gånger konsekvens: 1–3 låg, 4–8 medel och 9–16 hög.</p>'
    )
    expect(html).toContain('<p class="not">Bedömda tidigare och inte på nytt: R2 (2020).</p>')
  })

  it('prints what a plan starts from with visa="plan"', async () => {
    expect(rows(await page('{{risktabell visa="plan"}}'))).toEqual([
      [
        'Nr',
        'Risk',
        'Process',
        'Sannolikhet',
        'Konsekvens',
        'Riskvärde',
        'Nivå',
        'Hantering',
        'Riskägare'
      ],
      ['R1', 'Avbrott', 'Drift', '3 stor', '4 allvarlig', '12', 'Hög', 'Åtgärda', 'Driftchef'],
      ['R2', 'Svinn & spill', 'Lager', '1 mycket liten', '2 lindrig', '2', 'Låg', 'Acceptera', '–']
    ])
  })

  it('prints the columns that are asked for, in that order', async () => {
    expect(rows(await page('{{risktabell kolumner="Riskvärde, risk, Kontroller"}}'))).toEqual([
      ['Riskvärde', 'Risk', 'Kontroller'],
      ['8', 'Avbrott', 'Jour'],
      ['2', 'Svinn & spill', '–']
    ])
  })

  it('says so where there are none', async () => {
    expect(rows(await page('{{risktabell}}', 'ursprung: konstruerat\n'))).toEqual([
      ['Nr', 'Risk', 'Nivå'],
      ['Inga risker']
    ])
  })

  it('follows figures to the place of the assessment', async () => {
    expect(await page('{{tal "avbrott.effekt" tecken=true}}')).toMatch(
      /<data class="tal" value="-4" data-nr="1" data-källa="data\/region\/enhet\/risker\.yaml:12" data-formel="riskvärde − riskvärde före" data-ursprung="konstruerat">−4<\/data>/
    )
  })
})

describe('risks in running text', () => {
  it.each([
    ['{{bedömning "avbrott"}}', '<span class="status risk medel">Medel</span>'],
    ['{{bedömning "avbrott" period="2020"}}', '<span class="status risk hog">Hög</span>'],
    ['{{namn "svinn"}}', 'Svinn &#x26; spill'],
    ['{{text "avbrott.åtgärd"}}', 'Jourlista']
  ])('%s', async (text, wanted) => {
    const html = await page(text)
    expect(html.replaceAll('&amp;', '&#x26;')).toContain(`<p>${wanted}</p>`)
  })
})

describe('riskmatris', () => {
  it('is a table with likelihood down, consequence across, and count and names in its squares', async () => {
    const html = await page('{{riskmatris rubrik="Riskerna"}}')
    expect(plain(/<caption[\s\S]*?<\/caption>/.exec(html)?.[0] ?? '')).toBe('Diagram 1. Riskerna')
    expect(rows(html)).toEqual([
      ['Sannolikhet', 'Konsekvens'],
      ['1 Försumbar', '2 Lindrig', '3 Kännbar', '4 Allvarlig'],
      ['4 Mycket stor', '4 Medel', '8 Medel', '12 Hög', '16 Hög'],
      ['3 Stor', '3 Låg', '6 Medel', '9 Hög', '12 Hög'],
      ['2 Liten', '2 Låg', '4 Medel', '6 Medel', '8 Medel 1 risk R1 Avbrott'],
      ['1 Mycket liten', '1 Låg', '2 Låg 1 risk R2 Svinn & spill', '3 Låg', '4 Medel']
    ])
    expect(html).toContain('<td class="risk hog">')
    expect(html).toContain('<th scope="colgroup" colspan="4">Konsekvens</th>')
    expect(html).toContain('<th scope="row"><span class="steg">4</span> Mycket stor</th>')
  })

  it('places risks where they stood before measures with visa="plan"', async () => {
    const [, , , tre, två] = rows(await page('{{riskmatris visa="plan"}}'))
    expect(tre?.at(-1)).toBe('12 Hög 1 risk R1 Avbrott')
    expect(två?.at(-1)).toBe('8 Medel')
  })

  it("follows the organisation's own scale", async () => {
    const making = await makeProject({
      'data/region/styrmodell.yaml': `styrmodell:
  nivåer: [perspektiv]
  riskskala:
    sannolikhet: [Nej, Ja]
    konsekvens: [Liten, Mellan, Stor]
    gränser:
      - till: 2
        ord: Grön
      - till: 6
        ord: Röd
`,
      'data/region/enhet/mal.yaml': null,
      'data/region/enhet/indikatorer.yaml': null,
      'data/region/enhet/risker.yaml':
        'risker:\n  - id: r\n    namn: Risken\n    bedömning:\n      2021:\n        sannolikhet: 2\n        konsekvens: 1\n',
      [TEXT]: '# Inledning\n\n{{riskmatris}}\n'
    })
    const html = making.made[0]?.finished?.files.get('index.html') ?? ''
    expect(rows(html)).toEqual([
      ['Sannolikhet', 'Konsekvens'],
      ['1 Liten', '2 Mellan', '3 Stor'],
      ['2 Ja', '2 Grön 1 risk R1 Risken', '4 Röd', '6 Röd'],
      ['1 Nej', '1 Grön', '2 Grön', '3 Röd']
    ])
  })
})

describe('kontrollplan and kontrolltabell', () => {
  it('the plan stands without outcome, under the risk that each control guards against', async () => {
    expect(rows(await page('{{kontrollplan}}'))).toEqual([
      ['Risk', 'Kontroll', 'Kontrollmål', 'Metod', 'Frekvens', 'Ansvarig'],
      ['R1 Avbrott', 'Jour', 'Någon svarar.', 'Stickprov', 'Årlig', 'Kim Ek'],
      ['Utan egen risk', 'Miljö', '–', 'Enkät', '–', '–']
    ])
  })

  it('the follow-up has a column for each tertial', async () => {
    expect(
      rows(await page('{{kontrolltabell kolumner="Kontroll, Risk, T1, T2, T3, Ny plan"}}'))
    ).toEqual([
      ['Kontroll', 'Risk', 'T1', 'T2', 'T3', 'Ny plan'],
      ['Jour', 'R1 Avbrott', 'Utförd', '–', 'Utförd', '–'],
      ['Miljö', '–', '–', '–', 'Ej utförd', 'Senast T1 2022']
    ])
  })

  it('shows some of the controls with visa', async () => {
    expect(
      rows(await page('{{kontrolltabell visa="ej utförda" kolumner="Kontroll, Ny plan"}}'))
    ).toEqual([
      ['Kontroll', 'Ny plan'],
      ['Miljö', 'Senast T1 2022']
    ])
  })
})

describe('what is wrong with risks', () => {
  const risk = (bedömning: string, mer = ''): string =>
    `risker:\n  - id: avbrott\n    namn: Avbrott\n${mer}    bedömning:\n      2021:\n${bedömning}`

  it.each([
    [
      'a step that the scale lacks',
      risk('        sannolikhet: 5\n        konsekvens: 2\n'),
      'data/region/enhet/risker.yaml:6:22  fel  riskskala-rymmer\n  Sannolikheten 5 finns inte på skalan, som går från 1 till 4.',
      '  Skriv 1 (mycket liten), 2 (liten), 3 (stor) eller 4 (mycket stor).'
    ],
    [
      'a step that is no number',
      risk('        sannolikhet: stor\n        konsekvens: 2\n'),
      'data/region/enhet/risker.yaml:6:22  fel  varde-av-ratt-slag\n  Ogiltigt värde "stor" för "sannolikhet", väntade ett helt tal från 1.',
      ''
    ],
    [
      'a risk value that is not the product',
      risk('        sannolikhet: 2\n        konsekvens: 4\n        angivet riskvärde: 9\n'),
      'data/region/enhet/risker.yaml:8:28  fel  givet-lika-med-beraknat\n  Riskvärdet för "Avbrott" 2021 anges till 9, men sannolikhet × konsekvens är 8.',
      '  Rätta stegen eller det angivna värdet; i rapporten skrivs det beräknade.'
    ],
    [
      'a high risk that nobody handles',
      risk('        sannolikhet: 3\n        konsekvens: 4\n'),
      'data/region/enhet/risker.yaml:5:7  varning  risk-har-hantering\n  Risken "Avbrott" 2021 är hög (riskvärde 12), men har ingen hantering.',
      '  Skriv hantering: acceptera, bevaka, granska eller åtgärda.'
    ],
    [
      'a high risk accepted without a word',
      risk('        sannolikhet: 3\n        konsekvens: 4\n        hantering: acceptera\n'),
      'data/region/enhet/risker.yaml:5:7  varning  risk-har-hantering\n  Risken "Avbrott" 2021 är på den högsta nivån och accepteras utan motivering.',
      '  Skriv varför den kan accepteras i "motivering", eller välj en annan hantering.'
    ],
    [
      'a control that is not there',
      risk('        sannolikhet: 1\n        konsekvens: 1\n', '    kontroller:\n      - jouren\n'),
      'data/region/enhet/risker.yaml:5:9  fel  referens-finns\n  Okänd kontroll "jouren".',
      ''
    ]
  ])('%s', async (_, risker, wanted, hint) => {
    const printed = await check({ 'data/region/enhet/risker.yaml': risker })
    expect(printed).toContain(wanted)
    expect(printed).toContain(hint)
  })

  it.each([
    [
      'utfört: T3\n        resultat: ej tillämpligt',
      'varning  kontroll-gar-ihop\n  Kontrollen "Jour" 2021 är utförd, men resultatet är "ej tillämpligt".'
    ],
    [
      'utfört: T3\n        resultat: brister identifierade',
      'varning  kontroll-har-atgard\n  Kontrollen "Jour" 2021 visar brister, men har ingen åtgärd.'
    ],
    [
      'utfört: ej utfört\n        resultat: ej tillämpligt',
      'varning  kontroll-har-ny-plan\n  Kontrollen "Jour" 2021 blev inte utförd, och det står inte när den ska bli det.'
    ]
  ])('a control that says %j', async (u, wanted) => {
    const kontroller = `kontroller:\n  - id: jour\n    namn: Jour\n    uppföljning:\n      2021:\n        ${u}\n`
    expect(await check({ 'data/region/enhet/kontroll.yaml': kontroller })).toContain(
      `data/region/enhet/kontroll.yaml:5:7  ${wanted}`
    )
  })

  it.each([
    ['{{risktabell kolumner="Risk, Nivo"}}', 'Okänd kolumn "Nivo" i "risktabell".\n'],
    ['{{risktabell visa="planen"}}', 'Okänt värde "planen" för "visa".\n'],
    ['{{tal "risker.hoga"}}', 'Okänt mått "hoga" i "risker.hoga".\n']
  ])('%s', async (text, wanted) => {
    expect(
      await check({
        'data/region/enhet/risker.yaml': RISKER,
        [TEXT]: `# Inledning\n\n${text}\n`
      })
    ).toContain(wanted)
  })

  it('limits that do not reach the greatest risk value', async () => {
    const printed = await check({
      'data/region/styrmodell.yaml':
        'styrmodell:\n  nivåer: [perspektiv, mål]\n  riskskala:\n    sannolikhet: [Nej, Ja]\n    konsekvens: [Nej, Ja]\n    gränser:\n      - till: 2\n        ord: Låg\n      - till: 2\n        ord: Hög\n'
    })
    expect(printed).toContain('Gränsen 2 för "Hög" är inte högre än gränsen före, 2.')
    expect(printed).toContain('Gränserna slutar på 2, men det största riskvärdet på skalan är 4.')
  })
})
