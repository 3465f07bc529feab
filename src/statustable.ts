import type { Fynd, Rapportläge } from './status.ts'
import { formatAntal } from './text/swedish.ts'

type Cell = string | number

/** Reports' states as text: an aligned table for each unit, and under each report what it lacks. */
export function formatLägen(
  lägen: readonly Rapportläge[],
  options: { readonly colour?: boolean } = {}
): string {
  const bold = (text: string) => (options.colour ? `\u001b[1m${text}\u001b[0m` : text)
  const units = Map.groupBy(lägen, ({ organisation, enhet }) => `${organisation}, ${enhet}`)
  const blocks = [...units].map(([namn, rapporter]) =>
    [bold(namn), ...formatUnit(rapporter).map((line) => `  ${line}`)].join('\n')
  )
  return `${blocks.join('\n\n')}\n\n${summary(lägen)}`
}

function formatUnit(lägen: readonly Rapportläge[]): string[] {
  const rows = align(
    [
      ['Rapport', 'Status', 'Klara avsnitt', 'Fel', 'Varningar', 'Råd'],
      ...lägen.map((läge): Cell[] => [
        läge.rapport.split('/').at(-1) ?? läge.rapport,
        läge.status ?? 'okänd',
        `${finished(läge)} av ${läge.avsnitt.length}`,
        läge.fel,
        läge.varningar,
        läge.råd
      ])
    ],
    2
  )
  const [head = '', ...rest] = rows
  return [head, ...rest.flatMap((row, i) => [row, ...formatBrister(lägen[i] as Rapportläge)])]
}

function finished({ avsnitt }: Rapportläge): number {
  return avsnitt.filter(({ status }) => status !== 'utkast' && status !== 'saknas').length
}

/** Rules whose findings are told as what the report lacks. */
const SAGDA: ReadonlySet<string> = new Set([
  'avsnitt-finns',
  'avsnitt-foljer-rapporten',
  'data-finns',
  'inget-att-komplettera',
  'vagledning-ersatt'
])

/** Advice is counted, not listed: it keeps no report from being decided. */
const hindrar = ({ nivå, regel }: Fynd): boolean => nivå !== 'råd' && !SAGDA.has(regel)

function formatBrister({ saknas, fynd }: Rapportläge): string[] {
  const rader = [
    ...saknas,
    ...fynd.filter(hindrar).map((f) => ({ ...f, vad: `${f.nivå}: ${f.vad}` }))
  ]
  return align(
    rader.map(({ vad, ägare, fil, rad }) => [
      `– ${vad}`,
      ägare ?? 'ingen ägare',
      fil === null ? '' : `${fil.split('/').at(-1) ?? fil}${rad === null ? '' : `:${rad}`}`
    ]),
    2
  ).map((line) => `    ${line}`)
}

/** Columns as wide as their widest cell; numbers to the right. */
function align(rows: readonly (readonly Cell[])[], gap: number): string[] {
  const first = rows[0] ?? []
  const widths = first.map((_, i) =>
    Math.max(...rows.map((row) => [...String(row[i] ?? '')].length))
  )
  const numeric = first.map((_, i) => rows.some((row) => typeof row[i] === 'number'))
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const space = ' '.repeat((widths[i] ?? 0) - [...String(cell)].length)
        return numeric[i] ? `${space}${cell}` : `${cell}${space}`
      })
      .join(' '.repeat(gap))
      .trimEnd()
  )
}

function summary(lägen: readonly Rapportläge[]): string {
  const öppna = lägen.filter(({ status }) => status !== 'beslutad').length
  const saknas = lägen.reduce((sum, läge) => sum + läge.saknas.length, 0)
  return `${formatAntal(lägen.length, 'rapport', 'rapporter')}, ${formatAntal(öppna, 'inte beslutad', 'inte beslutade')}. ${
    saknas === 0 ? 'Inget saknas.' : `${formatAntal(saknas, 'sak', 'saker')} återstår.`
  }`
}
