import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HELP } from '../../src/help.ts'
import { copyProject } from '../setup/project.ts'
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

  it('shows helpers that work', () => {
    const section = readme.slice(readme.indexOf('## För dig som skriver'))
    const calls = [...section.matchAll(/\| `(\{\{.*?\}\})` \|/g)].map(([, call]) => call ?? '')
    expect(calls.length).toBeGreaterThan(5)
    const project = copyProject([DU])
    const blocks = calls.map((call) => `${call}\n`)
    project.write(`content/${DU}/96-prov.md`, `# Prov\n\n${blocks.join('\n')}`)
    const { status, stdout } = project.tertial(['check'])
    expect(stdout).not.toMatch(/ {2}fel {2}/)
    expect(status).toBe(0)
  })

  it('has a first report that can be made by following it to the letter', () => {
    const parts = [...readme.matchAll(/^`(\S+)`\n\n```(?:yaml|md) prov\n([\s\S]*?)^```$/gm)]
    expect(parts.map(([, path]) => path?.split('/').at(-1))).toEqual([
      'organisation.yaml',
      'kansliet.yaml',
      'rapport.yaml',
      '10-service.md',
      '20-ekonomi.md'
    ])
    const project = copyProject([DU])
    for (const [, path = '', text = ''] of parts) {
      if (path.endsWith('/organisation.yaml'))
        project.write(path, project.read(path).replace('  enheter:\n', text))
      else project.write(path, text)
    }
    const checked = project.tertial(['check', 'kansliet', '--strict'])
    expect(checked.stdout).toContain('1 rapport kontrollerad: inga fel.')
    expect(checked.status).toBe(0)
    const built = project.tertial(['build', 'kansliet'])
    expect(built.stdout).toContain('Inga fel.')
    expect(built.status).toBe(0)
    const pdf = 'output/landstinget-sormland/kansliet/2025-rapport/kansliet-2025-rapport.pdf'
    expect(project.read(pdf).slice(0, 5)).toBe('%PDF-')
    const page = project
      .read('output/landstinget-sormland/kansliet/2025-rapport/index.html')
      .replace(/<[^>]*>/g, '')
      .replaceAll('\u00a0', ' ')
    expect(page).toContain('Av frågorna fick 92 procent svar inom två dagar. Målet var minst 90 %.')
    expect(page).toContain('Resultatet blev 130 tusen kronor, som tabell 1 visar.')
  }, 60_000)

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
    expect(prose.split(/\s+/).length).toBeLessThan(1250)
  })
})
