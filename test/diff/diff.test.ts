import { describe, expect, it } from 'vitest'
import { diff } from '../../src/diff/diff.ts'
import { toMarkdown } from '../../src/diff/summary.ts'
import { createEffects, MINSTA } from '../helpers/project.ts'
import { changes, compare, createHistoria, text } from './compare.ts'

const INDIKATORER = 'data/region/enhet/indikatorer.yaml'
const EKONOMI = 'data/region/enhet/ekonomi.yaml'
const RAPPORT = 'content/region/enhet/2021-arsrapport'
const data = (path: string, from: string, to: string) => ({
  [path]: (MINSTA[path] ?? '').replace(from, to)
})

describe('nothing', () => {
  it('is said of the same files', async () => {
    expect(toMarkdown(await compare({}, {}))).toBe(
      `<!-- tertial-diff -->

## Skillnader i rapporterna

Från förr (fffffffff, 2024-03-01) till arbetsmappen. Ingenting som syns i rapporterna har ändrats.
`
    )
  })

  it('is said of what no reader sees: line breaks, comments, order of keys, file names, emphasis', async () => {
    const { rapporter, oförändrade } = await compare(
      {
        ...text('Ett stycke som är delat\npå två rader. **Viktigt** är det.'),
        [`${RAPPORT}/20-mer.md`]: '# Mer\n\nText.\n'
      },
      {
        ...text('Ett stycke som är delat på\ntvå rader. Viktigt är det.'),
        [`${RAPPORT}/30-mer.md`]: '# Mer\n\nText.\n',
        ...data(INDIKATORER, 'indikatorer:', '# En kommentar\nindikatorer:')
      }
    )
    expect([rapporter, oförändrade]).toEqual([[], 1])
  })

  it('is said of numbers that follow from a chapter before', async () => {
    const rest = (nr: number) => ({
      [`${RAPPORT}/${nr}-rest.md`]:
        '# Resten\n\nSe {{se "resultat"}} och [kapitlet](#rest) och noten.[^n]\n\n## Del\n\n{{tabell "resultat"}}\n\n[^n]: En not.\n'
    })
    expect(
      await changes(rest(20), {
        ...rest(30),
        [`${RAPPORT}/20-nytt.md`]: '# Nytt\n\nEtt nytt kapitel.\n'
      })
    ).toBe(
      `Ändrat: 1 rubrik och 1 textstycke.

**Text, tabeller och diagram**

- nytt avsnitt: Nytt
- Nytt: **Nytt**
- Nytt: **Ett nytt kapitel.**`
    )
  })
})

