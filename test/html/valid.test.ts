import { readFileSync } from 'node:fs'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { ALL, builtSite, REPORTS } from '../setup/site.ts'

const site = builtSite()

/** The strictest presets there are. What differs from them says why. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // Both spellings are valid; ours is lower case.
      'doctype-style': ['error', { style: 'lowercase' }],
      // Report, unit and organisation tell one open page from another, however long the names are.
      'long-title': 'off',
      // Figures with unlike decimals are set under each other, each by its own width.
      'no-inline-style': ['error', { allowedProperties: ['margin-right'] }],
      // What scrolls sideways is a div with role, name and tab stop: a section would become a
      // landmark in the tagged PDF as well, one for each table. All other roles are checked.
      'prefer-native-element': ['error', { exclude: ['region'] }]
    }
  })
)

async function faults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`)
  )
}

describe('HTML', () => {
  it.each([
    'index.html',
    ...REPORTS.map((report) => `${report}/sjalvgranskning.html`),
    ...ALL.map((report) => `${report}/index.html`)
  ])('%s is valid', async (path) => {
    expect(await faults(readFileSync(`${site}/${path}`, 'utf8'))).toEqual([])
  })

  it('would be told if it were not', async () => {
    const page = '<!doctype html>\n<html lang="sv"><head><title>T</title></head><body>'
    expect(await faults(`${page}<p id="a"></p><p id="a"></p></body></html>\n`)).toEqual([
      '2:73 no-dup-id: Duplicate ID "a"'
    ])
  })
})
