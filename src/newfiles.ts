import { avsnittId } from './model/avsnitt.ts'
import { periodInWords, type Period } from './domain/period.ts'
import type { ÖppenPost } from './newopen.ts'
import { krävs } from './domain/krav.ts'
import type { DokumentmallRecord } from './schema/dokumentmall.ts'
import type { RapportRecord } from './schema/organisation.ts'

/** A report of the same kind from an earlier period, with its sections' texts by file name. */
export interface Föregångare {
  /** Folder name: `2025-arsrapport`. */
  readonly namn: string
  readonly rapport: RapportRecord
  readonly period: Period
  readonly texter: ReadonlyMap<string, string>
}

/** A file to be made: its name in the report's folder and what it starts with. */
export interface NyFil {
  readonly namn: string
  readonly text: string
}

/** rapport.yaml and one file a section: the template's, in the order and with the headings of last time. */
export function composeFiles(
  mall: DokumentmallRecord,
  period: Period,
  före: Föregångare | undefined,
  öppna: readonly ÖppenPost[] = []
): NyFil[] {
  const avsnitt = composeAvsnitt(mall, före).map((a) => ({ ...a, text: withÖppna(a.text, öppna) }))
  return [
    { namn: 'rapport.yaml', text: rapportYaml(mall, period, avsnitt, före) },
    ...avsnitt.map(({ namn, text }) => ({ namn, text }))
  ]
}

interface NyttAvsnitt extends NyFil {
  readonly id: string
  readonly ägare: string | undefined
}

function composeAvsnitt(mall: DokumentmallRecord, före: Föregångare | undefined): NyttAvsnitt[] {
  const mallens = mall.avsnitt ?? []
  const ägare = (id: string) =>
    före?.rapport.avsnitt?.find((a) => a.id === id)?.ägare ??
    mallens.find((a) => a.id === id)?.ägare
  const kvar = [...(före?.texter ?? [])].map(([namn, text]): NyttAvsnitt => {
    const id = avsnittId(namn)
    const egen = mallens.find((a) => a.id === id)
    return {
      id,
      namn,
      ägare: ägare(id),
      text: sectionText(
        heading(text) ?? egen?.rubrik ?? id,
        egen?.vägledning ?? `Skriv avsnittet. Förra gången stod det i ${före?.namn ?? ''}/${namn}.`,
        subheadings(text)
      )
    }
  })
  const tagna = new Set(kvar.map(({ namn }) => Number(/^(\d+)-/.exec(namn)?.[1] ?? 0)))
  const nya = mallens.flatMap((a, i): NyttAvsnitt[] => {
    // What last time's report did without is left out this time too, unless it is required.
    if (kvar.some(({ id }) => id === a.id) || (före && !krävs(a, före.rapport.lagstadgad ?? false)))
      return []
    let nummer = (i + 1) * 10
    while (tagna.has(nummer)) nummer++
    tagna.add(nummer)
    return [
      {
        id: a.id,
        namn: `${nummer}-${a.id}.md`,
        ägare: ägare(a.id),
        text: sectionText(a.rubrik, a.vägledning ?? 'Skriv avsnittet.', [])
      }
    ]
  })
  return [...kvar, ...nya].toSorted((a, b) => order(a.namn) - order(b.namn))
}

const order = (namn: string): number => Number(/^(\d+)-/.exec(namn)?.[1] ?? Infinity)

function sectionText(rubrik: string, vägledning: string, under: readonly string[]): string {
  // Two hyphens would end the comment before its time.
  const safe = vägledning.replace(/--+>?/g, '–').trim()
  return [`# ${rubrik}`, `<!-- Vägledning: ${safe} -->`, ...under.map((u) => `## ${u}`)]
    .join('\n\n')
    .concat('\n')
}

/** What the last report left undone, in the guidance of the section that takes it up. */
function withÖppna(text: string, öppna: readonly ÖppenPost[]): string {
  const egna = öppna.filter(({ hjälpare }) => text.includes(`{{${hjälpare}`))
  if (egna.length === 0) return text
  const lista = egna.map(({ text: vad, sedan }) => `- ${vad} (${sedan})`).join('\n')
  return text.replace(
    ' -->',
    () =>
      `\n\nAtt komma tillbaka till, ur förra rapporteringen:\n${lista.replace(/--+>?/g, '–')}\n-->`
  )
}

