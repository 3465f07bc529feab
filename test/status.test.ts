import { describe, expect, it } from 'vitest'
import { readLäge } from '../src/status.ts'
import { formatLägen } from '../src/statustable.ts'
import { check, makeProject, type Filer } from './helpers/project.ts'

const RAPPORT = 'content/region/enhet/2021-arsrapport'

const MALL = `---
dokumenttyp: årsrapport
avsnitt:
  - id: inledning
    rubrik: Inledning
    krav: ja
  - id: ekonomi
    rubrik: Ekonomi
    krav: ja
    ägare: Controllern
  - id: slutord
    rubrik: Slutord
    krav: nej
data:
  - nyckel: mål
    krav: ja
  - nyckel: kontroller
    krav: ja
  - nyckel: uppdrag
    krav: nej
---
<main>{{#each avsnitt}}<h2 id="{{id}}">{{rubrik}}</h2>{{html}}{{/each}}</main>
`

const rapport = (status: string, avsnitt = ''): string =>
  `rapport:\n  dokumenttyp: årsrapport\n  titel: Årsrapport 2021\n  period: 2021\n  status: ${status}\n  ansvarig: Kim Ek\n${avsnitt}  datum: 2022-02-14\n  diarienummer: RS 2022/14\n`

async function lägen(filer: Filer) {
  const { made, sources } = await makeProject({
    'templates/dokument/arsrapport.hbs': MALL,
    ...filer
  })
  return made.map((one) => readLäge(one, sources))
}

describe('what a report lacks', () => {
  it('is told with who owes it: sections, data, placeholders, drafts', async () => {
    const [läge] = await lägen({
      [`${RAPPORT}/rapport.yaml`]: rapport(
        'utkast',
        '  avsnitt:\n    - id: inledning\n      ägare: Alva Berg\n      status: klar\n    - id: personal\n      ägare: Bo Dahl\n'
      ),
      [`${RAPPORT}/10-inledning.md`]: '# Inledning\n\nTalen kompletteras senare.\n',
      [`${RAPPORT}/20-personal.md`]: '# Personal\n\n<!-- Vägledning: Skriv. -->\n'
    })
    expect(läge).toMatchObject({
      organisation: 'Region Exempel',
      enhet: 'Enheten',
      rapport: 'region/enhet/2021-arsrapport',
      titel: 'Årsrapport 2021',
      dokumenttyp: 'årsrapport',
      period: '2021',
      status: 'utkast',
      avsnitt: [
        {
          id: 'inledning',
          rubrik: 'Inledning',
          fil: `${RAPPORT}/10-inledning.md`,
          ägare: 'Alva Berg',
          status: 'klar'
        },
        {
          id: 'personal',
          rubrik: 'Personal',
          fil: `${RAPPORT}/20-personal.md`,
          ägare: 'Bo Dahl',
          status: 'utkast'
        },
        { id: 'ekonomi', rubrik: 'Ekonomi', fil: null, ägare: 'Controllern', status: 'saknas' }
      ]
    })
    expect(läge?.saknas).toEqual([
      {
        slag: 'avsnitt',
        vad: 'Avsnittet "Ekonomi" finns inte',
        ägare: 'Controllern',
        fil: null,
        rad: null
      },
      {
        slag: 'data',
        vad: 'Enhetens data saknar kontroller',
        ägare: 'Kim Ek',
        fil: null,
        rad: null
      },
      {
        slag: 'platshållare',
        vad: 'Platshållaren "kompletteras senare" är kvar',
        ägare: 'Alva Berg',
        fil: `${RAPPORT}/10-inledning.md`,
        rad: 3
      },
      {
        slag: 'status',
        vad: 'Avsnittet "Personal" är inte skrivet',
        ägare: 'Bo Dahl',
        fil: `${RAPPORT}/20-personal.md`,
        rad: null
      }
    ])
  })

  it('is nothing for a report that is decided and whole; its sections have its status', async () => {
    const [läge] = await lägen({
      'templates/dokument/arsrapport.hbs': MALL.replaceAll('krav: ja', 'krav: nej'),
      [`${RAPPORT}/rapport.yaml`]: rapport('beslutad')
    })
    expect(läge?.saknas).toEqual([])
    expect(läge?.avsnitt.map(({ status }) => status)).toEqual(['beslutad'])
  })

  it('is rapport.yaml itself where that cannot be read', async () => {
    const [läge] = await lägen({ [`${RAPPORT}/rapport.yaml`]: 'rapport:\n  titel: Utan resten\n' })
    expect(läge).toMatchObject({ titel: '2021-arsrapport', status: null, period: '' })
    expect(läge?.fel).toBeGreaterThan(0)
    expect(läge?.saknas).toEqual([
      {
        slag: 'fel i rapporten',
        vad: 'rapport.yaml går inte att läsa',
        ägare: null,
        fil: `${RAPPORT}/rapport.yaml`,
        rad: null
      }
    ])
  })
})

