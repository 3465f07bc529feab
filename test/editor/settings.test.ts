import { describe, expect, it } from 'vitest'
import { wireSettings } from '../../src/editor/settings.ts'

const FOLDER = './.vscode/tertial/'
const KOPPLING = { './.vscode/tertial/rapport.schema.json': ['content/*/*/*/rapport.yaml'] }

describe('wireSettings(text, folder, koppling)', () => {
  it('makes the settings where there are none', () => {
    expect(wireSettings('', FOLDER, KOPPLING)).toBe(`{
  "yaml.schemas": {
    "./.vscode/tertial/rapport.schema.json": [
      "content/*/*/*/rapport.yaml"
    ]
  }
}
`)
  })

  it("keeps comments, other settings and other tools' schemas", () => {
    const before = `{
  // Våra egna.
  "editor.wordWrap": "on",
  "yaml.schemas": { "./annat.json": "*.x", "./.vscode/tertial/borta.schema.json": ["data/*"] }
}
`
    expect(wireSettings(before, FOLDER, KOPPLING)).toBe(`{
  // Våra egna.
  "editor.wordWrap": "on",
  "yaml.schemas": {
    "./annat.json": "*.x",
    "./.vscode/tertial/rapport.schema.json": [
      "content/*/*/*/rapport.yaml"
    ]
  }
}
`)
  })

  it('changes nothing the second time', () => {
    const once = wireSettings('{ "a": 1 }', FOLDER, KOPPLING) ?? ''
    expect(wireSettings(once, FOLDER, KOPPLING)).toBe(once)
  })

  it.each(['{ "a": ', '[1]', '"text"'])('leaves %s, which it can not read', (text) => {
    expect(wireSettings(text, FOLDER, KOPPLING)).toBeUndefined()
  })
})
