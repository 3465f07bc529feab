import { describe, expect, it } from 'vitest'
import { faultsOf, htmlOf, render } from './render.ts'

describe("the writer's HTML", () => {
  it('is kept where it is harmless, and Markdown in it read', () => {
    expect(htmlOf('H<sub>2</sub>O *<mark>x</mark>*')).toBe(
      '<p>H<sub>2</sub>O <em><mark>x</mark></em></p>'
    )
    expect(htmlOf('<details><summary>Mer</summary>\n\nText **a**\n\n</details>')).toBe(
      '<details><summary>Mer</summary>\n<p>Text <strong>a</strong></p>\n</details>'
    )
  })

  it('leaves our own headings, tables and notes as they are', () => {
    const text = '## A <i>b</i>\n\n| a | b |\n|---|---|\n| c[^n] | |\n\n[^n]: d'
    const plain = text.replace('<i>b</i>', 'b')
    expect(htmlOf(text)).toBe(htmlOf(plain).replace('A b</h3>', 'A <i>b</i></h3>'))
  })

  it.each([
    [
      'a script',
      'a <script>alert(1)</script> b',
      '<p>a  b</p>',
      ['1:3-1:10 html-ar-saker warning']
    ],
    ['a style', '<style>p{}</style>\n\nx', '<p>x</p>', ['1:1-1:7 html-ar-saker warning']],
    [
      'a frame',
      'a <iframe src="https://x.se"></iframe>',
      '<p>a </p>',
      ['1:3-1:10 html-ar-saker warning']
    ],
    [
      'a form, keeping its text',
      '<form action="x">Svara <input name="y"></form>',
      'Svara ',
      ['1:1-1:6 html-ar-saker warning', '1:24-1:30 html-ar-saker warning']
    ],
    [
      'handlers, classes and ids',
      '<p onclick="x()" class="tal" id="y" style="z">a</p>',
      '<p>a</p>',
      [
        '1:1-1:3 html-ar-saker warning',
        '1:1-1:3 html-ar-saker warning',
        '1:1-1:3 html-ar-saker warning',
        '1:1-1:3 html-ar-saker warning'
      ]
    ],
    [
      'an address that runs',
      'a <a href="java&#115;cript:x">b</a>',
      '<p>a <a>b</a></p>',
      ['1:3-1:5 html-ar-saker warning']
    ],
    [
      'a handler on a link',
      'a <a href="#x" onclick="y()">b</a>',
      '<p>a <a href="#x">b</a></p>',
      ['1:3-1:5 html-ar-saker warning']
    ],
    ['a heading', '<h2>a</h2>', 'a', ['1:1-1:4 html-ar-saker warning']],
    ['an image', '<img src="x" onerror="y">', '', ['1:1-1:5 html-ar-saker warning']]
  ])('loses %s, and is told so', (_, text, html, faults) => {
    const tried = render(text)
    expect(tried.html).toBe(html)
    expect(tried.faults).toEqual(faults)
  })

  it('says nothing of comments', () => {
    expect(htmlOf('a <!-- b --> c\n\n<!--\nd\n-->')).toBe('<p>a  c</p>')
    expect(faultsOf('a <!-- b --> c\n\n<!--\nd\n-->')).toEqual([])
  })

  it.each([
    ['a <plaintext> b', '1:3-1:13'],
    ['a <textarea> b', '1:3-1:12'],
    ['a <script> b', '1:3-1:10']
  ])('may not swallow what follows: %s', (text, place) => {
    expect(faultsOf(text)).toContain(`${place} html-ar-saker`)
  })
})

describe('forgery', () => {
  it('of a figure with its source fails', () => {
    expect(htmlOf('<div data-källa="1" data-kalla="2">9</div>')).toBe('<div>9</div>')
  })

  it('of our placeholders fails, also by one who has read the code', () => {
    const text =
      '<span data-vx="0">a</span> {{x}} <span data-vxx="1" DATA-VXXX="2">b</span> <b data-kapitel>c</b>'
    expect(htmlOf(text, { '{{x}}': '<i data-källa="1">7</i>' })).toBe(
      '<p><span>a</span> <i data-källa="1">7</i> <span>b</span> <b>c</b></p>'
    )
  })

  it('of a value by what another prints fails', () => {
    const values = { '{{x}}': '<i>{{y}} data-vx="0"</i>', '{{y}}': '<i>8</i>' }
    expect(htmlOf('{{x}} <b>c</b>', values)).toBe('<p><i>{{y}} data-vx="0"</i> <b>c</b></p>')
  })
})
