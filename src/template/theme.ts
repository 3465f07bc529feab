import type { Message } from '../diagnostic.ts'
import {
  contrast,
  formatColour,
  lighten,
  mix,
  nearestShade,
  parseColour,
  type Colour
} from './colour.ts'
import { accentAdjusted, accentNotColour } from './messages.ts'

const WHITE: Colour = [1, 1, 1]
const BLACK: Colour = [0, 0, 0]
const DARK_PAPER = parseColour('#12171b') ?? BLACK
/** WCAG 2.2, 1.4.3: text against its ground. */
const TEXT = 4.5

export interface Theme {
  /** Custom properties, to stand after templates/tema/tertial.css. Empty without an accent. */
  readonly css: string
  /** What had to be changed or couldn't be read. */
  readonly messages: readonly Message[]
}

/**
 * An organisation's colour for light, dark and cover. A colour too light for text on white is
 * darkened to the nearest shade that can be read, and said so; the dark theme's is lightened.
 */
export function createTheme({ accent }: { readonly accent?: string | undefined }): Theme {
  if (accent === undefined) return { css: '', messages: [] }
  const given = parseColour(accent)
  if (!given) return { css: '', messages: [accentNotColour(accent)] }

  const darker = (colour: Colour) => (share: number) => mix(colour, BLACK, share)
  const light = nearestShade(
    darker(given),
    (shade) => contrast(shade, mix(shade, WHITE, 0.88)) >= TEXT
  )
  const dark = nearestShade(
    (share) => lighten(given, share),
    (shade) =>
      contrast(shade, mix(shade, DARK_PAPER, 0.84)) >= TEXT && contrast(shade, DARK_PAPER) >= 7.5
  )
  const cover = nearestShade(darker(given), coverPasses)
  const coverDark = nearestShade(darker(mix(cover, BLACK, 0.3)), coverPasses)
  const css = [
    `:root{${properties(light, mix(light, WHITE, 0.88), cover)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${properties(dark, mix(dark, DARK_PAPER, 0.84), coverDark)}}}`
  ].join('\n')
  const changed = contrast(given, WHITE) < TEXT
  return { css, messages: changed ? [accentAdjusted(accent, formatColour(light))] : [] }
}

function coverPasses(shade: Colour): boolean {
  return contrast(coverSoft(shade), shade) >= TEXT
}

/** The quieter text on the cover. */
function coverSoft(cover: Colour): Colour {
  return mix(WHITE, cover, 0.18)
}

function properties(accent: Colour, soft: Colour, cover: Colour): string {
  return Object.entries({
    '--accent': accent,
    '--accent-soft': soft,
    '--cover': cover,
    '--cover-soft': coverSoft(cover),
    '--cover-rule': mix(cover, WHITE, 0.38),
    '--cover-figure': mix(cover, WHITE, 0.075)
  })
    .map(([name, colour]) => `${name}:${formatColour(colour)}`)
    .join(';')
}

/** What the margins of printed pages say. */
export interface PageText {
  /** Top left on every page but the cover: the document's title and unit. */
  readonly vänster: string
  /** Top right where no chapter says its own: before the first chapter. */
  readonly höger: string
  /** Bottom left, a short notice; null for none. */
  readonly fot: string | null
  /** Chapters whose title stands top right on their own pages; empty where chapters share pages. */
  readonly kapitel: readonly { readonly id: string; readonly rubrik: string }[]
}

/**
 * `@page` rules with running heads and "sida x (y)". Chromium knows no running strings, so each
 * chapter gets a named page of its own, upright and landscape.
 */
export function createPageStyle({ vänster, höger, fot, kapitel }: PageText): string {
  const font = 'font:400 8.5pt/1.3 "Source Sans 3","Tertial Tecken",sans-serif;color:#56616b'
  const top = `vertical-align:bottom;padding-bottom:9mm;${font}`
  const bottom = `vertical-align:top;padding-top:7mm;${font}`
  const none = ['@top-left', '@top-right', '@bottom-left', '@bottom-right']
    .map((box) => `${box}{content:none}`)
    .join('')
  const rules = [
    `@page{@top-left{content:${cssString(vänster)};text-align:left;${top}}` +
      `@top-right{content:${cssString(höger)};text-align:right;${top}}` +
      `@bottom-left{content:${fot === null ? 'none' : cssString(fot)};text-align:left;${bottom}}` +
      `@bottom-right{content:"sida " counter(page) " (" counter(pages) ")";text-align:right;white-space:nowrap;font-variant-numeric:lining-nums tabular-nums;${bottom}}}`,
    // A letter has its own head on its first page.
    `@page omslag{${none}}@page:first{@top-left{content:none}@top-right{content:none}}`
  ]
  for (const [index, { id, rubrik }] of kapitel.entries()) {
    const name = `kap${index + 1}`
    const head = `@top-right{content:${cssString(rubrik)}}`
    rules.push(
      `@page ${name}{${head}}`,
      `@page ${name}l{size:A4 landscape;margin:26mm 22mm 22mm 22mm;${head}}`,
      `[data-kapitel=${cssString(id)}]{page:${name}}`,
      `[data-kapitel=${cssString(id)}] :is(.liggande,.liggande + .noter){page:${name}l}`
    )
  }
  return rules.join('\n')
}

/**
 * Any text as a CSS string. Quotes, backslashes and line breaks are escaped, and so is `<`, since
 * the string stands within `<style>`.
 */
export function cssString(text: string): string {
  const escaped = text.replace(
    /["\\<>\p{Cc}]/gu,
    (char) => `\\${(char === '\u0000' ? 0xfffd : char.charCodeAt(0)).toString(16)} `
  )
  return `"${escaped}"`
}
