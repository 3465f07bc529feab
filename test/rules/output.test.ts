import { describe, expect, it } from 'vitest'
import { annotate, detectCi } from '../../src/rules/annotations.ts'
import { explain, listRules } from '../../src/rules/explain.ts'
import { toSarif } from '../../src/rules/sarif.ts'
import { createSource } from '../../src/source.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'

const source = createSource('content/år/10-text.md', '# A\n\nDet är 8,5% mer.\n')
const sources = new Map([[source.path, source]])
const span = { file: source.path, start: 12, end: 16 }
const FYND: Diagnostic = {
  rule: 'mellanslag-fore-enhet',
  severity: 'advice',
  text: 'Mellanslag saknas: 100% fel, här.',
  hint: 'Skriv ett.',
  span,
  fix: [{ span, text: '8,5\u00a0%' }]
}

describe('annotate(ci, diagnostics, sources)', () => {
  it('speaks to GitHub', () => {
    expect(annotate('github', [FYND], sources)).toBe(
      '::notice file=content/år/10-text.md,line=3,endLine=3,col=8,title=mellanslag-fore-enhet::Mellanslag saknas: 100%25 fel, här. Skriv ett.'
    )
  })

  it('speaks to Azure', () => {
    expect(annotate('azure', [{ ...FYND, severity: 'error' }], sources)).toBe(
      '##vso[task.logissue type=error;sourcepath=content/år/10-text.md;linenumber=3;columnnumber=8;code=mellanslag-fore-enhet;]Mellanslag saknas: 100%AZP25 fel, här. Skriv ett.'
    )
  })

  it('escapes what ends a field, a message or a line', () => {
    const odd = createSource('content/a:b,c;d]e%.md', 'x\n')
    const fynd: Diagnostic = {
      rule: 'a-b',
      severity: 'warning',
      text: 'Rad ett\r\nrad två: 5 %; [se] ::error::x',
      span: { file: odd.path, start: 0, end: 1 }
    }
    const from = new Map([[odd.path, odd]])
    expect(annotate('github', [fynd], from)).toBe(
      '::warning file=content/a%3Ab%2Cc;d]e%25.md,line=1,endLine=1,col=1,title=a-b::Rad ett%0D%0Arad två: 5 %25; [se] ::error::x'
    )
    expect(annotate('azure', [fynd], from)).toBe(
      '##vso[task.logissue type=warning;sourcepath=content/a:b,c%3Bd%5De%AZP25.md;linenumber=1;columnnumber=1;code=a-b;]Rad ett%0D%0Arad två: 5 %AZP25; [se] ::error::x'
    )
  })

  it('writes a Code Quality report for GitLab', () => {
    expect(JSON.parse(annotate('gitlab', [FYND], sources))).toMatchObject([
      {
        check_name: 'mellanslag-fore-enhet',
        severity: 'info',
        location: { path: 'content/år/10-text.md', lines: { begin: 3 } }
      }
    ])
  })

  it('keeps what a report for GitLab is made of as written, and tells findings alike apart', () => {
    const odd = createSource('content/a "b"\\c.md', 'x\nx\n')
    const fynd = (start: number): Diagnostic => ({
      rule: 'a-b',
      severity: 'warning',
      text: 'Rad "ett"\r\nrad \\två\u0000: <b>5 %</b> 😀',
      span: { file: odd.path, start, end: start + 1 }
    })
    const report = JSON.parse(
      annotate('gitlab', [fynd(0), fynd(2)], new Map([[odd.path, odd]]))
    ) as { fingerprint: string }[]
    expect(report).toMatchObject([
      {
        description: 'Rad "ett"\r\nrad \\två\u0000: <b>5 %</b> 😀',
        severity: 'minor',
        location: { path: 'content/a "b"\\c.md', lines: { begin: 1 } }
      },
      { location: { lines: { begin: 2 } } }
    ])
    expect(report[0]?.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(report[1]?.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(report[1]?.fingerprint).not.toBe(report[0]?.fingerprint)
  })

  it('is an empty list for GitLab where nothing is found', () => {
    expect(JSON.parse(annotate('gitlab', [], sources))).toEqual([])
  })

  it('does without a place', () => {
    expect(annotate('github', [{ rule: 'a-b', severity: 'error', text: 'Fel.' }], sources)).toBe(
      '::error title=a-b::Fel.'
    )
  })
})

describe('detectCi(env)', () => {
  it('knows the systems that read the log', () => {
    expect(detectCi({ GITHUB_ACTIONS: 'true' })).toBe('github')
    expect(detectCi({ TF_BUILD: 'True' })).toBe('azure')
    expect(detectCi({ CI: 'true' })).toBeUndefined()
  })
})

describe('toSarif(diagnostics, tystade, sources, version)', () => {
  it('has place, fix and suppression', () => {
    const tystning = { regel: FYND.rule, skäl: 'så står det', span, från: 0, till: 20 }
    expect(toSarif([FYND], [{ diagnostic: FYND, tystning }], sources, '1.0')).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          results: [
            {
              ruleId: 'mellanslag-fore-enhet',
              level: 'note',
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'content/%C3%A5r/10-text.md' },
                    region: { startLine: 3, startColumn: 8, endLine: 3, endColumn: 12 }
                  }
                }
              ],
              fixes: [
                {
                  artifactChanges: [{ replacements: [{ insertedContent: { text: '8,5\u00a0%' } }] }]
                }
              ]
            },
            { suppressions: [{ kind: 'inSource', justification: 'så står det' }] }
          ]
        }
      ]
    })
  })
})

describe('explain(id)', () => {
  it('gives level, reason, wrong and right, and how to set or silence it', () => {
    const text = explain('ord-en-gang') ?? ''
    expect(text).toMatch(/^ord-en-gang \(varning\)\n\nEtt ord som står två gånger/)
    expect(text).toContain(
      'Fel\n  Målet är att att minska frånvaron.\n  → Ordet "att" står två gånger'
    )
    expect(text).toContain('<!-- tystad: ord-en-gang: skälet -->')
  })

  it('knows checks outside the list, and not what is none', () => {
    expect(explain('referens-finns')).toContain('Nivån går inte att ändra')
    expect(explain('nyckel-finns')).toContain('→ Okänd nyckel "nanm".\n\nRätt\n  nyckeltal:')
    expect(explain('webblasare-finns')).toContain('Fel\n  Ingen webbläsare finns på datorn.')
    expect(explain('finns-inte')).toBeUndefined()
    expect(listRules()).toContain('tal-stammer-med-data')
  })
})
