import { describe, expect, it } from 'vitest'
import { createRapport, formatNytt, type NyRapport } from '../src/new.ts'
import { formatDiagnostics } from '../src/reporter.ts'
import { createEffects, MINSTA, type Filer, type Innehåll } from './helpers/project.ts'

const MALL = `---
dokumenttyp: delårsrapport
perioder:
  - T1
  - T2
avsnitt:
  - id: sammanfattning
    rubrik: Sammanfattning
    krav: ja
    ägare: Chefen
    vägledning: 'Skriv {{nyckeltal "…"}} först. Inte --> så.'
  - id: ekonomi
    rubrik: Ekonomi
    krav: ja
  - id: slutord
    rubrik: Slutord
    krav: nej
---
<main>{{#each avsnitt}}<h2 id="{{id}}">{{rubrik}}</h2>{{html}}{{/each}}</main>
`

const PROJEKT: Readonly<Record<string, string>> = {
  ...MINSTA,
  'templates/dokument/delarsrapport.hbs': MALL,
  'data/kommun/organisation.yaml':
    'organisation:\n  namn: Exempelköping\n  slag: kommun\n  enheter:\n    - id: skolan\n      namn: Barn- och skolnämnden\n    - id: skolmat\n      namn: Måltidsenheten\n',
  'data/kommun/styrmodell.yaml': 'styrmodell:\n  nivåer: [mål]\n  perioder:\n    delår: T2\n'
}

/** Makes a report in memory; gives what was made and every file as it stands afterwards. */
async function make(wanted: Partial<NyRapport>, filer: Filer = {}) {
  const all: Record<string, Innehåll | null> = { ...PROJEKT, ...filer }
  const written: Record<string, string> = {}
  const effects = createEffects(all)
  const nytt = await createRapport(
    '/projekt',
    { dokumenttyp: 'delårsrapport', enhet: 'kommun/skolan', period: '2026-T1', ...wanted },
    {
      ...effects,
      files: {
        ...effects.files,
        mkdir: async () => undefined,
        writeFile: async (path, data) => {
          written[path.replace('/projekt/', '')] = String(data)
        }
      }
    }
  )
  return {
    nytt,
    written,
    printed: formatDiagnostics(nytt.diagnostics.sorted(), nytt.sources)
  }
}

const FOLDER = 'content/kommun/skolan/2026-t1-delarsrapport'

describe('a first report of its kind', () => {
  it('has rapport.yaml and every section of the template, with heading and guidance', async () => {
    const { written } = await make({})
    expect(written).toEqual({
      [`${FOLDER}/rapport.yaml`]: `rapport:
  dokumenttyp: delårsrapport
  titel: Delårsrapport januari–april 2026
  # ingress: En eller två meningar till omslaget
  period: 2026-T1
  status: utkast
  # diarienummer: RS 2026/0001
  # datum: 2026-02-14
  # ansvarig: Namn, titel
  avsnitt:
    - id: sammanfattning
      ägare: Chefen
      status: utkast
    - id: ekonomi
      status: utkast
    - id: slutord
      status: utkast
`,
      [`${FOLDER}/10-sammanfattning.md`]:
        '# Sammanfattning\n\n<!-- Vägledning: Skriv {{nyckeltal "…"}} först. Inte – så. -->\n',
      [`${FOLDER}/20-ekonomi.md`]: '# Ekonomi\n\n<!-- Vägledning: Skriv avsnittet. -->\n',
      [`${FOLDER}/30-slutord.md`]: '# Slutord\n\n<!-- Vägledning: Skriv avsnittet. -->\n'
    })
  })

  it('is told of with what to do next', async () => {
    const { nytt } = await make({})
    expect(formatNytt(nytt)).toBe(`content/kommun/skolan/2026-t1-delarsrapport/
  gjord  rapport.yaml
  gjord  10-sammanfattning.md
  gjord  20-ekonomi.md
  gjord  30-slutord.md

Det finns ingen tidigare rapport av samma slag att ta rubriker från.

Nästa steg
  1. Lägg in periodens värden i data/kommun/skolan/
  2. Skriv avsnitten, och ta bort kommentaren med vägledning i vart och ett.
  3. Se vad som återstår: npx tertial status kommun/skolan/2026-t1-delarsrapport`)
  })
})

