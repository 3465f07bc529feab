import { describe, expect, it } from 'vitest'
import { check, makeProject } from '../helpers/project.ts'

const AVSNITT = 'content/region/enhet/2021-arsrapport/10-inledning.md'

describe('{{faktum "10 000" källa="…"}}', () => {
  it('prints the number with its source for the page', async () => {
    const { made } = await makeProject({
      [AVSNITT]: '# Inledning\n\nDet saknas {{faktum "10 000" källa="SCB, 2021"}} personer.\n'
    })
    expect(made[0]?.finished?.files.get('index.html')).toContain(
      'Det saknas <data class="tal faktum" value="10000" data-källa="SCB, 2021">10 000</data> personer.'
    )
  })

  it('asks for a source', async () => {
    expect(
      await check({ [AVSNITT]: '# Inledning\n\nDet saknas {{faktum "10 000"}}.\n' })
    ).toContain('faktum-har-kalla\n  Faktumet saknar källa.')
  })
})
