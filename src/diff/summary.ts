import type { Utfall, Ändring } from './compare.ts'
import type { Jämförelse, Rapportskillnad } from './diff.ts'
import type { Talgrupp } from './figures.ts'
import type { Radskillnad, Tabellskillnad } from './rows.ts'
import type { Del } from './text.ts'
import { felrubrik, sammanfatta, sammanfattaRapport } from './view.ts'

/** Found again by the recipes that keep one comment up to date. */
export const MÄRKE = '<!-- tertial-diff -->'
/** As much of each kind as a reader of a comment has patience for; the page has the rest. */
const MOST = {
  rapporter: 12,
  tal: 15,
  bedömningar: 12,
  ändringar: 12,
  rader: 5,
  fel: 8,
  tecken: 220
}
/** Comments may hold 65 536 characters; what comes after this many is left to the page. */
const LONGEST = 60_000

/** The comparison in short, for a comment on a pull request. */
export function toMarkdown(jämförelse: Jämförelse): string {
  const { gammal, ny, rapporter, oförändrade, nyaMallar } = jämförelse
  const named = ({ namn, detalj }: Jämförelse['gammal']) =>
    `${escape(namn)}${detalj === null ? '' : ` (${escape(detalj)})`}`
  const parts = [
    MÄRKE,
    `## Skillnader i rapporterna`,
    `Från ${named(gammal)} till ${named(ny)}. ${sammanfatta(rapporter, oförändrade)}`,
    ...(nyaMallar ? ['Den gamla sidan är gjord med dagens mallar.'] : []),
    ...rapporter.slice(0, MOST.rapporter).map(rapportText),
    ...rest(rapporter.length - MOST.rapporter, 'rapport', 'rapporter')
  ]
  let text = ''
  for (const part of parts) {
    if (text.length + part.length > LONGEST) return `${text}Resten står på sidan med skillnader.\n`
    text += `${part}\n\n`
  }
  return `${text.trimEnd()}\n`
}

function rapportText(one: Rapportskillnad): string {
  const { titel, enhet, fel, tal, sida } = one
  const ändringar = sida.kapitel.flatMap(({ rubrik, utfall, ändringar: inside }) => [
    ...(utfall === null || utfall === 'ändrad'
      ? []
      : [`- ${NEUTRUM[utfall]} avsnitt: ${escape(rubrik)}`]),
    ...inside.map((each) => `- ${escape(place(rubrik, each))}: ${changeText(each)}`)
  ])
  const bedömningar = sida.bedömningar.map(
    ({ namn, före, efter }) => `- ${escape(namn)}: ~~${escape(före)}~~ **${escape(efter)}**`
  )
  return [
    `### ${escape(titel)}, ${escape(enhet)}`,
    '',
    sammanfattaRapport(one),
    ...fel.flatMap(({ sida: side, jämförd, fel: poster }) => [
      '',
      `**${felrubrik(side, jämförd)}**`,
      '',
      ...poster.slice(0, MOST.fel).map(({ plats, text }) => `- \`${plats}\` ${escape(text)}`),
      ...rest(poster.length - MOST.fel, 'fel', 'fel')
    ]),
    ...talText(tal),
    ...section('Bedömningar', bedömningar, MOST.bedömningar, 'bedömning', 'bedömningar'),
    ...section('Text, tabeller och diagram', ändringar, MOST.ändringar, 'ändring', 'ändringar')
  ].join('\n')
}

function talText(groups: readonly Talgrupp[]): string[] {
  const rows = groups.flatMap(({ rötter, följder, orsak }) => [
    ...(orsak === null ? [] : [`| *${escape(orsak)}* | | | |`]),
    ...rötter.map((one) => row(one, '')),
    ...följder.map((one) => row(one, '↳ '))
  ])
  if (rows.length === 0) return []
  return [
    '',
    '| Uppgift | Före | Efter | Skillnad |',
    '| --- | --: | --: | --: |',
    ...rows.slice(0, MOST.tal),
    ...(rows.length > MOST.tal ? [`| … och ${rows.length - MOST.tal} till | | | |`] : [])
  ]
}

function row(
  one: { namn: string; period: string; före: string; efter: string; skillnad: string },
  mark: string
): string {
  const cells = [`${mark}${one.namn}, ${one.period}`, one.före, one.efter, one.skillnad]
  return `| ${cells.map(escape).join(' | ')} |`
}

