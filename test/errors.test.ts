import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check, makeProject } from './helpers/project.ts'

/**
 * Each file in errors/ holds cases: a name, the files that differ from the minimal project in
 * helpers/project.ts, and what `tertial check` is to say, with place, underlining and advice.
 */
const FOLDER = new URL('errors/', import.meta.url)

interface Case {
  readonly namn: string
  readonly filer: Readonly<Record<string, string>>
  readonly väntat: string
}

function readCases(text: string): Case[] {
  return text
    .split(/^===== /m)
    .slice(1)
    .map((part) => {
      const [namn = '', ...files] = part.split(/^----- /m)
      const named = files.map((file): [string, string] => {
        const end = file.indexOf('\n')
        return [file.slice(0, end), file.slice(end + 1)]
      })
      const { väntat = '', ...filer } = Object.fromEntries(named)
      return { namn: namn.trim(), filer, väntat }
    })
}

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.txt')))('errors/%s', (name) => {
  it.each(readCases(readFileSync(new URL(name, FOLDER), 'utf8')))(
    '$namn',
    async ({ filer, väntat }) => {
      expect(väntat).not.toBe('')
      expect(await check(filer)).toBe(väntat)
    }
  )
})

describe('files that can not be read', () => {
  const MD = 'content/region/enhet/2021-arsrapport/10-inledning.md'

  it('not UTF-8', async () => {
    const latin1 = Uint8Array.from(Buffer.from('# Översikt\n', 'latin1'))
    expect(await check({ [MD]: latin1 })).toContain(
      `${MD}  fel  fil-gar-att-lasa\n  Filen går inte att läsa: den är inte sparad som UTF-8.\n  Spara om den med teckenkodningen UTF-8.\n`
    )
  })

  it('a link out of the project', async () => {
    expect(await check({ 'data/region/enhet/extra.yaml': { länk: '/etc/passwd' } })).toBe(
      `data/region/enhet/extra.yaml  fel  fil-i-projektet
  data/region/enhet/extra.yaml leder ut ur projektet.
  Länkar får bara leda till filer i samma projekt.
`
    )
  })

  it('a folder without rapport.yaml', async () => {
    expect(await check({ 'content/region/enhet/2020-arsrapport/bild.png': 'x' })).toBe(
      `fel  fil-finns
  Filen content/region/enhet/2020-arsrapport/rapport.yaml saknas.
  Varje rapport har en fil rapport.yaml med dokumenttyp, titel, period och status. Hör mappen inte till en rapport: flytta den från content/.
`
    )
  })

  it('a report on the wrong level', async () => {
    expect(await check({ 'content/region/2020-arsrapport/rapport.yaml': 'rapport:\n' })).toBe(
      `varning  fil-pa-sin-plats
  Rapporten content/region/2020-arsrapport/rapport.yaml läses inte: mappen ligger på fel nivå.
  En rapport ligger i content/<organisation>/<enhet>/<period>-<dokumenttyp>/.
`
    )
  })

  it('a report without sections', async () => {
    expect(await check({ [MD]: null })).toBe(
      `fel  avsnitt-finns
  Rapporten har inga avsnitt.
  Lägg till Markdown-filer bredvid rapport.yaml, till exempel 10-inledning.md.
`
    )
  })

  it('an organisation without organisation.yaml', async () => {
    expect(await check({ 'data/region/organisation.yaml': null })).toBe(
      `data/region/organisation.yaml  fel  fil-finns
  Filen data/region/organisation.yaml saknas.
  Skapa filen, eller flytta mappen dit den hör.
`
    )
  })

  it('a file that multiplies itself', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let i = 1; i < 9; i++)
      lines.push(`a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]`)
    lines.push('register: *a8')
    expect(await check({ 'data/region/enhet/extra.yaml': lines.join('\n') })).toContain(
      'Filen upprepar delar av sig själv (& och *) så många gånger att den inte läses.'
    )
  })

  it('thousands of brackets in each other', async () => {
    expect(
      await check({ 'data/region/enhet/extra.yaml': `register: ${'['.repeat(5000)}` })
    ).toContain('data/region/enhet/extra.yaml:1:')
  })
})