describe('a figure', () => {
  it('changed in data stands first, and what follows from it under it', async () => {
    expect(
      await changes(
        text('Frånvaron var {{tal "sjukfrånvaro.utfall"}}, {{förändring "sjukfrånvaro.utfall"}}.'),
        {
          ...text(
            'Frånvaron var {{tal "sjukfrånvaro.utfall"}}, {{förändring "sjukfrånvaro.utfall"}}.'
          ),
          ...data(INDIKATORER, 'utfall: 6,0', 'utfall: 5,6')
        }
      )
    ).toBe(
      `Ändrat: 2 tal och 1 textstycke.

| Uppgift | Före | Efter | Skillnad |
| --- | --: | --: | --: |
| Sjukfrånvaro, utfall, 2021 | 6,0 % | 5,6 % | −0,4 procentenheter |
| ↳ Förändring av sjukfrånvaro, utfall, 2021 | 0,1 procentenheter | −0,3 procentenheter | −0,4 procentenheter |

**Text, tabeller och diagram**

- Inledning: Frånvaron var ~~6,0 %~~ **5,6 %**, ~~+0,1 procentenheter~~ **−0,3 procentenheter**.`
    )
  })

  it('that two changed ones make is told once, under both', async () => {
    const nu = (MINSTA[EKONOMI] ?? '')
      .replace('utfall: -10,5', 'utfall: -11,5')
      .replace('utfall: -4,5', 'utfall: -4,0')
    expect(
      await changes(text('{{tabell "resultat"}}'), {
        ...text('{{tabell "resultat"}}'),
        [EKONOMI]: nu
      })
    ).toBe(
      `Ändrat: 3 tal och 1 tabell.

| Uppgift | Före | Efter | Skillnad |
| --- | --: | --: | --: |
| Personal, utfall, 2021 | −10,5 mnkr | −11,5 mnkr | −1,0 mnkr |
| Lokaler, utfall, 2021 | −4,5 mnkr | −4,0 mnkr | +0,5 mnkr |
| ↳ Summa, utfall, 2021 | −15,0 mnkr | −15,5 mnkr | −0,5 mnkr |

**Text, tabeller och diagram**

- Inledning: tabellen ”Resultat mnkr” ändrad; Personal: Utfall 2021 ~~−10,5~~ **−11,5**; Lokaler: Utfall 2021 ~~−4,5~~ **−4,0**; Summa: Utfall 2021 ~~−15,0~~ **−15,5**`
    )
  })

  it('that changed for a new row tells which', async () => {
    const nu = `${(MINSTA[EKONOMI] ?? '')
      .replace(
        'uppställningar:',
        '  - id: it\n    namn: It\n    enhet: mnkr\n    serie:\n      2021:\n        utfall: -2,0\nuppställningar:'
      )
      .replace('      - summa: Summa', '      - konto: it\n      - summa: Summa')}`
    expect(
      await changes(text('{{tabell "resultat"}}'), {
        ...text('{{tabell "resultat"}}'),
        [EKONOMI]: nu
      })
    ).toBe(
      `Ändrat: 1 tal och 1 tabell.

| Uppgift | Före | Efter | Skillnad |
| --- | --: | --: | --: |
| *Räknas nu också med: It, utfall.* | | | |
| ↳ Summa, utfall, 2021 | −15,0 mnkr | −17,0 mnkr | −2,0 mnkr |

**Text, tabeller och diagram**

- Inledning: tabellen ”Resultat mnkr” ändrad; ny rad **It**; Summa: Utfall 2021 ~~−15,0~~ **−17,0**`
    )
  })

  it('in another unit has no difference', async () => {
    const printed = text('Frånvaron var {{tal "sjukfrånvaro.utfall"}}.')
    expect(
      await changes(printed, { ...printed, ...data(INDIKATORER, 'procent', 'dagar') })
    ).toContain('| Sjukfrånvaro, utfall, 2021 | 6,0 % | 6,0 dagar | – |')
  })

  it('that the report doesn’t print but rests on is said to be so', async () => {
    const printed = text('Summan är {{tal "resultat.summa.utfall"}} i år.')
    const { rapporter } = await compare(printed, {
      ...printed,
      ...data(EKONOMI, 'utfall: -10,5', 'utfall: -11,5')
    })
    expect(rapporter[0]?.tal).toMatchObject([
      {
        rötter: [{ namn: 'Personal, utfall', syns: false, källa: `${EKONOMI}:7` }],
        följder: [{ namn: 'Summa, utfall', syns: true, källa: null }]
      }
    ])
  })
})

describe('text', () => {
  it('is compared word by word in its place', async () => {
    expect(
      await changes(
        text(
          '## Hösten\n\nNämnden följer verksamheten i fyra perspektiv och får en rapport i september.'
        ),
        text(
          '## Hösten\n\nNämnden följer verksamheten i tre perspektiv och får en rapport i oktober varje år.'
        )
      )
    ).toBe(
      `Ändrat: 1 textstycke.

**Text, tabeller och diagram**

- Inledning › Hösten: Nämnden följer verksamheten i ~~fyra~~ **tre** perspektiv och får en rapport i ~~september~~ **oktober varje år**.`
    )
  })

  it('that is another altogether stands whole, once gone and once come', async () => {
    expect(
      await changes(
        text('Det gamla stycket handlade om något.'),
        text('Här står numera en annan sak.')
      )
    ).toContain(
      `- Inledning: ~~Det gamla stycket handlade om något.~~\n- Inledning: **Här står numera en annan sak.**`
    )
  })

  it('that has moved is said to have moved', async () => {
    const [a, b, c] = [
      'Första stycket har några ord.',
      'Andra stycket säger något annat.',
      'Tredje stycket är sist här.'
    ]
    expect(await changes(text(`${a}\n\n${b}\n\n${c}`), text(`${b}\n\n${c}\n\n${a}`))).toBe(
      `Ändrat: 1 textstycke.

**Text, tabeller och diagram**

- Inledning: flyttat: Första stycket har några ord.`
    )
  })

  it('has headings, notes and the address of a link', async () => {
    expect(
      await changes(
        text(
          '## Gamla rubriken\n\nLäs [lagen](https://exempel.se/a) om det.[^1]\n\n[^1]: Enligt beslut i maj.'
        ),
        text(
          '## Nya rubriken\n\nLäs [lagen](https://exempel.se/b) om det.[^1]\n\n[^1]: Enligt beslut i juni.'
        )
      )
    ).toBe(
      `Ändrat: 1 rubrik, 1 textstycke och 1 fotnot.

**Text, tabeller och diagram**

- Inledning: ~~Gamla~~ **Nya** rubriken
- Inledning › Nya rubriken: Läs ~~lagen (https://exempel.se/a)~~ **lagen (https://exempel.se/b)** om det.\\[not 1\\]
- Inledning: Enligt beslut i ~~maj~~ **juni**.`
    )
  })

  it('on the cover counts as well', async () => {
    expect(
      await changes({}, data(`${RAPPORT}/rapport.yaml`, 'status: utkast', 'status: beslutad'))
    ).toContain('- Omslag: Status ~~Utkast~~ **Beslutad**')
  })
})

