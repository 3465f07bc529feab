import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HtmlValidate } from 'html-validate'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderSkillnad } from '../../src/diff/page.ts'
import { toMarkdown } from '../../src/diff/summary.ts'
import { diskFiles } from '../../src/effects.ts'
import { createEffects, MINSTA, REPO } from '../helpers/project.ts'
import { openBrowser, openPage } from '../setup/browser.ts'
import { compare, text } from './compare.ts'

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const INDIKATORER = 'data/region/enhet/indikatorer.yaml'

const folder = mkdtempSync(join(tmpdir(), 'tertial-skillnad-'))
const path = join(folder, 'index.html')
let browser: Browser
let html = ''

/** A page with one of each: figures, an assessment, text, a table, a chart, a note, a fault. */
beforeAll(async () => {
  const before = text(
    '{{indikatortabell}}\n\n{{diagram "linje" serie="sjukfrånvaro.utfall" id="d" rubrik="Frånvaro"}}\n\nLäget är gott.[^1]\n\n[^1]: En not om <läget>.'
  )
  const after = text(
    '{{indikatortabell}}\n\n{{diagram "linje" serie="sjukfrånvaro.utfall" id="d" rubrik="Frånvaro"}}\n\nLäget är bättre.[^1] {{tal "finns-inte"}}\n\n[^1]: En not om <b>läget</b> & annat.'
  )
  const jämförelse = await compare(before, {
    ...after,
    [INDIKATORER]: (MINSTA[INDIKATORER] ?? '').replace('utfall: 6,0', 'utfall: 6,3')
  })
  const page = await renderSkillnad(REPO, jämförelse, {
    ...createEffects(MINSTA),
    files: diskFiles
  })
  if (typeof page !== 'string') throw new Error(page.fel)
  html = page
  writeFileSync(path, html)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the page with differences', () => {
  it('is one file that asks for nothing, and is valid', async () => {
    const { page, requests, faults } = await openPage(browser, path)
    await page.close()
    expect(requests.filter((url) => !/^(file|data):/.test(url))).toEqual([])
    expect(requests.filter((url) => url.startsWith('file:'))).toHaveLength(1)
    expect(faults).toEqual([])
    const validator = new HtmlValidate({
      root: true,
      extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
      rules: {
        'doctype-style': ['error', { style: 'lowercase' }],
        'long-title': 'off',
        'prefer-native-element': ['error', { exclude: ['region'] }]
      }
    })
    const { results } = await validator.validateString(html)
    expect(
      results.flatMap(({ messages }) => messages.map((m) => `${m.line} ${m.message}`))
    ).toEqual([])
  })

  it.each([
    { width: 1280, dark: false },
    { width: 360, dark: true }
  ])('breaks no rule of WCAG 2.2 AA and is no wider than $width, dark $dark', async (view) => {
    const { page } = await openPage(browser, path, view)
    await page.evaluate(AXE)
    const found = await page.evaluate(
      `axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + ' ' + n.html)))`
    )
    const over = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    )
    await page.close()
    expect([found, over]).toEqual([[], 0])
  })

  it('says in words what colour and line say, and shows both charts', async () => {
    const { page } = await openPage(browser, path, { script: false })
    const read = (await page.evaluate(`({
      gone: [...document.querySelectorAll('main .andring p del')].map((e) => e.textContent),
      come: [...document.querySelectorAll('main .andring p ins')].map((e) => e.textContent),
      lines: [...document.querySelectorAll('main .andring p :is(del, ins)')].map((e) => getComputedStyle(e).textDecorationLine),
      charts: [...document.querySelectorAll('.par figcaption b')].map((e) => e.textContent),
      ids: [...document.querySelectorAll('[id]')].map((e) => e.id)
    })`)) as Record<string, string[]>
    await page.close()
    expect(read['gone']?.[0]).toBe('Borttaget: gott.')
    expect(read['come']?.[0]).toBe('Nytt: bättre.')
    expect(new Set(read['lines'])).toEqual(new Set(['line-through', 'underline']))
    expect(read['charts']).toEqual(['Före', 'Efter'])
    expect(new Set(read['ids']).size).toBe(read['ids']?.length)
  })
})

describe('the summary for a comment', () => {
  it('is never markup, mention or reference, whatever a file says', async () => {
    const said = toMarkdown(
      await compare(
        text('Ett stycke.'),
        text('@alla <img src=x> `kod` | #12 [a](b) ~~x~~ ![b](c).')
      )
    )
    expect(said).toContain('&#64;alla')
    expect(said).toContain('&#35;12')
    expect(said).not.toMatch(/<img|(?<!\\)`kod|@alla|(?<!\\)\[a/)
  })

  it('stays short enough for any host, and says what it leaves out', async () => {
    const many = (word: string) =>
      text(
        Array.from({ length: 400 }, (_, i) => `Stycke ${i} säger ${word} om saken.`).join('\n\n')
      )
    const said = toMarkdown(await compare(many('detta'), many('något annat')))
    expect(said.length).toBeLessThan(4000)
    expect(said).toContain('… och 388 ändringar till')
  })
})
