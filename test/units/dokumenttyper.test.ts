import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check, makeProject, REPO, type Filer } from '../helpers/project.ts'

/** The headings of a document type's template, in order. */
const rubriker = (mall: string): string[] =>
  [...readFileSync(`${REPO}/templates/dokument/${mall}.hbs`, 'utf8').matchAll(/rubrik: (.*)/g)].map(
    ([, rubrik = '']) => rubrik
  )

describe('årsredovisning', () => {
  it('has the nine headings of RKR R15 in their order, then statements and notes', () =>
    expect(rubriker('arsredovisning')).toEqual([
      'Översikt över verksamhetens utveckling',
      'Den kommunala koncernen',
      'Viktiga förhållanden för resultat och ekonomisk ställning',
      'Händelser av väsentlig betydelse',
      'Styrning och uppföljning av den kommunala verksamheten',
      'God ekonomisk hushållning och ekonomisk ställning',
      'Balanskravsresultat',
      'Väsentliga personalförhållanden',
      'Förväntad utveckling',
      'Räkenskaper',
      'Noter'
    ]))
})

const rapport = (mapp: string, dokumenttyp: string, period: string, avsnitt: Filer): Filer => ({
  'content/region/enhet/2021-arsrapport/rapport.yaml': null,
  'content/region/enhet/2021-arsrapport/10-inledning.md': null,
  [`content/region/enhet/${mapp}/rapport.yaml`]: `rapport:
  dokumenttyp: ${dokumenttyp}
  titel: Rapport
  period: ${period}
  status: beslutad
`,
  ...Object.fromEntries(
    Object.entries(avsnitt).map(([fil, text]) => [`content/region/enhet/${mapp}/${fil}`, text])
  )
})

const DELÅR = {
  '10-sammanfattning.md': '# Sammanfattning\n\nÅret går bra.\n',
  '20-vasentliga-handelser.md': '# Händelser av väsentlig betydelse\n\nInget har hänt.\n',
  '30-maluppfyllelse.md': '# Måluppfyllelse\n\n{{heatmap}}\n',
  '40-ekonomi.md': '# Ekonomi\n\nBudgeten håller.\n',
  '70-forvantad-utveckling.md': '# Förväntad utveckling\n\nSom väntat.\n'
}

describe('delårsrapport', () => {
  it('needs no more than its required sections', async () =>
    expect(
      await check(rapport('2021-t2-delarsrapport', 'delårsrapport', '2021-T2', DELÅR))
    ).not.toContain('  fel  '))

  it('tells which required section is missing', async () => {
    const { '70-forvantad-utveckling.md': _, ...resten } = DELÅR
    expect(
      await check(rapport('2021-t2-delarsrapport', 'delårsrapport', '2021-T2', resten))
    ).toContain('Förväntad utveckling')
  })

  it('lets chapters follow each other on the page', async () => {
    const { made } = await makeProject(
      rapport('2021-t2-delarsrapport', 'delårsrapport', '2021-T2', DELÅR)
    )
    expect(made[0]?.finished?.files.get('index.html')).toContain('<main id="text" class="lopande">')
  })
})

describe('the delårsrapport that the law asks of a region', () => {
  const lagstadgad = (avsnitt: Filer): Filer => {
    const filer = rapport('2021-t2-delarsrapport', 'delårsrapport', '2021-T2', avsnitt)
    const path = 'content/region/enhet/2021-t2-delarsrapport/rapport.yaml'
    return { ...filer, [path]: `${String(filer[path])}  lagstadgad: ja\n` }
  }

  it('needs statements and notes, and the data for them', async () => {
    const found = await check(lagstadgad(DELÅR))
    expect(found).toContain('Avsnittet "Räkenskaper" saknas.')
    expect(found).toContain('Avsnittet "Noter" saknas.')
    for (const vad of ['"resultaträkning"', '"kassaflödesanalys"', 'balanskrav'])
      expect(found).toContain(`Dokumenttypen "delårsrapport" kräver ${vad}, men`)
  })

  it('shows what it needs, not only has it', async () => {
    const tabell = (id: string) =>
      `  - id: ${id}\n    namn: Tabell\n    enhet: mnkr\n    kolumner:\n      - mått: utfall\n    rader:\n      - konto: personal\n`
    const found = await check({
      ...lagstadgad({
        ...DELÅR,
        '80-rakenskaper.md': '# Räkenskaper\n\n{{tabell "resultaträkning"}}\n'
      }),
      'data/region/enhet/tabeller.yaml': `uppställningar:\n${tabell('resultaträkning')}${tabell('balansräkning')}`
    })
    expect(found).toContain(
      'Dokumenttypen "delårsrapport" ska visa "balansräkning", men rapporten gör det inte.'
    )
    expect(found).toContain('Skriv {{tabell "balansräkning"}}')
    expect(found).not.toContain('ska visa "resultaträkning"')
  })
})

describe('månadsrapport', () => {
  it('is made of three short sections', async () =>
    expect(
      await check(
        rapport('2021-10-manadsrapport', 'månadsrapport', '2021-10', {
          '10-sammanfattning.md': '# Sammanfattning\n\nPrognosen står fast.\n',
          '20-ekonomi.md': '# Ekonomi\n\nInga större avvikelser.\n',
          '50-atgarder.md': '# Åtgärder\n\nInga åtgärder behövs.\n'
        })
      )
    ).not.toContain('  fel  '))
})