describe('the table', () => {
  it('is aligned, by unit, with what each report lacks under it', async () => {
    const found = await lägen({
      'templates/dokument/arsrapport.hbs': MALL.replaceAll('krav: ja', 'krav: nej'),
      [`${RAPPORT}/rapport.yaml`]: rapport('beslutad'),
      'content/region/enhet/2020-arsrapport/rapport.yaml': rapport('klar')
        .replaceAll('2021', '2020')
        .concat('  avsnitt:\n    - id: inledning\n      status: utkast\n'),
      'content/region/enhet/2020-arsrapport/10-inledning.md': '# Inledning\n\nText.\n'
    })
    expect(formatLägen(found)).toBe(`Region Exempel, Enheten
  Rapport          Status    Klara avsnitt  Fel  Varningar  Råd
  2020-arsrapport  klar      0 av 1           0          1    0
      – Avsnittet "Inledning" är inte klart  Kim Ek  10-inledning.md
  2021-arsrapport  beslutad  1 av 1           0          0    0

2 rapporter, 1 inte beslutad. 1 sak återstår.`)
  })
})

describe('what the checks say', () => {
  const filer = {
    'templates/dokument/arsrapport.hbs': MALL.replaceAll('krav: ja', 'krav: nej'),
    [`${RAPPORT}/rapport.yaml`]: rapport(
      'beslutad',
      '  avsnitt:\n    - id: inledning\n      ägare: Lo Berg\n'
    ),
    [`${RAPPORT}/10-inledning.md`]:
      '# Inledning\n\nSjukfrånvaron var {{tal "sjukfrånvro.utfall"}}.\n'
  }

  it('is told with level, rule, place and whose it is to mend', async () => {
    const [läge] = await lägen(filer)
    expect(läge?.fynd[0]).toEqual({
      nivå: 'fel',
      regel: 'referens-finns',
      vad: 'Okänd uppgift "sjukfrånvro".',
      ägare: 'Lo Berg',
      fil: `${RAPPORT}/10-inledning.md`,
      rad: 3
    })
  })

  it('stands under its report in the table', async () =>
    expect(formatLägen(await lägen(filer))).toContain(
      '– fel: Okänd uppgift "sjukfrånvro".  Lo Berg  10-inledning.md:3'
    ))
})

describe('sections in rapport.yaml', () => {
  it.each([
    [
      'utkast',
      '    - id: ekonom\n      ägare: Kim Ek\n',
      'rapport.yaml:8:11  fel  avsnitt-finns\n  Avsnittet "ekonom" finns varken i rapporten eller i dokumentmallen.',
      'Menade du "ekonomi"?'
    ],
    [
      'utkast',
      '    - id: inledning\n    - id: inledning\n',
      'rapport.yaml:9:11  fel  nyckel-en-gang\n  Avsnittet "inledning" står två gånger.',
      'Slå ihop dem till ett'
    ],
    [
      'beslutad',
      '    - id: inledning\n      status: klar\n',
      'rapport.yaml:9:15  varning  avsnitt-foljer-rapporten\n  Rapporten är beslutad, men avsnittet "inledning" är klar.',
      'Ändra den status som inte stämmer.'
    ],
    [
      'utkast',
      '    - id: inledning\n      status: färdig\n',
      'rapport.yaml:9:15  fel  varde-finns-i-listan',
      '"utkast", "klar", "granskad" eller "beslutad"'
    ]
  ])('%s with %j', async (status, avsnitt, wanted, hint) => {
    const printed = await check({
      [`${RAPPORT}/rapport.yaml`]: rapport(status, `  avsnitt:\n${avsnitt}`)
    })
    expect(printed).toContain(wanted)
    expect(printed).toContain(hint)
  })

  it('says that guidance has been left', async () => {
    expect(
      await check({
        [`${RAPPORT}/10-inledning.md`]: '# Inledning\n\n<!-- Vägledning: Skriv kort. -->\n\nText.\n'
      })
    ).toContain(
      '10-inledning.md:3:1  varning  vagledning-ersatt\n  Avsnittets vägledning står kvar.'
    )
  })
})

describe('a report that is not decided', () => {
  const pageOf = async (status: string) => {
    const { made } = await makeProject({ [`${RAPPORT}/rapport.yaml`]: rapport(status) })
    return made[0]?.finished?.files.get('index.html') ?? ''
  }

  it.each(['utkast', 'klar', 'granskad'])(
    '%s is marked on screen and every sheet',
    async (status) => {
      const html = await pageOf(status)
      expect(html).toContain('<body class="lang utkast">')
      expect(html.match(/Rapporten är inte beslutad/g)).toHaveLength(1)
      expect(html).toContain(
        '<aside class="utkastmarke" aria-label="Rapportens status"><p><b>Utkast.</b> Rapporten är inte beslutad.</p></aside>'
      )
      expect(html).toMatch(
        /@page\{background:url\("data:image\/svg\+xml,[^"]+"\) -15\.5mm 26mm\/185mm no-repeat\}/
      )
      expect(html).toContain('@page liggande{background-position:34mm -13.5mm}')
      expect(html).toContain('@page kap1l{background-position:34mm -13.5mm}')
    }
  )

  it('loses the mark when it is', async () => {
    const html = await pageOf('beslutad')
    expect(html).toContain('<body class="lang">')
    expect(html).not.toContain('utkastmarke"')
    expect(html).not.toContain('@page{background')
  })
})