describe('the next report of its kind', () => {
  const FÖRRA = 'content/kommun/skolan/2025-T1-delarsrapport'
  const FÖRE: Filer = {
    [`${FÖRRA}/rapport.yaml`]: `rapport:
  dokumenttyp: delårsrapport
  titel: "Läget i april 2025: skolan"
  period: 2025-T1
  status: beslutad
  ansvarig: "Kim Ek: rektor"
  ansvariga:
    - Kim Ek
    - Lo Ås
  avsnitt:
    - id: laget
      ägare: Lo Ås
      status: beslutad
`,
    [`${FÖRRA}/15-laget.md`]:
      '# Läget i {{period}}\n\nLång text.\n\n## Elever ##\n\nMer.\n\n```\n# ingen rubrik\n## inte heller\n```\n\n## Lärare\n',
    [`${FÖRRA}/20-ekonomi.md`]: '# Pengarna\n\nText.\n',
    [`${FÖRRA}/90-bilaga-tal.md`]: '# Tal\n\nText.\n',
    // Later, but about another part of the year.
    'content/kommun/skolan/2025-T2-delarsrapport/rapport.yaml':
      'rapport:\n  dokumenttyp: delårsrapport\n  titel: Två\n  period: 2025-T2\n  status: klar\n',
    'content/kommun/skolan/2025-T2-delarsrapport/10-annat.md': '# Annat\n'
  }

  it('takes over headings, order, people and title, and no text', async () => {
    const { written, nytt } = await make({}, FÖRE)
    expect(nytt.föregångare).toBe('2025-T1-delarsrapport')
    expect(written).toEqual({
      [`${FOLDER}/rapport.yaml`]: `rapport:
  dokumenttyp: delårsrapport
  titel: "Läget i april 2026: skolan"
  # ingress: En eller två meningar till omslaget
  period: 2026-T1
  status: utkast
  # diarienummer: RS 2026/0001
  # datum: 2026-02-14
  ansvarig: "Kim Ek: rektor"
  ansvariga:
    - Kim Ek
    - Lo Ås
  avsnitt:
    - id: sammanfattning
      ägare: Chefen
      status: utkast
    - id: laget
      ägare: Lo Ås
      status: utkast
    - id: ekonomi
      status: utkast
    - id: bilaga-tal
      status: utkast
`,
      [`${FOLDER}/10-sammanfattning.md`]:
        '# Sammanfattning\n\n<!-- Vägledning: Skriv {{nyckeltal "…"}} först. Inte – så. -->\n',
      [`${FOLDER}/15-laget.md`]:
        '# Läget i {{period}}\n\n<!-- Vägledning: Skriv avsnittet. Förra gången stod det i 2025-T1-delarsrapport/15-laget.md. -->\n\n## Elever\n\n## Lärare\n',
      [`${FOLDER}/20-ekonomi.md`]:
        '# Pengarna\n\n<!-- Vägledning: Skriv avsnittet. Förra gången stod det i 2025-T1-delarsrapport/20-ekonomi.md. -->\n',
      [`${FOLDER}/90-bilaga-tal.md`]:
        '# Tal\n\n<!-- Vägledning: Skriv avsnittet. Förra gången stod det i 2025-T1-delarsrapport/90-bilaga-tal.md. -->\n'
    })
  })

  it('overwrites nothing, whatever number a section has been given', async () => {
    const { written, nytt } = await make(
      {},
      {
        [`${FOLDER}/rapport.yaml`]: 'rapport:\n  titel: Min egen\n',
        [`${FOLDER}/50-ekonomi.md`]: '# Min egen\n'
      }
    )
    expect(Object.keys(written)).toEqual([
      `${FOLDER}/10-sammanfattning.md`,
      `${FOLDER}/30-slutord.md`
    ])
    expect(formatNytt(nytt)).toContain(
      '  gjord  10-sammanfattning.md\n  gjord  30-slutord.md\n  fanns  rapport.yaml (orörd)\n  fanns  50-ekonomi.md (orörd)\n'
    )
  })
})

describe('what the last report left undone', () => {
  const MED_HJÄLPARE = MALL.replace(
    '    rubrik: Ekonomi\n    krav: ja\n',
    "    rubrik: Ekonomi\n    krav: ja\n    vägledning: 'Skriv {{uppdragslista}} och {{kontrolltabell}}.'\n"
  )
  const STYRNING = `uppdrag:
  - id: skolgård
    namn: Bygg om skolgården
    uppföljning:
      2025-T1:
        status: ej påbörjat
      2025-T2:
        status: pågår
  - id: skolval
    namn: Se över skolvalet
    uppföljning:
      2025-T2:
        status: klart
  - id: framtid
    namn: Något senare
    uppföljning:
      2026-T1:
        status: pågår
kontroller:
  - id: attest
    namn: Attest av fakturor
    uppföljning:
      2025-T2:
        utfört: ej utfört
        resultat: ej tillämpligt
        ny plan: Görs i mars -- senast.
`

  it('stands in the guidance of the section that takes it up, and is counted', async () => {
    const { nytt, written, printed } = await make(
      {},
      {
        'templates/dokument/delarsrapport.hbs': MED_HJÄLPARE,
        'data/kommun/skolan/styrning.yaml': STYRNING
      }
    )
    expect(printed).toBe('')
    expect(written['content/kommun/skolan/2026-t1-delarsrapport/20-ekonomi.md']).toBe(`# Ekonomi

<!-- Vägledning: Skriv {{uppdragslista}} och {{kontrolltabell}}.

Att komma tillbaka till, ur förra rapporteringen:
- Bygg om skolgården: pågår (2025-T2)
- Attest av fakturor: ej utfört, Görs i mars – senast. (2025-T2)
-->
`)
    expect(formatNytt(nytt)).toContain('2 saker från förra rapporteringen är inte klara.')
  })
})

