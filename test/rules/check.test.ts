import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import { formatCheck } from '../../src/checkreport.ts'
import { createEffects, MINSTA } from '../helpers/project.ts'
import { filesOf } from './exempel.ts'

const TEXT = 'content/region/enhet/2021-arsrapport/10-text.md'
const FORM = { form: 'text', tystade: false, colour: false, version: '1.0' } as const

/** A project in memory that can be written to. */
function project(text: string) {
  const files: Record<string, string | null> = { ...MINSTA, ...filesOf({ text }) }
  const written: string[] = []
  const base = () => createEffects(files)
  const effects = {
    ...base(),
    files: {
      ...base().files,
      readFile: (path: string) => base().files.readFile(path),
      exists: (path: string) => base().files.exists(path),
      list: (path: string) => base().files.list(path),
      async writeFile(path: string, data: string | Uint8Array) {
        files[path.slice('/projekt/'.length)] = String(data)
      },
      async rename(from: string, to: string) {
        const [a, b] = [from.slice('/projekt/'.length), to.slice('/projekt/'.length)]
        files[b] = files[a] ?? ''
        delete files[a]
        written.push(b)
      }
    }
  }
  return { files, written, effects }
}

describe('check(root, options, effects)', () => {
  it('mends what is safe, writes by rename, and tells what it did', async () => {
    const { files, written, effects } = project('Det är är 8,5% mer , säger vi.')
    const result = await check('/projekt', { rapporter: [], fix: true }, effects)
    expect(files[TEXT]).toBe('# Inledning\n\nDet är 8,5\u00a0% mer, säger vi.\n')
    expect(written).toEqual([TEXT])
    expect(formatCheck(result, FORM)).toContain(
      `${TEXT}:3  mellanslag-fore-enhet: "8,5%" → "8,5␣%"\n`
    )
  })

  it('writes nothing unasked, and says that it could', async () => {
    const { written, effects } = project('Det är är så.')
    const result = await check('/projekt', { rapporter: [], fix: false }, effects)
    expect(written).toEqual([])
    expect(formatCheck(result, FORM).split('\n').slice(-2)).toEqual([
      '1 rapport kontrollerad: 1 varning',
      '1 kan rättas med npx tertial check --fix'
    ])
  })

  it('answers the auditors\u2019 questions when asked to, as text and as data', async () => {
    const { effects } = project('Text.')
    const result = await check('/projekt', { rapporter: [], fix: false }, effects)
    expect(formatCheck(result, { ...FORM, självgranskning: true })).toBe(
      'Självgranskning: Årsrapport 2021, Enheten (region/enhet/2021-arsrapport)\n  Ingen: enhetens data har inget att pröva för dokumenttypen.\n\n1 rapport kontrollerad: inga fel.'
    )
    expect(
      JSON.parse(formatCheck(result, { ...FORM, form: 'json', självgranskning: true }))
    ).toEqual([
      { rapport: 'region/enhet/2021-arsrapport', enhet: 'Enheten', period: '2021', områden: [] }
    ])
  })

  it('counts what is silenced, and lists it when asked', async () => {
    const { effects } = project('<!-- tystad: ord-en-gang: ett citat -->\nDet är är så.')
    const result = await check('/projekt', { rapporter: [], fix: false }, effects)
    expect(formatCheck(result, FORM)).toBe(
      '1 rapport kontrollerad: inga fel, 1 tystad (--tystade visar dem)'
    )
    expect(formatCheck(result, { ...FORM, tystade: true })).toContain(
      'Tystat\ncontent/region/enhet/2021-arsrapport/10-text.md:4:5  ord-en-gang\n  Ordet "är" står två gånger i rad.\n  Skäl: ett citat\n'
    )
  })
})
