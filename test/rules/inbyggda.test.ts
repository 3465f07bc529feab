import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inbyggda } from '../../src/rules/builtin.ts'
import { ruleIds } from '../../src/rules/index.ts'
import { REPO } from '../helpers/project.ts'
import { checkExempel, foundAs } from './exempel.ts'

/** Names of checks as the program writes them: `fel('id', …)`, `rule: 'id'`, `message('error', 'id', …)`. */
function writtenIds(): Set<string> {
  const src = `${REPO}/src`
  const texts = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ts$/.test(path) && !/rules\/builtin/.test(path) && path !== 'pdf/audit.ts')
    .map((path) => readFileSync(`${src}/${path}`, 'utf8'))
  const forms = [
    /(?<![\p{L}.])(?:fel|varning|råd|error)\(\s*'([\p{L}\d-]+)'/gu,
    /rule: '([\p{L}\d-]+)'/gu,
    /(?<!\p{L})message\(\s*'(?:error|warning|advice)',\s*'([^'\s]+)'/gu
  ]
  return new Set(
    texts.flatMap((text) =>
      forms.flatMap((form) => [...text.matchAll(form)].map((m) => m[1] ?? ''))
    )
  )
}

describe('checks outside the list of rules', () => {
  it('are all told of: whatever the program can find has a name that is explained', () => {
    const unknown = [...writtenIds()].filter((id) => !ruleIds.has(id) && !(id in inbyggda))
    expect(unknown).toEqual([])
  })

  it('have names in slug form, a reason, and wrong and right, in a project or in words', () => {
    for (const [id, { why, good, bad, iOrd }] of Object.entries(inbyggda)) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(why.endsWith('.')).toBe(true)
      expect(iOrd !== undefined || (good.length > 0 && bad.length > 0), id).toBe(true)
    }
  })

  for (const [id, { bad, good, severity, iOrd }] of Object.entries(inbyggda))
    describe(id, () => {
      for (const [i, exempel] of bad.entries())
        it(`finds ${exempel.text ?? exempel.data ?? i}`, async () => {
          const own = await foundAs(exempel, id, severity)
          expect(own.map(({ said }) => said)).toEqual(exempel.väntat)
          for (const { hint } of own) expect(hint).toBeTruthy()
        })
      for (const [i, exempel] of good.entries())
        it(`is content with ${exempel.text ?? exempel.data ?? i}`, async () => {
          const { diagnostics } = await checkExempel(exempel)
          expect(diagnostics.filter((d) => d.severity === 'error' || d.rule === id)).toEqual([])
        })
      if (iOrd)
        it('is told in words', () => {
          expect([iOrd.fel, iOrd.rätt].every((text) => text !== '')).toBe(true)
        })
    })
})
