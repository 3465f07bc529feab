import { describe, expect, it } from 'vitest'
import type { Exempel } from '../../src/rules/rule.ts'
import { applyFixes, formatFixes } from '../../src/rules/fix.ts'
import { checkExempel } from './exempel.ts'

const DATA = `nyckeltal:
  - id: effekt
    namn: Effekt av omställningen
    enhet: mnkr
    serie:
      2020:
        utfall: 12,5
      2021:
        utfall: 33,4
`

async function fixed(exempel: Exempel): Promise<string> {
  const { diagnostics, sources } = await checkExempel(exempel)
  const [file] = applyFixes(diagnostics, sources)
  return file ? file.text.replace('# Inledning\n\n', '').trimEnd() : 'orört'
}

describe('applyFixes(diagnostics, sources)', () => {
  it('mends typography', async () => {
    expect(
      await fixed({ text: 'Frånvaron  ökade från 5.6 % till -7,8% åren 2017-2019 , ca70 fall..' })
    ).toBe('Frånvaron ökade från 5,6 % till −7,8\u00a0% åren 2017–2019, ca 70 fall.')
  })

  it('binds a number that is one datum alone, printed as it stood', async () => {
    expect(
      await fixed({ data: DATA, text: 'Det gav 33,4 mnkr och förra året 12,5 miljoner kronor.' })
    ).toBe(
      'Det gav {{tal "effekt.utfall"}} och förra året {{tal "effekt.utfall" period="föregående år" ord=true}}.'
    )
    expect(await fixed({ data: DATA, text: 'Det gav ca 33 mnkr.' })).toBe(
      'Det gav {{tal "effekt.utfall" decimaler=0 ca=true}}.'
    )
  })

  it('leaves what would be printed otherwise', async () => {
    expect(await fixed({ data: DATA, text: 'Det gav 33,4 msek och drygt 33 mnkr.' })).toBe('orört')
  })

  it('says what was changed', async () => {
    const { diagnostics, sources } = await checkExempel({ text: 'Det är 8,5% mer.' })
    expect(formatFixes(applyFixes(diagnostics, sources))).toBe(
      'content/region/enhet/2021-arsrapport/10-text.md:3  mellanslag-fore-enhet: "8,5%" → "8,5␣%"'
    )
  })
})
