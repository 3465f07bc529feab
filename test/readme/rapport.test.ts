import { describe, expect, it } from 'vitest'
import { copyProject } from '../setup/project.ts'

const MAPP = 'region-norrbotten/regionstod/2020-rapport'
const RAPPORT =
  'rapport:\n  dokumenttyp: rapport\n  titel: Två frågor\n  period: 2020\n  status: beslutad\n  datum: 2021-02-15\n  diarienummer: EX 2021/0007\n  ansvarig: Annika Fjällborg\n'

describe('the free document type', { timeout: 60_000 }, () => {
  it.each([
    ['one section', { '10-fragan.md': '# Frågan\n\nVad hände?\n' }, ['1 Frågan']],
    [
      'two sections, in the order of their numbers',
      {
        '9-fragan.md': '# Frågan\n\nVad hände?\n',
        '10-svaret.md': '# Svaret\n\nIngenting.\n'
      },
      ['1 Frågan', '2 Svaret']
    ]
  ])('builds with %s, no data and nothing to remark on', (_, filer, rubriker) => {
    const project = copyProject([])
    project.write(`content/${MAPP}/rapport.yaml`, RAPPORT)
    for (const [namn, text] of Object.entries(filer)) project.write(`content/${MAPP}/${namn}`, text)
    expect(project.tertial(['build', MAPP, '--format', 'html', '--strict']).status).toBe(0)
    const page = project.read(`output/${MAPP}/index.html`)
    const found = [...page.matchAll(/<h2[^>]*>(.*?)<\/h2>/gs)]
      .map(([, html = '']) =>
        html
          .replace(/<[^>]*>/g, '')
          .replace(/\s+/g, ' ')
          .trim()
      )
      .filter((text) => /^\d/.test(text))
    expect(found).toEqual(rubriker)
  })

  it('can be begun with `new`', () => {
    const project = copyProject([])
    const { status } = project.tertial([
      ...['new', 'rapport', '--enhet', 'regionstod', '--period', '2020-T1']
    ])
    expect(status).toBe(0)
    expect(
      project.read('content/region-norrbotten/regionstod/2020-t1-rapport/rapport.yaml')
    ).toContain('dokumenttyp: rapport\n')
  })
})
