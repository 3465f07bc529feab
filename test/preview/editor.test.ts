import { describe, expect, it } from 'vitest'
import { editorPattern } from '../../src/preview/editor.ts'

describe('editorPattern(wanted)', () => {
  it.each([
    ['vscode', 'vscode://file/{path}:{line}:{col}'],
    ['VSCodium', 'vscodium://file/{path}:{line}:{col}'],
    ['idea', 'idea://open?file=/{path}&line={line}&column={col}'],
    ['min://öppna?fil=/{path}&rad={line}', 'min://öppna?fil=/{path}&rad={line}'],
    ['ingen', null],
    ['none', null]
  ])('knows %s', (wanted, pattern) => {
    expect(editorPattern(wanted)).toBe(pattern)
  })

  it.each([
    'emacs',
    '',
    'vscode://file/',
    'javascript:alert("{path}")',
    ' DATA:{path}',
    'constructor'
  ])('refuses %s', (wanted) => {
    expect(editorPattern(wanted)).toBeUndefined()
  })
})