describe('a letter', () => {
  it('goes to the same and is signed by the same as last time', async () => {
    const { written } = await make(
      { dokumenttyp: 'svar på granskning', period: '2026' },
      {
        'content/kommun/skolan/2025-svar-pa-granskning/rapport.yaml': `rapport:
  dokumenttyp: svar på granskning
  titel: Svar 2025
  period: 2025
  status: beslutad
  till: Revisorerna
  ort: Exempelköping
  underskrifter:
    - namn: Åsa Ek
      titel: Ordförande
    - namn: Bo Al
`
      }
    )
    expect(written['content/kommun/skolan/2026-svar-pa-granskning/rapport.yaml']).toContain(`
  till:
    - Revisorerna
  ort: Exempelköping
  underskrifter:
    - namn: Åsa Ek
      titel: Ordförande
    - namn: Bo Al
`)
  })
})

describe('a report that is there already', () => {
  it('is the same whatever letters its folder has', async () => {
    const { nytt } = await make(
      {},
      {
        'content/kommun/skolan/2026-T1-delarsrapport/rapport.yaml':
          'rapport:\n  dokumenttyp: delårsrapport\n  titel: Delår\n  period: 2026-T1\n  status: utkast\n',
        'content/kommun/skolan/2026-T1-delarsrapport/10-sammanfattning.md':
          '# Sammanfattning\n\nKlar.\n'
      }
    )
    expect(nytt.id).toBe('kommun/skolan/2026-T1-delarsrapport')
    expect(nytt.orörda).toEqual([
      'content/kommun/skolan/2026-T1-delarsrapport/rapport.yaml',
      'content/kommun/skolan/2026-T1-delarsrapport/10-sammanfattning.md'
    ])
  })
})

describe('ways to name type, unit and period', () => {
  it.each([
    [{ enhet: 'skolan' }, 'kommun/skolan/2026-t1-delarsrapport'],
    [{ enhet: 'Barn- och skolnämnden' }, 'kommun/skolan/2026-t1-delarsrapport'],
    [{ enhet: 'måltid' }, 'kommun/skolmat/2026-t1-delarsrapport'],
    [{ enhet: '/kommun/skolan/' }, 'kommun/skolan/2026-t1-delarsrapport'],
    [{ dokumenttyp: 'Delarsrapport' }, 'kommun/skolan/2026-t1-delarsrapport'],
    [{ period: '2026-t2' }, 'kommun/skolan/2026-t2-delarsrapport'],
    [{ period: '2026-delår' }, 'kommun/skolan/2026-t2-delarsrapport']
  ])('%j gives %s', async (wanted, id) => {
    expect((await make(wanted)).nytt.id).toBe(id)
  })
})

describe('what is wrong is told, and nothing made', () => {
  it.each([
    [{ dokumenttyp: 'delårsraport' }, 'Okänd dokumenttyp "delårsraport".', '"delårsrapport"?'],
    [{ enhet: 'skol' }, '"skol" passar flera enheter.', 'skriv-mer'],
    [{ enhet: 'skolen' }, 'Ingen enhet passar "skolen".', 'Menade du "skolan"?'],
    [{ enhet: '' }, 'Ingen enhet passar "".', 'region/enhet'],
    [{ period: 'T1 2026' }, 'Okänd period "T1 2026".', 'Menade du "2026-T1"?'],
    [{ period: '3/2026' }, 'Okänd period "3/2026".', 'Menade du "2026-03"?'],
    [{ period: 'i år' }, 'Okänd period "i år".', 'Skriv 2026, 2026-T1 (jan–apr)'],
    [
      { period: '2026' },
      'Dokumenttypen "delårsrapport" görs inte för 2026.',
      'Den görs för första tertialet (2026-T1) eller andra tertialet (2026-T2).'
    ]
  ])('%j', async (wanted, text, hint) => {
    const { printed, written, nytt } = await make(wanted)
    expect(nytt.id).toBeUndefined()
    expect(written).toEqual({})
    expect(printed).toContain(text)
    expect(printed).toContain(
      hint === 'skriv-mer' ? 'Skriv mer av namnet: kommun/skolan eller kommun/skolmat.' : hint
    )
  })

  it('a unit in a file that cannot be read: the fault of the file, not that the unit is missing', async () => {
    const { printed } = await make(
      { enhet: 'skolan' },
      {
        'data/kommun/organisation.yaml':
          'organisation:\n  namn: Exempelköping\n  slag: by\n  enheter:\n    - id: skolan\n      namn: Skolan\n'
      }
    )
    expect(printed).toContain('organisation.yaml:3:9')
    expect(printed).not.toContain('Ingen enhet passar')
  })

  it('all at once', async () => {
    const { printed } = await make({ dokumenttyp: 'x', enhet: 'y', period: 'z' })
    expect(printed.match(/^fel {2}/gm)).toHaveLength(3)
  })

  it('a folder that leads out of the project', async () => {
    const { printed, written } = await make({}, { 'content/kommun/skolan': { länk: '/annat' } })
    expect(written).toEqual({})
    expect(printed).toContain('leder ut ur projektet.')
  })
})
