import { expect, it } from 'vitest'
import { copyProject } from '../setup/project.ts'

const REPORT = 'landstinget-blekinge/landstingsstyrelsen/2018-svar-pa-granskning'

/** Builds a small report with a quotation last in a section, and a style for it on paper. */
function build(quotation: string, style: string) {
  const project = copyProject()
  const section = `content/${REPORT}/30-bakgrund.md`
  project.write(section, `${project.read(section).trimEnd()}\n\n> ${quotation}\n`)
  const sheet = 'templates/tema/utskrift.css'
  project.write(sheet, `${project.read(sheet)}\n@media print{blockquote{${style}}}\n`)
  const line = project.read(section).split('\n').length - 1
  const { status, stdout } = project.tertial(['build', 'landstingsstyrelsen'])
  const found = stdout.split('\n').filter((text) => / {2}fel {2}/.test(text))
  return { status, found, at: `${section}:${line}:3` }
}

it('what the theme hides stops the build, at its line', () => {
  const { status, found, at } = build('Vi mäter om ett år.', 'color:#fff')
  expect(status).toBe(1)
  expect(found).toContain(`${at}  fel  pdf-text-syns`)
})

it('what the theme makes wider than the page stops the build, in its file', () => {
  const { status, found } = build('Vi mäter om ett år.', 'width:300mm')
  expect(status).toBe(1)
  expect(found[0]).toMatch(/30-bakgrund\.md:\d+:\d+ {2}fel {2}inget-bredare-an-sidan$/)
})
