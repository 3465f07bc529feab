import { describe, expect, it } from 'vitest'
import { makeProject, type Filer } from '../helpers/project.ts'

/** A table with the year's latest forecast, in a report of its own for each period. */
const filer = (...perioder: string[]): Filer => ({
  'data/region/enhet/prognoser.yaml': `konton:
  - id: trafik
    namn: Trafik
    enhet: mnkr
    decimaler: 1
    serie:
      2021-T1:
        utfall: -30,0
        prognos: -92,0
      2021-T2:
        utfall: -61,0
        prognos: -94,0
      2021-T3:
        utfall: -95,5
uppställningar:
  - id: drift
    namn: Drift
    enhet: mnkr
    kolumner:
      - mått: utfall
      - mått: prognos
        period: senaste prognos
    rader:
      - konto: trafik
`,
  'content/region/enhet/2021-arsrapport/rapport.yaml': null,
  'content/region/enhet/2021-arsrapport/10-inledning.md': null,
  ...Object.fromEntries(
    perioder.flatMap((period) => {
      const mapp = `content/region/enhet/${period.toLowerCase()}-arsrapport`
      return [
        [
          `${mapp}/rapport.yaml`,
          `rapport:\n  dokumenttyp: årsrapport\n  titel: Rapport\n  period: ${period}\n  status: beslutad\n`
        ],
        [
          `${mapp}/10-inledning.md`,
          '# Inledning\n\n{{tabell "drift"}}\n\nPrognos: {{tal "trafik.prognos" period="senaste prognos"}}.\n'
        ]
      ]
    })
  )
})

const read = (html: string | undefined) =>
  ['Prognos i ', 'Prognos: '].map(
    (before) =>
      (html ?? '')
        .slice((html ?? '').indexOf('<main'))
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('\u00a0', ' ')
        .match(new RegExp(`${before}(\\S+(?: mnkr)?)`))?.[1]
  )

describe('senaste prognos', () => {
  it('is the one that had been made when the report’s period ended', async () => {
    const { made } = await makeProject(filer('2021-T1', '2021-T2', '2021'))
    expect(made.map(({ finished }) => read(finished?.files.get('index.html')))).toEqual([
      ['augusti', '−94,0 mnkr'],
      ['april', '−92,0 mnkr'],
      ['augusti', '−94,0 mnkr']
    ])
  })

  it('is missed in words where no forecast has been made', async () => {
    const { made } = await makeProject(filer('2020'))
    expect(made[0]?.diagnostics.all.map(({ text }) => text)).toContain(
      'Ingen prognos finns för 2020 till och med 2020.'
    )
  })
})