function section(
  rubrik: string,
  lines: readonly string[],
  most: number,
  en: string,
  flera: string
): string[] {
  if (lines.length === 0) return []
  return ['', `**${rubrik}**`, '', ...lines.slice(0, most), ...rest(lines.length - most, en, flera)]
}

const rest = (n: number, en: string, flera: string): string[] =>
  n > 0 ? [`… och ${n} ${n === 1 ? en : flera} till`] : []

function place(kapitel: string, { under }: Ändring): string {
  return under.length > 1 ? under.join(' › ') : kapitel
}

const NEUTRUM = {
  ny: 'nytt',
  borttagen: 'borttaget',
  flyttad: 'flyttat',
  ändrad: 'ändrat'
} as const

function changeText(ändring: Ändring): string {
  switch (ändring.slag) {
    case 'text':
      return ändring.utfall === 'flyttad'
        ? `flyttat: ${cut(escape(ändring.delar[0]?.text ?? ''))}`
        : delText(ändring.delar)
    case 'diagram':
      return `diagrammet ”${escape(ändring.rubrik)}” ${NEUTRUM[ändring.utfall]}`
    case 'tabell':
      return tableText(ändring.rubrik, ändring.utfall, ändring.tabell)
  }
}

function tableText(rubrik: string, utfall: Utfall, tabell: Tabellskillnad | null): string {
  const name = `tabellen ”${escape(rubrik)}” ${utfall}`
  if (utfall !== 'ändrad' || !tabell) return name
  const columns = tabell.kolumner.map(({ delar }) => delar)
  const only = (slag: Del['slag']) =>
    columns.flatMap((delar) =>
      delar.length > 0 && delar.every((del) => del.slag === slag) ? [delar[0]?.text ?? ''] : []
    )
  const [nya, gone] = [only('nytt'), only('bort')]
  const rows = tabell.rader
    .filter((rad) => rad.utfall !== 'grupp')
    .flatMap((rad) => radText(rad, columns) ?? [])
  return [
    name,
    ...(nya.length > 0 ? [`ny kolumn ${nya.map((text) => `**${escape(text)}**`).join(', ')}`] : []),
    ...(gone.length > 0
      ? [`borttagen kolumn ${gone.map((text) => `~~${escape(text)}~~`).join(', ')}`]
      : []),
    ...rows.slice(0, MOST.rader),
    ...rest(rows.length - MOST.rader, 'rad', 'rader')
  ].join('; ')
}

/** What changed in the columns that both sides have. */
function radText(
  { utfall, namn, celler }: Radskillnad,
  columns: readonly (readonly Del[])[]
): string | undefined {
  if (utfall === 'ny') return `ny rad **${escape(namn)}**`
  if (utfall === 'borttagen') return `borttagen rad ~~${escape(namn)}~~`
  const changed = celler.flatMap(({ ändrad, delar }, i) => {
    const column = columns[i]?.at(-1)
    const both =
      !column || columns[i]?.some(({ slag }) => slag === 'lika') || columns[i]?.length === 2
    if (!ändrad || !both) return []
    return [`${column && i > 0 ? `${escape(column.text)} ` : ''}${delText(delar)}`]
  })
  return changed.length === 0 ? undefined : `${escape(namn)}: ${changed.join(', ')}`
}

/** A little of what stands around, and every change as far as there is room. */
function delText(delar: readonly Del[]): string {
  const shown = delar.map(({ slag, text, mellanrum }, i) => {
    const space = mellanrum && i > 0 ? ' ' : ''
    if (slag === 'bort') return `${space}~~${escape(cut(text))}~~`
    if (slag === 'nytt') return `${space}**${escape(cut(text))}**`
    const words = text.split(' ')
    if (words.length <= 8) return space + escape(text)
    const [head, tail] = [words.slice(0, 3).join(' '), words.slice(-3).join(' ')]
    if (i === 0) return escape(`… ${tail}`)
    return space + escape(i === delar.length - 1 ? `${head} …` : `${head} … ${tail}`)
  })
  return cut(shown.join(''), 4 * MOST.tecken)
}

function cut(text: string, most = MOST.tecken): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text
}

/** Text that is neither markup, a mention nor a reference in a comment, whatever a file says. */
function escape(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/#(?=\d)/g, '&#35;')
    .replace(/@/g, '&#64;')
}
