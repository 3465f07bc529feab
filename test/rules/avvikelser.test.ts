import { describe, expect, it } from 'vitest'
import { SEVERITY } from '../../src/reporter.ts'
import { AVVIKELSER } from './avvikelser.facts.ts'
import { checkExempel } from './exempel.ts'
import type { Exempel } from '../../src/rules/rule.ts'

/** "fel rule «28,1 mnkr»": level, rule, and what is underlined in text or data. */
async function found(exempel: Exempel): Promise<string[]> {
  const { diagnostics, sources } = await checkExempel(exempel)
  return diagnostics.map(({ rule, severity, span }) => {
    const text = span && sources.get(span.file)?.text.slice(span.start, span.end)
    return `${SEVERITY[severity]} ${rule} «${text?.replaceAll('\u00a0', ' ') ?? ''}»`
  })
}

describe('what was wrong in five published reports', () => {
  for (const avvikelse of AVVIKELSER) {
    const { nr, vad } = avvikelse
    if ('finns' in avvikelse)
      it(`${nr} ${vad}: found`, async () => {
        const all = await found(avvikelse.exempel)
        expect(all.filter((each) => avvikelse.finns.includes(each))).toEqual(avvikelse.finns)
      })
  }

  it('says nothing of what looks like a fault and is none', async () => {
    for (const avvikelse of AVVIKELSER) {
      if (!('inget' in avvikelse)) continue
      const { diagnostics } = await checkExempel(avvikelse.exempel)
      const said = diagnostics.filter(({ rule }) => avvikelse.tysta.includes(rule))
      expect(said.map(({ rule, text }) => `${avvikelse.nr} ${rule} ${text}`)).toEqual([])
    }
  })

  it('is beyond a program in at most a fifth of the cases', () => {
    const impossible = AVVIKELSER.filter((avvikelse) => 'omöjlig' in avvikelse)
    expect(impossible.length / AVVIKELSER.length).toBeLessThanOrEqual(0.2)
  })

  it('has each case once', () => {
    expect(new Set(AVVIKELSER.map(({ nr }) => nr)).size).toBe(AVVIKELSER.length)
  })
})
