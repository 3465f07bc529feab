import { flagArg, textArg, type Anrop, type Signatur } from '../arguments.ts'
import type { Miljö } from '../environment.ts'
import type { Innehåll } from '../views.ts'
import type { CellVy, HuvudcellVy, TabellVy } from '../views.ts'
import { formatDecimal, NBSP } from '../../text/swedish.ts'
import type { Modell } from '../../domain/modell.ts'
import type { Tal } from '../../domain/tal.ts'
import { slug } from '../../text/slug.ts'

/** Something that stands alone in a paragraph: a table, tiles, a chart. */
export interface Block {
  readonly signatur: Signatur
  /** What it is numbered as, with the id others refer to it by; null for blocks without a number. */
  numrerad(
    anrop: Anrop,
    modell: Modell
  ): { readonly slag: 'tabell' | 'diagram'; readonly id: string } | null
  run(anrop: Anrop, miljö: Miljö): string | undefined
}

/** Arguments that every table takes. */
export const TABELLHASH = { rubrik: 'text', liggande: 'ja', not: 'text', id: 'text' } as const

/**
 * What stands around a table: its number and anchor, and what the arguments that every table takes
 * say. `id` and `rubrik` are what it has where the writer says nothing; its own notes go before.
 */
export function frameOf(
  anrop: Anrop,
  miljö: Miljö,
  id: string,
  rubrik: string
): Pick<TabellVy, 'id' | 'nummer' | 'rubrik' | 'liggande' | 'noter'> {
  const mål = anrop.span && miljö.numreraBlock(anrop.span)
  const not = textArg(anrop, 'not')
  return {
    id: mål?.ankare ?? id,
    nummer: mål?.nr ?? '',
    rubrik: textArg(anrop, 'rubrik') ?? rubrik,
    liggande: flagArg(anrop, 'liggande'),
    noter: not ? [not] : []
  }
}

export function cell(innehåll: Innehåll, options: Partial<Omit<CellVy, 'innehåll'>> = {}): CellVy {
  return {
    scope: null,
    rowspan: null,
    colspan: null,
    numerisk: false,
    innehåll: innehåll === '' ? NBSP : innehåll,
    ...options
  }
}

export function rowHead(
  innehåll: Innehåll,
  options: Partial<Omit<CellVy, 'innehåll'>> = {}
): CellVy {
  return cell(innehåll, { scope: 'row', ...options })
}

export function head(text: string, numerisk = false): HuvudcellVy {
  return { text, numerisk, colspan: null, rowspan: null, scope: 'col' }
}

/** Fills the table template and keeps the table's data for its CSV file. */
export function renderTabell(
  vy: TabellVy,
  data: { readonly kolumner: readonly string[]; readonly rader: readonly (readonly string[])[] },
  miljö: Miljö
): string | undefined {
  const id = slug(vy.id)
  if (!miljö.tabeller.some((tabell) => tabell.id === id)) miljö.tabeller.push({ id, ...data })
  const html = miljö
    .render('block/tabell', vy)
    ?.replace(PERIOD_IN_HEAD, '<span class="helt">$&</span>')
  return html === undefined || !miljö.place ? html : markRows(html, vy, miljö.place)
}

/** A period in a head, which doesn't break at its hyphen: "Utfall" over "2024-T2". */
const PERIOD_IN_HEAD = /(?<=<th[^>]*>[^<]*)\b\d{4}-(?:T\d|\d{2})(?=<)/g

/** Marks each row with the place in data that it comes from. */
function markRows(html: string, vy: TabellVy, place: NonNullable<Miljö['place']>): string {
  const [head, ...body] = html.split(/(?<=<\/thead>)/)
  const rows = vy.grupper.flatMap(({ rader }) => rader)
  let nr = 0
  const marked = body.join('').replace(/<tr(?= |>)/g, (tag) => {
    const span = rows[nr++]?.span
    return span ? `${tag} data-plats="${place(span)}"` : tag
  })
  return `${head}${nr === rows.length ? marked : body.join('')}`
}

/** A value for a CSV cell: decimal comma, hyphen for minus, no thousands, so that a spreadsheet reads it. */
export function csvValue(tal: Tal | undefined): string {
  return tal?.värde
    ? formatDecimal(tal.värde, tal.decimaler).replaceAll(NBSP, '').replace('\u2212', '-')
    : ''
}