/** Text outside fenced code, where `#` is no heading. */
const withoutCode = (text: string): string => text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '')

function heading(text: string): string | undefined {
  return /^#[ \t]+(.+?)[ \t#]*$/m.exec(withoutCode(text))?.[1]
}

function subheadings(text: string): string[] {
  return [...withoutCode(text).matchAll(/^##[ \t]+(.+?)[ \t#]*$/gm)].map((match) => match[1] ?? '')
}

function rapportYaml(
  mall: DokumentmallRecord,
  period: Period,
  avsnitt: readonly NyttAvsnitt[],
  före: Föregångare | undefined
): string {
  const { rapport } = före ?? {}
  const ansvariga = [rapport?.ansvariga ?? []].flat()
  return [
    'rapport:',
    `  dokumenttyp: ${scalar(mall.dokumenttyp)}`,
    `  titel: ${scalar(titel(mall, period, före))}`,
    '  # ingress: En eller två meningar till omslaget',
    `  period: ${period.id}`,
    '  status: utkast',
    ...(rapport?.lagstadgad ? ['  lagstadgad: ja'] : []),
    ...(rapport?.nysida ? [`  nysida: ${rapport.nysida}`] : []),
    '  # diarienummer: RS 2026/0001',
    '  # datum: 2026-02-14',
    rapport?.ansvarig === undefined
      ? '  # ansvarig: Namn, titel'
      : `  ansvarig: ${scalar(rapport.ansvarig)}`,
    ...letterLines(rapport),
    ...(ansvariga.length > 0
      ? ['  ansvariga:', ...ansvariga.map((namn) => `    - ${scalar(namn)}`)]
      : []),
    ...(avsnitt.length > 0 ? ['  avsnitt:'] : []),
    ...avsnitt.flatMap(({ id, ägare }) => [
      `    - id: ${id}`,
      ...(ägare === undefined ? [] : [`      ägare: ${scalar(ägare)}`]),
      '      status: utkast'
    ]),
    ''
  ].join('\n')
}

/** Whom a letter goes to and who signs it, as last time. */
function letterLines(rapport: RapportRecord | undefined): string[] {
  const { till = [], ort, underskrifter = [] } = rapport ?? {}
  return [
    ...(till.length > 0 ? ['  till:', ...till.map((namn) => `    - ${scalar(namn)}`)] : []),
    ...(ort === undefined ? [] : [`  ort: ${scalar(ort)}`]),
    ...(underskrifter.length > 0 ? ['  underskrifter:'] : []),
    ...underskrifter.flatMap(({ namn, titel }) => [
      `    - namn: ${scalar(namn)}`,
      ...(titel === undefined ? [] : [`      titel: ${scalar(titel)}`])
    ])
  ]
}

/** Last time's title with the new period in it, else the document type and the period. */
function titel(mall: DokumentmallRecord, period: Period, före: Föregångare | undefined): string {
  const gammal = före?.rapport.titel
  if (gammal !== undefined && före) {
    if (gammal.includes(före.period.id)) return gammal.replaceAll(före.period.id, period.id)
    const samma = före.period.id.slice(4) === period.id.slice(4)
    if (samma && gammal.includes(String(före.period.år)))
      return gammal.replaceAll(String(före.period.år), String(period.år))
  }
  const typ = mall.dokumenttyp.charAt(0).toUpperCase() + mall.dokumenttyp.slice(1)
  return `${typ} ${period.slag === 'år' ? period.år : periodInWords(period)}`
}

/** A text as a YAML value, in quotes where it could be read as something else. */
function scalar(text: string): string {
  const plain = /^[\p{L}\d][^\n\t]*$/u.test(text) && !/: |:$| #/.test(text) && text === text.trim()
  return plain ? text : JSON.stringify(text)
}
