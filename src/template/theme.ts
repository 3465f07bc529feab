import type { Message } from '../diagnostic.ts'
import { decimal } from '../domain/decimal.ts'
import { formatDecimal } from '../text/swedish.ts'
import {
  contrast,
  formatColour,
  lighten,
  mix,
  nearestShade,
  parseColour,
  type Colour
} from './colour.ts'
import { färgerLikaIGråskala, färgMedLågKontrast, ogiltigFärg } from './theme-messages.ts'

const WHITE: Colour = [1, 1, 1]
const BLACK: Colour = [0, 0, 0]
const DARK_PAPER = parseColour('#12171b') ?? BLACK
/** As in templates/tema/tertial.css: what stands beside an accent alone. */
const WARM = '#a84a22'
/** WCAG 2.2, 1.4.3: text against its ground. */
const TEXT = 4.5
/** How a bar that is worse is drawn, and how far it must be from one that is better without colour. */
const WARM_BAR = 0.7
const APART = 1.5

/** A colour that an organisation can choose, by its key in the data. */
export type Färgnyckel = 'accent' | 'varm'

export interface Theme {
  /** Custom properties, to stand after templates/tema/tertial.css. Empty without a colour. */
  readonly css: string
  /** What had to be changed or couldn't be read, and which colour it is about. */
  readonly messages: readonly { readonly nyckel: Färgnyckel; readonly message: Message }[]
}

/**
 * An organisation's colours for light, dark and cover. A colour too light for text on white is
 * darkened to the nearest shade that can be read, and said so; the dark theme's is lightened.
 */
export function createTheme({
  accent,
  varm
}: Readonly<Partial<Record<Färgnyckel, string | undefined>>>): Theme {
  const messages: { nyckel: Färgnyckel; message: Message }[] = []
  const read = (nyckel: Färgnyckel, text: string | undefined): Colour | undefined => {
    const colour = text === undefined ? undefined : parseColour(text)
    if (text !== undefined && !colour) messages.push({ nyckel, message: ogiltigFärg(text) })
    if (!colour || contrast(colour, WHITE) >= TEXT) return colour
    const used = formatColour(onPaper(colour))
    const ratio = formatRatio(contrast(colour, WHITE))
    messages.push({ nyckel, message: färgMedLågKontrast(text ?? '', 'vitt', ratio, used) })
    return colour
  }
  const given = read('accent', accent)
  const warm = read('varm', varm)
  const light: string[] = []
  const dark: string[] = []
  if (given) {
    const [day, night] = [onPaper(given), onDark(given)]
    const cover = nearestShade(darker(given), coverPasses)
    const coverDark = nearestShade(darker(mix(cover, BLACK, 0.3)), coverPasses)
    light.push(properties(day, mix(day, WHITE, 0.88), cover))
    dark.push(properties(night, mix(night, DARK_PAPER, 0.84), coverDark))
  }
  if (warm) {
    light.push(`--warm:${formatColour(onPaper(warm))}`)
    dark.push(`--warm:${formatColour(onDark(warm))}`)
  }
  const better = given && onPaper(given)
  const worse = onPaper(warm ?? parseColour(WARM) ?? BLACK)
  if (better) {
    const apart = contrast(better, mix(WHITE, worse, WARM_BAR))
    const [a, b] = [formatColour(better), formatColour(worse)]
    if (apart < APART)
      messages.push({
        nyckel: warm ? 'varm' : 'accent',
        message: färgerLikaIGråskala(a, b, formatRatio(apart))
      })
  }
  if (light.length === 0) return { css: '', messages }
  const css = [
    `:root{${light.join(';')}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${dark.join(';')}}}`
  ].join('\n')
  return { css, messages }
}

const darker = (colour: Colour) => (share: number) => mix(colour, BLACK, share)

/** The nearest shade that can be read on white and on its own tint. */
function onPaper(given: Colour): Colour {
  return nearestShade(darker(given), (shade) => contrast(shade, mix(shade, WHITE, 0.88)) >= TEXT)
}

function onDark(given: Colour): Colour {
  return nearestShade(
    (share) => lighten(given, share),
    (shade) =>
      contrast(shade, mix(shade, DARK_PAPER, 0.84)) >= TEXT && contrast(shade, DARK_PAPER) >= 7.5
  )
}

/** Rounded down, so that what is told never looks like enough. */
function formatRatio(ratio: number): string {
  return formatDecimal(decimal(Math.floor(ratio * 10) / 10), 1)
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
  readonly kapitel: readonly {
    readonly id: string
    readonly rubrik: string
    /** Whether it shares the pages of the one before it. */
    readonly följer?: boolean
  }[]
}

/**
 * `@page` rules with running heads and "sida x (y)". Chromium knows no running strings, so each
 * chapter gets a named page of its own, upright and landscape.
 */
export function createPageStyle({ vänster, höger, fot, kapitel }: PageText): string {
  const font = 'font:400 8.5pt/1.3 var(--sans);color:#56616b'
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
  let name = ''
  for (const [index, { id, följer }] of kapitel.entries()) {
    if (!följer) {
      name = `kap${index + 1}`
      const end = kapitel.findIndex((other, i) => i > index && !other.följer)
      const together = kapitel.slice(index, end < 0 ? undefined : end)
      const head = `@top-right{content:${cssString(together.map(({ rubrik }) => rubrik).join(' · '))}}`
      rules.push(
        `@page ${name}{${head}}`,
        `@page ${name}l{size:A4 landscape;margin:26mm 22mm 22mm 22mm;${head}}`
      )
    }
    rules.push(
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
