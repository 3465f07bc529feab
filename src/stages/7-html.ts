import { createHash } from 'node:crypto'
import type { Diagnostics } from '../diagnostic.ts'
import { periodInWords, type Period } from '../domain/period.ts'
import type { Modell } from '../domain/modell.ts'
import * as messages from '../messages.ts'
import type { DokumentmallRecord } from '../schema/dokumentmall.ts'
import type { RapportRecord } from '../schema/organisation.ts'
import type { Sources, Span } from '../source.ts'
import { alignDecimals } from '../template/align.ts'
import { readCaptions } from '../template/captions.ts'
import { missingGlyphs } from '../template/coverage.ts'
import type { Engine } from '../template/engine.ts'
import { Html } from '../template/figure.ts'
import { fontFaces, fontFiles, fontsFor, type FontFile } from '../template/fonts.ts'
import { källtext, ledgerAsJson } from '../template/ledger.ts'
import { follows } from '../template/length.ts'
import { logotypVy, type Logotyp } from '../template/logo.ts'
import { toPaper } from '../template/paper.ts'
import { createPageStyle, createTheme } from '../template/theme.ts'
import { utkastStyle } from '../template/utkast.ts'
import type { FörteckningVy, RapportVy } from '../template/views.ts'
import { formatDatum, SAKNAS } from '../text/swedish.ts'
import type { Composed } from './6-compose.ts'

/** An organisation's logotype and typefaces. */
export interface Temafiler {
  readonly logotyp: Logotyp | null
  readonly typsnitt: readonly FontFile[]
  /** Custom properties that name the typefaces. */
  readonly css: string
  /** Where a colour is chosen, for messages. */
  plats(nyckel: string): Span | undefined
}

/** The theme's own files, read once. */
export interface Tema {
  readonly css: string
  readonly skript: string
}

export interface Document {
  readonly rapport: RapportRecord
  readonly period: Period
  readonly modell: Modell
  readonly composed: Composed
  readonly mall: DokumentmallRecord
  /** `arsrapport`, the document template's slug. */
  readonly mallnamn: string
  readonly tema: Tema
  readonly engine: Engine
  readonly sources: Sources
  /** File name of the PDF beside the page, or null where none is made. */
  readonly pdf: string | null
  /** What the organisation's theme brings along besides colours. */
  readonly temafiler: Temafiler
}

/** A finished report but for its PDF. */
export interface Finished {
  /** Page, ledger and tables by their path in the report's folder. */
  readonly files: ReadonlyMap<string, string>
  /** The page to print: the same, with fonts to be put in and what isn't printed left out. */
  print(dataUri: (file: FontFile) => string): Promise<string>
  readonly fonts: readonly FontFile[]
}

const TYPSNITT = '/*typsnitt*/'
const STATUS = {
  utkast: 'Utkast',
  klar: 'Klar',
  granskad: 'Granskad',
  beslutad: 'Beslutad'
} as const

/**
 * Chapters → a complete document, once its charts are drawn. The same document is page and print:
 * what reviewers see is what is printed. Undefined when a template has faults.
 */
