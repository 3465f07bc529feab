import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HELP } from '../../src/help.ts'
import { builtSite, REPO, REPORTS } from '../setup/site.ts'

const [DU] = REPORTS
const readme = readFileSync(join(REPO, 'README.md'), 'utf8')

/** The fenced parts that say they are taken from a file: the path stands alone on the line above. */
function excerpts(): { path: string; text: string }[] {
  const found: { path: string; text: string }[] = []
  let path: string | undefined
  for (const [, named, text] of readme.matchAll(
    /^`((?:data|content|templates)\/\S+)`$|^```(?:yaml|md|hbs)\n([\s\S]*?)^```$/gm
  )) {
    if (named) path = named
    else if (path && text) found.push({ path, text })
  }
  return found
}

describe('the README', () => {
  it('shows data, text and template as they stand in the repository', () => {
    expect(excerpts().map(({ path }) => path.split('/')[0])).toEqual([
      'data',
      'data',
      'content',
      'templates'
    ])
    for (const { path, text } of excerpts())
      expect(readFileSync(join(REPO, path), 'utf8'), path).toContain(text.trimEnd())
  })

  it('shows what becomes of them', () => {
    const quote = /^> (Sjukfrånvarotiden.*)$/m.exec(readme)?.[1] ?? ''
    expect(quote.length).toBeGreaterThan(50)
    const html = readFileSync(join(builtSite(), DU, 'index.html'), 'utf8')
    const text = html.replace(/<[^>]*>/g, '').replaceAll('\u00a0', ' ')
    expect(text).toContain(quote)
  })

  it('sends those who write to the chapters of the handbook that are there', () => {
    const links = [...readme.matchAll(/\]\((content\/[^)]+)\)/g)].map(([, path = '']) => path)
    expect(links).toEqual([
      'content/tertial/handboken/2026-handbok/',
      'content/tertial/handboken/2026-handbok/20-forsta-rapporten.md'
    ])
    for (const path of links) expect(existsSync(join(REPO, path)), path).toBe(true)
    const page = /`(output\/tertial\/[^`]+)`/.exec(readme)?.[1] ?? ''
    expect(existsSync(join(builtSite(), page.replace('output/', '')))).toBe(true)
  })

  it('names every command of the help text', () => {
    for (const command of Object.keys(HELP).filter((name) => name !== 'tertial'))
      expect(readme).toContain(`npx tertial ${command}`)
  })

  it('lists every dependency with its licence, and no other', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(REPO, 'package.json'), 'utf8')
    ) as Record<'dependencies' | 'devDependencies', Record<string, string>>
    const listed = readme
      .slice(readme.indexOf('## Dependencies'))
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => {
        const [, names = '', licence = '', why = ''] = line.split('|').map((cell) => cell.trim())
        expect(why, line).not.toBe('')
        return [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => [name ?? '', licence] as const)
      })
    const installed = Object.keys({ ...dependencies, ...devDependencies }).map((name) => {
      const about = readFileSync(join(REPO, 'node_modules', name, 'package.json'), 'utf8')
      return [name, (JSON.parse(about) as { license: string }).license] as const
    })
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(installed))
  })

  it('has a picture of at most 200 kB', () => {
    const path = /!\[[^\]]{20,}\]\(([^)]+\.png)\)/.exec(readme)?.[1] ?? ''
    const picture = readFileSync(join(REPO, path))
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.length).toBeLessThanOrEqual(200_000)
  })

  it('is read in five minutes', () => {
    const prose = readme
      .slice(0, readme.indexOf('## Dependencies'))
      .replace(/^```[\s\S]*?^```/gm, '')
    expect(prose.split(/\s+/).length).toBeLessThan(900)
  })
})
