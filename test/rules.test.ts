import { describe, expect, it } from 'vitest'
import { rules } from '../src/rules/index.ts'
import { checkExempel, foundAs } from './rules/exempel.ts'

describe('rules', () => {
  it('have ids of their own in slug form, a reason, and examples both ways', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
    for (const { id, why, good, bad } of rules) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/)
      expect(why.endsWith('.')).toBe(true)
      expect(good.length).toBeGreaterThan(0)
      expect(bad.length).toBeGreaterThan(0)
    }
  })

  for (const rule of rules)
    describe(rule.id, () => {
      for (const [i, exempel] of rule.bad.entries())
        it(`finds ${exempel.text ?? exempel.data ?? i}`, async () => {
          const own = await foundAs(exempel, rule.id, rule.severity)
          expect(own.map(({ said }) => said)).toEqual(exempel.väntat)
          for (const { hint } of own) expect(hint).toBeTruthy()
        })
      for (const [i, exempel] of rule.good.entries())
        it(`is content with ${exempel.text ?? exempel.data ?? i}`, async () => {
          const { diagnostics } = await checkExempel(exempel)
          expect(diagnostics.filter((d) => d.rule === rule.id)).toEqual([])
          // An example that can't be read would prove nothing.
          expect(diagnostics.filter((d) => d.rule.endsWith('-gar-att-lasa'))).toEqual([])
        })
    })
})
