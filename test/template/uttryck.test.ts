import { describe, expect, it } from 'vitest'
import { parseUttryck } from '../../src/template/uttryck.ts'

const at = (start: number, end: number) => ({ file: 'x.md', start, end })

describe('parseUttryck', () => {
  it('reads a name with a value and options, each with its place in the file', () => {
    expect(parseUttryck('{{tal "a.utfall" decimaler=1}}', 100, 'x.md')).toEqual({
      uttryck: {
        namn: 'tal',
        params: [{ slag: 'värde', värde: 'a.utfall', span: at(106, 116) }],
        hash: { decimaler: { slag: 'värde', värde: 1, span: at(127, 128) } },
        span: at(100, 130)
      }
    })
  })

  it('keeps places over lines, after å and after an emoji', () => {
    const read = parseUttryck('{{målvärde "😀"\n  b=true}}', 10, 'x.md')
    expect(read).toMatchObject({
      uttryck: {
        namn: 'målvärde',
        params: [{ värde: '😀', span: at(21, 25) }],
        hash: { b: { värde: true, span: at(30, 34) } }
      }
    })
  })

  it('reads a name alone, keys with hyphens and minus', () => {
    expect(parseUttryck('{{måltabell dölj-tomma=true n=-1.5}}', 0, 'x.md')).toMatchObject({
      uttryck: {
        namn: 'måltabell',
        params: [],
        hash: { 'dölj-tomma': { värde: true }, n: { värde: -1.5 } }
      }
    })
  })

  it('reads an expression within an expression, and a path', () => {
    expect(parseUttryck('{{a (b "c") d.e}}', 0, 'x.md')).toMatchObject({
      uttryck: {
        params: [
          {
            slag: 'uttryck',
            span: at(4, 11),
            uttryck: { namn: 'b', params: [{ värde: 'c', span: at(7, 10) }], span: at(4, 11) }
          },
          { slag: 'sökväg', delar: ['d', 'e'], span: at(12, 15) }
        ]
      }
    })
  })

  it('gives nothing for a comment', () => {
    expect(parseUttryck('{{!-- sen: {{tal}} --}}', 0, 'x.md')).toEqual({ uttryck: null })
    expect(parseUttryck('{{! sen }}', 0, 'x.md')).toEqual({ uttryck: null })
  })

  it('reads keys named as what every object has', () => {
    const read = parseUttryck('{{a constructor="b"}}', 0, 'x.md')
    expect('uttryck' in read && Object.keys(read.uttryck?.hash ?? {})).toEqual(['constructor'])
  })

  const faults: [string, string, number, number][] = [
    ['{{#if a}}', 'Block ({{#if}}) går inte att använda i text.', 0, 9],
    ['{{#if a}}b{{/if}}', 'Block ({{#if}}) går inte att använda i text.', 0, 17],
    ['{{> block/tabell}}', 'En mall ({{> …}}) går inte att ta in i text.', 0, 18],
    ['{{{tal "a"}}}', 'Tre klamrar ({{{…}}}) går inte att använda i text.', 0, 13],
    ['{{&tal "a"}}', 'Tre klamrar ({{{…}}}) går inte att använda i text.', 0, 12],
    ['{{/if}}', '{{/if}} stänger inget öppet block.', 0, 7],
    ['{{else}}', '{{else}} står utanför ett block.', 0, 8],
    ['{{"a"}}', 'Uttrycket är bara ett värde, väntade en hjälpare.', 2, 5],
    ['{{tal null}}', '"null" är inget värde här.', 6, 10],
    ['{{tal ”a.utfall”}}', 'Typografiska citattecken går inte att använda i ett uttryck.', 6, 16],
    ['{{tal "a" mot=1,5}}', 'Talet 1,5 kan inte ha decimalkomma i ett uttryck.', 14, 17],
    ['{{tal "a}}', 'Citattecknet stängs aldrig.', 6, 7],
    ['{{tal "a"', 'Uttrycket stängs aldrig, väntade }}.', 0, 2],
    ['{{}}', 'Uttrycket är ofullständigt, väntade ett namn eller ett värde.', 0, 4]
  ]
  it.each(faults)('refuses %s', (text, message, start, end) => {
    const read = parseUttryck(text, 1000, 'x.md')
    expect('fel' in read && { text: read.fel.text, span: read.span }).toEqual({
      text: message,
      span: at(1000 + start, 1000 + end)
    })
  })
})