describe('tables and charts', () => {
  const tabell = (rows: string, head = '| Namn | Antal | Kommentar |') =>
    text(`:::tabell{rubrik="Egen tabell"}\n${head}\n| --- | --: | --- |\n${rows}\n:::`)

  it('tell rows that have come, gone and changed, and no others', async () => {
    expect(
      await changes(
        tabell('| Alfa | 1 | Som förut |\n| Beta | 2 | Bra |\n| Gamma | 3 | Går bort |'),
        tabell('| Alfa | 1 | Som förut |\n| Beta | 5 | Bättre |\n| Delta | 4 | Kom till |')
      )
    ).toBe(
      `Ändrat: 1 tabell.

**Text, tabeller och diagram**

- Inledning: tabellen ”Egen tabell” ändrad; Beta: Antal ~~2~~ **5**, Kommentar ~~Bra~~ **Bättre**; borttagen rad ~~Gamma~~; ny rad **Delta**`
    )
  })

  it('tell columns', async () => {
    expect(
      await changes(
        tabell('| Alfa | 1 | Som förut |'),
        text(
          ':::tabell{rubrik="Egen tabell"}\n| Namn | Antal | Andel | Kommentar |\n| --- | --: | --: | --- |\n| Alfa | 1 | 2 | Som förut |\n:::'
        )
      )
    ).toContain('tabellen ”Egen tabell” ändrad; ny kolumn **Andel**')
  })

  it('tell an assessment that changed once, however often it is printed', async () => {
    const printed = text(
      '{{indikatortabell}}\n\nLäget är {{bedömning "sjukfrånvaro"}} nu som då i rapporten.'
    )
    const { rapporter } = await compare(printed, {
      ...printed,
      ...data(INDIKATORER, 'utfall: 6,0', 'utfall: 6,3')
    })
    expect(
      rapporter[0]?.sida.bedömningar.map(({ namn, före, efter }) => [namn, före, efter])
    ).toEqual([
      ['Sjukfrånvaro', 'Uppfyllt', 'Delvis uppfyllt'],
      ['Inledning', 'Uppfyllt', 'Delvis uppfyllt']
    ])
  })

  it('show a chart as it was and as it is', async () => {
    const printed = text('{{diagram "linje" serie="sjukfrånvaro.utfall" id="d" rubrik="Frånvaro"}}')
    const { rapporter } = await compare(printed, {
      ...printed,
      ...data(INDIKATORER, 'utfall: 6,0', 'utfall: 5,6')
    })
    const [chart] = rapporter[0]?.sida.kapitel[0]?.ändringar ?? []
    expect(chart).toMatchObject({ slag: 'diagram', utfall: 'ändrad', rubrik: 'Frånvaro %' })
    if (chart?.slag !== 'diagram') throw new Error('no chart')
    expect([chart.före?.svg.includes('>6,0<'), chart.efter?.svg.includes('>5,6<')]).toEqual([
      true,
      true
    ])
  })
})

