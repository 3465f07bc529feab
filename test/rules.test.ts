import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../src/diagnostic.ts'
import { SEVERITY } from '../src/reporter.ts'
import { rules } from '../src/rules/index.ts'
import type { Exempel } from '../src/rules/rule.ts'
import { positionOf, type Sources } from '../src/source.ts'
import { checkExempel } from './rules/exempel.ts'

/** "text 3:14 Sentence.", with the level in front where it isn't the rule's own. */
function show(d: Diagnostic, own: string, sources: Sources): string {
  const file = d.span?.file.replace(/^.*\/(?:\d+-)?([^/]*)\.\w+$/, '$1') ?? '–'
  const source = d.span && sources.get(d.span.file)
  const at = source && d.span && positionOf(source, d.span.start)
  const level = d.severity === own ? '' : `${SEVERITY[d.severity]} `
  return `${level}${file} ${at ? `${at.line}:${at.column}` : ''} ${d.text.replaceAll('\u00a0', ' ')}`
}

async function found(exempel: Exempel, rule: string) {
  const { diagnostics, sources } = await checkExempel(exempel)
  return { own: diagnostics.filter((d) => d.rule === rule), sources, diagnostics }
}

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
          const { own, sources } = await found(exempel, rule.id)
          expect(own.map((d) => show(d, rule.severity, sources))).toEqual(exempel.väntat)
          for (const { hint } of own) expect(hint).toBeTruthy()
        })
      for (const [i, exempel] of rule.good.entries())
        it(`is content with ${exempel.text ?? exempel.data ?? i}`, async () => {
          const { own, diagnostics } = await found(exempel, rule.id)
          expect(own).toEqual([])
          // An example that can't be read would prove nothing.
          expect(diagnostics.filter((d) => d.rule.endsWith('-gar-att-lasa'))).toEqual([])
        })
    })
})