export async function toHtml(
  document: Document,
  diagnostics: Diagnostics
): Promise<Finished | undefined> {
  const { composed, rapport, modell, engine, sources } = document
  const { organisation, enhet } = modell
  const datum = rapport.datum === undefined ? null : (formatDatum(rapport.datum) ?? null)
  const svgs = await drawn(composed, diagnostics)
  const tema = createTheme(organisation.tema)
  const { temafiler } = document
  for (const { nyckel, message } of tema.messages) diagnostics.add(message, temafiler.plats(nyckel))
  const löpande = (rapport.nysida ?? document.mall.nysida) === 'nej'
  const följer = löpande
    ? []
    : follows(composed.avsnitt.map(({ html, bilaga }) => ({ html: html.toHTML(), bilaga })))
  const kapitel = löpande
    ? []
    : composed.avsnitt.map(({ id, nr, rubrik, bilaga }, i) => ({
        id,
        rubrik: nr ? `${bilaga ? 'Bilaga ' : ''}${nr}  ${rubrik}` : rubrik,
        följer: följer[i] ?? false
      }))
  const sidstil = createPageStyle({
    vänster: `${rapport.titel} – ${enhet.kortnamn}`,
    höger: enhet.kortnamn === enhet.namn ? organisation.namn : enhet.namn,
    fot:
      organisation.exempel === undefined
        ? null
        : (organisation.sidfot ?? 'Exempel på publicerade siffror, text skriven för exemplet'),
    kapitel
  })
  const utkast = rapport.status !== 'beslutad'
  const vy: RapportVy = {
    titel: rapport.titel,
    dokumenttyp: document.mall.dokumenttyp,
    ingress: rapport.ingress ?? null,
    löpande,
    organisation: {
      namn: organisation.namn,
      kortnamn: organisation.kortnamn,
      värdar: enhet.värdar
    },
    enhet: { namn: enhet.namn, kortnamn: enhet.kortnamn },
    omslag: organisation.tema.omslag,
    logotyp: temafiler.logotyp && logotypVy(temafiler.logotyp, organisation.tema.omslag),
    period: periodInWords(document.period),
    år: String(document.period.år),
    diarienummer: rapport.diarienummer ?? null,
    datum,
    status: { ord: STATUS[rapport.status], utkast },
    ansvarig: rapport.ansvarig ?? null,
    till: rapport.till ?? [],
    ortOchDatum: placeAndDate(rapport.ort, datum),
    underskrifter: (rapport.underskrifter ?? []).map(({ namn, titel }) => ({
      namn,
      titel: titel ?? null
    })),
    exempel: organisation.exempel ?? null,
    innehåll: composed.innehåll,
    förteckningar: förteckningar(rapport, composed),
    avsnitt: composed.avsnitt.map((a, i) => ({ ...a, följer: följer[i] ?? false })),
    källor: composed.bok.poster.map(({ nr, text, tal }) => ({
      nr,
      text,
      namn: tal.namn,
      period: tal.period,
      // A count of nothing rests on no place.
      källa: källtext(tal, sources) || SAKNAS,
      formel: tal.källa.slag === 'formel' ? tal.källa.formel : null,
      ursprung: tal.ursprung ?? null
    })),
    pdf: document.pdf,
    indexHref: '../../../index.html',
    stil: new Html(
      [
        TYPSNITT,
        document.tema.css,
        tema.css,
        temafiler.css,
        sidstil,
        ...(utkast ? [utkastStyle(kapitel.length)] : [])
      ].join('\n')
    ),
    skript: new Html(document.tema.skript),
    skriptHash: createHash('sha256').update(document.tema.skript).digest('base64')
  }
  const rendered = engine.render(`dokument/${document.mallnamn}`, vy, { miljö: composed.miljö })
  if (rendered === undefined) return undefined
  const html = alignDecimals(rendered).replace(
    /\uE000diagram-(\d+)\uE000/g,
    (_, i: string) => svgs[Number(i)] ?? ''
  )
  markPrinted(composed, svgs)

  const text = plainText(html)
  checkGlyphs(text, composed, document, diagnostics)
  const fonts = fontsFor(text, html.includes('<pre'), [...temafiler.typsnitt, ...fontFiles])
  const files = new Map<string, string>()
  files.set(
    'index.html',
    html.replace(TYPSNITT, () => fontFaces((file) => `../../../typsnitt/${file}`, fonts))
  )
  files.set(
    'tal.json',
    `${JSON.stringify({ rapport: rapport.titel, period: document.period.id, tal: ledgerAsJson(composed.bok, sources) }, null, 1)}\n`
  )
  for (const { id, kolumner, rader } of composed.tabeller)
    files.set(`data/${id}.csv`, csv([kolumner, ...rader]))
  return {
    files,
    fonts,
    async print(dataUri) {
      // Loaded for what is printed alone: the patterns take longer to read than a check takes.
      const { hyphenate } = await import('../template/hyphenate.ts')
      return hyphenate(toPaper(html)).replace(TYPSNITT, () =>
        fontFaces((name) => dataUri(fonts.find((file) => file.file === name) as FontFile), fonts)
      )
    }
  }
}

