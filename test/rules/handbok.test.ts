import { beforeAll, describe, expect, it } from 'vitest'
import { readFileSync, readdirSync } from 'node:fs'
import { inbyggda } from '../../src/rules/builtin.ts'
import { rules } from '../../src/rules/index.ts'
import { make, type Made } from '../../src/pipeline.ts'
import { createEffects, REPO } from '../helpers/project.ts'

const BOK = 'content/tertial/handboken/2026-handbok'
/** The handbook's own data and text. */
const FILER = ['data/tertial', BOK].flatMap((folder) =>
  readdirSync(`${REPO}/${folder}`, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(REPO.length + 1))
)

let made: Made | undefined
let html = ''
beforeAll(async () => {
  const filer = Object.fromEntries(
    FILER.map((path) => [path, readFileSync(`${REPO}/${path}`)] as const)
  )
  made = (await make('/projekt', { rapporter: [], pdf: false }, createEffects(filer))).made[0]
  html = made?.finished?.files.get('index.html') ?? ''
})

describe('the handbook', () => {
  it('is a report without faults', () => {
    expect(made?.diagnostics.all.filter(({ severity }) => severity !== 'advice')).toEqual([])
  })

  it('tells of every rule and every check: in the list, and under a heading of its own', () => {
    const ids = [...rules.map(({ id }) => id), ...Object.keys(inbyggda)]
    const untold = ids.filter(
      (id) =>
        !html.includes(`<a href="#regel-${id}">${id}</a>`) ||
        !html.includes(`<h4 id="regel-${id}">${id} `)
    )
    expect(untold).toEqual([])
  })

  it('gives level, reason, wrong with what is said of it, and right', () => {
    const text = (/<h4 id="regel-ord-en-gang">[\s\S]*?<\/section>/.exec(html)?.[0] ?? '')
      .replace(/<[^>]*>/g, '\n')
      .replaceAll('&quot;', '"')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    expect(text).toEqual([
      'ord-en-gang',
      'varning',
      'Ett ord som står två gånger i rad är nästan alltid ett skrivfel.',
      'Fel',
      'Målet är att att minska frånvaron.',
      'Ordet "att" står två gånger i rad.',
      'Rätt',
      'Det som det gäller är att resultatet blev bra.'
    ])
  })
})