describe('all faults in one run', () => {
  const eight = {
    'data/region/enhet/mal.yaml': `mål:
  - id: verksamhet
    nivå: perspektiv
    namn:
`,
    'data/region/enhet/extra.yaml': `nyckeltal:
  - id: kö
    namn: Kö
    enhet: dygn
  - id: besök
    namn: Besök
    enhet: st
    serie:
      2021:
        utfall: 1.367
      2021-T4:
        utfall: 1
`,
    'data/region/enhet/varden.csv': `id;period;utfall
personl;2020;-10
personal;2020;tio
`,
    'content/region/enhet/2021-arsrapport/10-inledning.md': `# Inledning

Kön var {{tal "kö.utfall"}} och sjukfrånvaron {{tall "sjukfrånvaro.utfall"}}.

Den {{datum "2022-02-30"}}.
`
  }
  const heads = (printed: string): string[] =>
    printed.split('\n').filter((line) => /^\S.* {2}(fel|varning|råd) {2}/.test(line))

  it('gives eight faults in four files, and none that follows from another', async () => {
    expect(heads(await check(eight))).toEqual([
      'data/region/enhet/extra.yaml:4:12  fel  enhet-finns',
      'data/region/enhet/extra.yaml:10:17  fel  tal-ar-entydigt',
      'data/region/enhet/extra.yaml:11:7  fel  period-finns',
      'data/region/enhet/mal.yaml:4:5  fel  varde-finns',
      'data/region/enhet/varden.csv:2:1  fel  referens-finns',
      'data/region/enhet/varden.csv:3:15  fel  tal-ar-entydigt',
      'content/region/enhet/2021-arsrapport/10-inledning.md:3:49  fel  hjalpare-finns',
      'content/region/enhet/2021-arsrapport/10-inledning.md:5:13  fel  datum-finns'
    ])
  })

  it('says nothing of those who use a record with a fault', async () => {
    const printed = await check({
      'data/region/enhet/ekonomi.yaml': `konton:
  - id: personal
    namn: Personal
    enhet: mnkkr
uppställningar:
  - id: resultat
    namn: Resultat
    enhet: mnkr
    kolumner:
      - mått: utfall
    rader:
      - konto: personal
`,
      'content/region/enhet/2021-arsrapport/10-inledning.md': `# Inledning

{{tabell "resultat"}}

Det blev {{tal "personal.utfall"}}, alltså {{tal "resultat.personal.utfall"}}.
`
    })
    expect(heads(printed)).toEqual(['data/region/enhet/ekonomi.yaml:4:12  fel  enhet-finns'])
  })

  it('says nothing of those who use a file that is no YAML', async () => {
    const printed = await check({
      'data/region/enhet/indikatorer.yaml': `indikatorer:
  - id: sjukfrånvaro
    namn: "Sjukfrånvaro
`
    })
    expect(heads(printed)).toEqual([
      'data/region/enhet/indikatorer.yaml:3:11  fel  yaml-gar-att-lasa'
    ])
  })

  it('makes the reports that have none', async () => {
    const other = 'content/region/enhet/2020-arsrapport'
    const { made } = await makeProject({
      ...{ 'content/region/enhet/2021-arsrapport/10-inledning.md': '# Inledning\n\n{{tall}}\n' },
      [`${other}/rapport.yaml`]: `rapport:
  dokumenttyp: årsrapport
  titel: Årsrapport 2020
  period: 2020
  status: utkast
`,
      [`${other}/10-inledning.md`]: '# Inledning\n\n{{tal "sjukfrånvaro.utfall"}}\n'
    })
    expect(made.map(({ mapp, finished }) => [mapp.namn, finished !== undefined])).toEqual([
      ['2020-arsrapport', true],
      ['2021-arsrapport', false]
    ])
  })

  it('has no fault in the minimal project that the cases start from', async () => {
    expect(await check({})).toBe('')
  })
})