/** The lists that the report asks for, of what its chapters hold. */
function förteckningar(
  { förteckningar: wanted = [] }: RapportRecord,
  { avsnitt }: Composed
): FörteckningVy[] {
  const texter = avsnitt.flatMap(({ html }) => readCaptions(html.toHTML()))
  return (['tabeller', 'diagram'] as const).flatMap((rubrik) => {
    const slag = rubrik === 'tabeller' ? 'tabell' : 'diagram'
    const poster = texter
      .filter((post) => post.slag === slag)
      .map(({ ankare, nr, text }) => ({ id: ankare, nr, text }))
    return wanted.includes(rubrik) && poster.length > 0
      ? [{ rubrik: rubrik === 'tabeller' ? 'Tabeller' : 'Diagram', poster }]
      : []
  })
}

function placeAndDate(ort: string | undefined, datum: string | null): string | null {
  if (ort === undefined) return datum
  return datum === null ? ort : `${ort} den ${datum}`
}

/** The drawings in order; what couldn't be drawn is reported at the place that asked for it. */
async function drawn(composed: Composed, diagnostics: Diagnostics): Promise<string[]> {
  return Promise.all(
    composed.diagram.map(async ({ bild, span }) => {
      const result = await bild
      if (!('fel' in result)) return result.svg + (result.smal ?? '')
      diagnostics.add(messages.diagramfel(result.fel), span)
      return ''
    })
  )
}

/** A chart's data table isn't printed, but its values may be drawn in it: those are in the PDF too. */
function markPrinted(composed: Composed, svgs: readonly string[]): void {
  const texter = new Map(composed.diagram.map(({ id }, i) => [id, svgTexts(svgs[i] ?? '')]))
  for (const post of composed.bok.poster) {
    const drawnTexts = post.plats.diagram === undefined ? undefined : texter.get(post.plats.diagram)
    if (drawnTexts?.has(post.text)) post.endastHtml = false
  }
}

/** Texts in a drawing, whole and by word group, since a label may hold name and value. */
function svgTexts(svg: string): Set<string> {
  const found = new Set<string>()
  for (const [, text = ''] of svg.matchAll(/<(?:text|tspan)[^>]*>([^<]*)</g)) {
    found.add(text)
    for (const part of text.split(' ')) found.add(part)
  }
  return found
}

function plainText(html: string): string {
  return html
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp|#x?[0-9a-f]+);/gi, ' ')
}

/** A sign in none of the fonts would be a box in print; its first place in the sources is told. */
function checkGlyphs(
  text: string,
  { miljö }: Composed,
  { sources }: Document,
  diagnostics: Diagnostics
): void {
  const seen = new Set<string>()
  for (const { tecken } of missingGlyphs(text)) {
    if (seen.has(tecken)) continue
    seen.add(tecken)
    const source = [...sources.values()].find(
      (s) =>
        !s.path.startsWith('templates/tema') &&
        s.text.includes(tecken) &&
        /\.(md|ya?ml|csv|hbs)$/.test(s.path) &&
        (s.path.startsWith('templates/') ||
          s.path.includes(`/${miljö.modell.enhet.id}/`) ||
          s.path.split('/').length === 3)
    )
    const start = source?.text.indexOf(tecken) ?? 0
    diagnostics.add(
      messages.saknadGlyf(tecken),
      source && { file: source.path, start, end: start + tecken.length }
    )
  }
}

/** Semicolons, decimal comma and a byte order mark: what Swedish spreadsheets open right. */
function csv(rows: readonly (readonly string[])[]): string {
  const quote = (value: string) =>
    /[;"\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
  // A cell that begins like a formula is text for the spreadsheet, unless it is a number.
  const safe = (value: string) => (/^[=+@\t]|^-(?![\d])/.test(value) ? `'${value}` : value)
  return `\uFEFF${rows.map((row) => row.map((value) => quote(safe(value))).join(';')).join('\r\n')}\r\n`
}