describe('reports', () => {
  const andra = (status: string) => ({
    'content/region/enhet/2020-arsrapport/rapport.yaml': `rapport:\n  dokumenttyp: årsrapport\n  titel: Årsrapport 2020\n  period: 2020\n  status: ${status}\n`,
    'content/region/enhet/2020-arsrapport/10-inledning.md': '# Inledning\n\nEtt stycke.\n'
  })
  const of = async (...[förr, nu, mot, rapporter]: Parameters<typeof compare>) =>
    (await compare(förr, nu, mot, rapporter)).rapporter.map(({ id, utfall, från }) => [
      id,
      utfall,
      från
    ])

  it('come and go', async () => {
    expect(await of({}, andra('utkast'))).toEqual([['region/enhet/2020-arsrapport', 'ny', null]])
    expect(await of(andra('utkast'), {})).toEqual([
      ['region/enhet/2020-arsrapport', 'borttagen', null]
    ])
  })

  it('are the same in a folder by another name', async () => {
    const moved = Object.fromEntries(
      Object.entries(andra('utkast')).map(([path, one]) => [
        path.replace('2020-arsrapport', '2020-arsrapport-ny'),
        one
      ])
    )
    expect(await of(andra('utkast'), moved)).toEqual([
      ['region/enhet/2020-arsrapport-ny', 'ändrad', 'region/enhet/2020-arsrapport']
    ])
    expect(await of(andra('utkast'), moved, 'förr', ['2020-arsrapport-ny'])).toEqual([
      ['region/enhet/2020-arsrapport-ny', 'ändrad', 'region/enhet/2020-arsrapport']
    ])
  })

  it('are compared with the same unit’s of another period, year for year', async () => {
    const nu = {
      ...text(
        'Frånvaron var {{tal "sjukfrånvaro.utfall"}} mot {{tal "sjukfrånvaro.utfall" period="föregående år"}}.'
      ),
      ...andra('beslutad'),
      'content/region/enhet/2020-arsrapport/10-inledning.md':
        '# Inledning\n\nFrånvaron var {{tal "sjukfrånvaro.utfall"}} mot {{tal "sjukfrånvaro.utfall" period="föregående år"}}.\n',
      [INDIKATORER]: (MINSTA[INDIKATORER] ?? '').replace(
        '2020:',
        '2019:\n        utfall: 5,5\n      2020:'
      )
    }
    const { rapporter, gammal, ny } = await compare({}, nu, '2020')
    expect([gammal.namn, ny.namn]).toEqual(['2020', '2021'])
    expect(rapporter.map(({ id, från }) => [id, från])).toEqual([
      ['region/enhet/2021-arsrapport', 'region/enhet/2020-arsrapport']
    ])
    expect(toMarkdown(await compare({}, nu, '2020'))).toContain(
      `| Sjukfrånvaro, utfall, 2020 → 2021 | 5,9 % | 6,0 % | +0,1 procentenheter |
| Sjukfrånvaro, utfall, 2019 → 2020 | 5,5 % | 5,9 % | +0,4 procentenheter |`
    )
  })

  it('with faults are compared as far as they could be made, and the faults are told', async () => {
    const { rapporter } = await compare(
      text('Ett stycke om hösten.'),
      text('Ett stycke om våren. {{tal "finns-inte"}}')
    )
    expect(rapporter[0]?.fel).toEqual([
      {
        sida: 'ny',
        jämförd: true,
        fel: [
          {
            plats: 'content/region/enhet/2021-arsrapport/10-inledning.md:3',
            text: 'Okänd uppgift "finns-inte".'
          }
        ]
      }
    ])
    expect(rapporter[0]?.sida.kapitel[0]?.ändringar).toHaveLength(1)
  })

  it('that can’t be made at all are said not to be compared, and the others are', async () => {
    const { rapporter } = await compare(
      { ...andra('utkast'), [`${RAPPORT}/rapport.yaml`]: 'rapport: [' },
      andra('beslutad')
    )
    expect(
      rapporter.map(({ id, utfall, fel }) => [id, utfall, fel.map((one) => one.jämförd)])
    ).toEqual([
      ['region/enhet/2020-arsrapport', 'ändrad', []],
      ['region/enhet/2021-arsrapport', 'ändrad', [false]]
    ])
  })

  it('are made with today’s templates where the old ones can’t be used', async () => {
    const { nyaMallar, rapporter, oförändrade } = await compare(
      { 'templates/block/avsnitt.hbs': '{{#if}' },
      {}
    )
    expect([nyaMallar, rapporter, oförändrade]).toEqual([true, [], 1])
  })
})

describe('what can’t be compared is said in one sentence', () => {
  const ask = async (mot: string, rapporter: readonly string[] = []) =>
    diff(
      '/projekt',
      { mot, rapporter },
      { effects: createEffects(MINSTA), historia: createHistoria({}), pool: undefined }
    )
  it.each([
    [
      'maim',
      [],
      'Det finns varken en version i git eller en period som heter "maim". Skriv en gren, en tagg eller en commit (main, HEAD~1), eller en period (2023-T2).'
    ],
    [
      '2022',
      [],
      'Det finns varken en version i git eller en period som heter "2022". Menade du "2021"?'
    ],
    [
      '2021',
      [],
      'Ingen rapport är senare än dem för 2021 med samma enhet och dokumenttyp. Skriv en tidigare period.'
    ],
    [
      'förr',
      ['arsrapprt'],
      'Ingen rapport passar "arsrapprt". Här går det att skriva "region/enhet/2021-arsrapport".'
    ]
  ])('%s %j', async (mot, rapporter, fel) => {
    expect(await ask(mot, rapporter)).toEqual({ fel })
  })
})
