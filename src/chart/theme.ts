import { KORTA_MÅNADER, MÅNADER } from '../text/swedish.ts'
import { TEXTSTORLEK, RADAVSTÅND } from './measure.ts'

/**
 * Colours a template may name as `var(--accent)`: the page's CSS variables, with what is used
 * where a drawing stands alone. An organisation's theme and dark mode set the variables.
 */
export const FÄRGER: Readonly<Record<string, string>> = {
  ink: '#1c2329',
  soft: '#56616b',
  rule: '#d5dade',
  faint: '#f4f6f7',
  paper: '#fff',
  accent: '#0f5c6e',
  'accent-soft': '#e3eef0',
  warm: '#b4532a'
}

/** Vega-Lite's config: thin lines, no boxes, text in the sans face, nothing that a theme owns. */
export const CONFIG = {
  aria: false,
  view: { stroke: null },
  font: 'sans',
  axis: {
    domain: false,
    ticks: false,
    grid: false,
    gridColor: 'var(--rule)',
    gridWidth: 1,
    labelColor: 'var(--soft)',
    labelFontSize: TEXTSTORLEK,
    labelLineHeight: RADAVSTÅND,
    labelAngle: 0,
    labelLimit: 0,
    labelPadding: 10,
    labelOverlap: false,
    labelBound: false,
    labelFlush: false,
    title: null
  },
  bar: { discreteBandSize: { band: 0.7 } },
  rule: { strokeWidth: 1 },
  line: { strokeCap: 'round', strokeJoin: 'round' },
  text: { fill: 'var(--ink)', fontSize: TEXTSTORLEK, lineHeight: RADAVSTÅND, limit: 0 },
  range: {
    category: ['var(--accent)', 'var(--warm)', 'var(--soft)', 'var(--ink)']
  }
} as const

/** Swedish numbers and dates for Vega's `format` and `timeFormat`. */
export const LOCALE = {
  number: {
    decimal: ',',
    thousands: '\u00a0',
    grouping: [3],
    currency: ['', '\u00a0kr'],
    percent: '\u00a0%',
    minus: '\u2212',
    nan: '–'
  },
  time: {
    dateTime: '%A den %d %B %Y %X',
    date: '%Y-%m-%d',
    time: '%H.%M.%S',
    periods: ['fm', 'em'],
    days: ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'],
    shortDays: ['sön', 'mån', 'tis', 'ons', 'tors', 'fre', 'lör'],
    months: MÅNADER,
    shortMonths: KORTA_MÅNADER
  }
} as const
