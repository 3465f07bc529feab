import type { Diagrambild, Diagramdata, Diagramfel, Diagrammall } from '../chart/types.ts'
import type { Diagnostics } from '../diagnostic.ts'
import type { Modell } from '../domain/modell.ts'
import type { Period } from '../domain/period.ts'
import type { Räknare } from '../domain/rakna.ts'
import type { RenderedHeading } from '../markdown/context.ts'
import { checkAnchors, checkImages } from '../markdown/resolve.ts'
import { markFirst, type Placer } from '../markdown/places.ts'
import { parseMarkdown, renderMarkdown } from '../markdown/processor.ts'
import type { MarkdownTree } from '../markdown/tree.ts'
import * as messages from '../messages.ts'
import { recall, type Minne } from '../minne.ts'
import { dataVisasInte, saknadData } from '../model/messages-plan.ts'
import { krävs } from '../domain/krav.ts'
import type { DokumentmallRecord } from '../schema/dokumentmall.ts'
import type { Source, Sources, Span } from '../source.ts'
import { missingData, unshownData } from '../template/datakrav.ts'
import { blocken } from '../template/blocks/index.ts'
import { evaluateUttryck, readAnrop } from '../template/call.ts'
import type { Engine } from '../template/engine.ts'
import type { Handboksunderlag, Miljö, Mål, Tabelldata } from '../template/environment.ts'
import { Talbok, type Bokpost } from '../template/ledger.ts'
import { readTables } from '../template/tabledata.ts'
import { parseUttryck, type Uttryck } from '../template/uttryck.ts'
import type { KapitelVy, RubrikVy } from '../template/views.ts'
import { Html } from '../template/figure.ts'
import { headingCounter } from '../text/heading-counter.ts'
import { slug } from '../text/slug.ts'

/** What a report is composed from. */
export interface Composition {
  readonly räknare: Räknare
  readonly period: Period
  /** Markdown files in order. */
  readonly texter: readonly Source[]
  /** Images of the report's folder by name, as data URIs. */
  readonly bilder: ReadonlyMap<string, string>
  readonly mall: DokumentmallRecord
  /** Whether it is the report that the law asks of a kommun or region. */
  readonly lagstadgad: boolean
  readonly engine: Engine
  /** Null for a template with faults, which are told where they stand. */
  readonly diagrammallar: ReadonlyMap<string, Diagrammall | null>
  readonly sources: Sources
  readonly minne?: Minne | undefined
  readonly handbok: Handboksunderlag
  /** Names places on the page, for somebody who will go from there to the sources. */
  readonly place?: Placer | undefined
  draw(mall: Diagrammall, data: Diagramdata, id: string): Promise<Diagrambild | Diagramfel>
}

/** A report's chapters as HTML, with all that was printed in them. Charts come when they are drawn. */
export interface Composed {
  readonly miljö: Miljö
  readonly avsnitt: readonly KapitelVy[]
  readonly innehåll: readonly RubrikVy[]
  readonly bok: Talbok
  readonly tabeller: readonly Tabelldata[]
  readonly diagram: readonly Diagramväntan[]
  /** The sections as parsed, with what each call printed, for rules about text. */
  readonly texter: readonly Text[]
  /** True once a template couldn't print something: the fault stands with the templates. */
  ofullständig(): boolean
}

/** A section's parsed Markdown; `utskrifter` by the calls' place among its values. */
export interface Text {
  readonly tree: MarkdownTree
  readonly id: string
  readonly nr: string
  readonly bilaga: boolean
  readonly utskrifter: readonly (Utskrift | undefined)[]
}

/** What a call printed, and the figures in it. */
export interface Utskrift {
  readonly html: string
  readonly block: boolean
  readonly poster: readonly Bokpost[]
}

/** A chart under way: `markör` stands in the HTML until `bild` is there. */
export interface Diagramväntan {
  readonly id: string
  readonly markör: string
  readonly span: Span | undefined
  readonly bild: Promise<Diagrambild | Diagramfel>
}

/** Ids of the page's own parts, in the templates: not for chapters, headings or tables. */
const SIDANS =
  'text kallor kallor-rubrik kallruta visa-kallor granskningslista granskningsrubrik'.split(' ')

interface Kapitel {
  readonly tree: MarkdownTree
  readonly id: string
  readonly nr: string
  readonly bilaga: boolean
  readonly uttryck: readonly (Uttryck | undefined)[]
}

/**
 * Markdown, templates and figures → chapters as HTML. First everything that is numbered gets its
 * number, so that a reference may point forwards; then values are filled into the parsed text.
 */
export function compose(input: Composition, diagnostics: Diagnostics): Composed {
  const { mall, engine } = input
  const kapitel = readKapitel(input, diagnostics)
  const { modell } = input.räknare
  checkKrav(kapitel, input, diagnostics)
  const { hänvisningar, block, valda } = number(kapitel, mall.numrering ?? 2, modell)
  const bok = new Talbok()
  const tabeller: Tabelldata[] = []
  const diagram: Diagramväntan[] = []
  const ids = new Set([...SIDANS, ...kapitel.map((k) => k.id), ...valda])
  let current: Span | undefined
  let ofullständig = false

  const miljö: Miljö = {
    modell: input.räknare.modell,
    räknare: input.räknare,
    period: input.period,
    sources: input.sources,
    diagnostics,
    bok,
    plats: { avsnitt: '' },
    place: input.place,
    diagrammallar: input.diagrammallar,
    tabeller,
    hänvisningar,
    handbok: input.handbok,
    drawDiagram(diagrammall, data, id) {
      // A private-use letter can't come from data: readers refuse nothing, but fonts have none.
      const markör = `\uE000diagram-${diagram.length}\uE000`
      diagram.push({ id, markör, span: current, bild: input.draw(diagrammall, data, id) })
      return markör
    },
    render(namn, vy) {
      const html = engine.render(namn, vy, { miljö })
      ofullständig ||= html === undefined
      return html
    },
    numreraBlock: (span) => block.get(`${span.file}:${span.start}`)
  }

  const texter: Text[] = []
  const avsnitt: KapitelVy[] = []
  const innehåll: RubrikVy[] = []
  for (const k of kapitel) {
    miljö.plats = { avsnitt: k.id }
    const count = headingCounter(k.nr, mall.numrering ?? 2)
    const utskrifter: (Utskrift | undefined)[] = []
    texter.push({ tree: k.tree, id: k.id, nr: k.nr, bilaga: k.bilaga, utskrifter })
    const rendered = renderMarkdown(k.tree, {
      replace(value) {
        const uttryck = k.uttryck[value.nr]
        if (!uttryck) return undefined
        current = uttryck.span
        miljö.plats = { avsnitt: k.id }
        const before = bok.poster.length
        const utskrift = evaluateUttryck(uttryck, miljö)
        // The fault may stand in another unit's data, where it is told: this report isn't whole.
        ofullständig ||= utskrift === undefined
        utskrifter[value.nr] = utskrift && { ...utskrift, poster: bok.poster.slice(before) }
        return input.place && utskrift?.block
          ? { html: markFirst(utskrift.html, uttryck.span, input.place), block: true }
          : utskrift
      },
      headingOffset: 1,
      numberHeading: count,
      numberTable: (table) => block.get(`${table.span.file}:${table.span.start}`)?.nr ?? '',
      chapterId: k.id,
      ids,
      idPrefix: k.id,
      resolveImage: (image) => input.bilder.get(image.src),
      place: input.place,
      diagnostics
    })
    tabeller.push(...readTables(rendered.html, new Set(tabeller.map(({ id }) => id))))
    if (!rendered.rubrik)
      diagnostics.add(messages.saknadRubrik(), { file: k.tree.source.path, start: 0, end: 0 })
    checkImages(k.tree, new Set(input.bilder.keys()), diagnostics)
    const rubrik = rendered.rubrik?.text ?? k.id
    avsnitt.push({
      id: k.id,
      nr: k.nr,
      rubrik,
      bilaga: k.bilaga,
      html: new Html(rendered.html)
    })
    innehåll.push({
      id: k.id,
      nr: k.bilaga ? `Bilaga ${k.nr}` : k.nr,
      text: rubrik,
      underrubriker: contents(rendered.rubriker, mall.numrering ?? 2)
    })
  }
  const ankare = [...hänvisningar.values()].map((mål) => mål.ankare)
  checkAnchors(
    kapitel.map(({ tree }) => tree),
    new Set([...ids, ...ankare]),
    diagnostics
  )
  return {
    miljö,
    avsnitt,
    innehåll,
    bok,
    tabeller,
    diagram,
    texter,
    ofullständig: () => ofullständig
  }
}

function readKapitel(input: Composition, diagnostics: Diagnostics): Kapitel[] {
  let chapters = 0
  let appendices = 0
  const numbered = (input.mall.numrering ?? 2) > 0
  const taken = new Set(SIDANS)
  return input.texter.map((source) => {
    const { tree, uttryck } = recall(
      input.minne,
      `kapitel ${source.path}`,
      [source],
      diagnostics,
      (own) => readText(source, own)
    )
    const name = /([^/]*)\.md$/i.exec(source.path)?.[1] ?? ''
    const wanted = slug(name.replace(/^\d+-/, '')) || slug(name)
    let id = wanted
    for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`
    taken.add(id)
    const bilaga = tree.bilaga || /^bilaga(-|$)/.test(id)
    const nr = bilaga ? String.fromCharCode(65 + appendices++) : numbered ? String(++chapters) : ''
    return { tree, id, nr, bilaga, uttryck }
  })
}

/** A file as parsed, with its calls: all of a chapter that depends on its own text alone. */
function readText(source: Source, diagnostics: Diagnostics): Pick<Kapitel, 'tree' | 'uttryck'> {
  const tree = parseMarkdown(source, diagnostics)
  const uttryck = tree.values.map((value) => {
    const läst = parseUttryck(value.text, value.span.start, value.span.file)
    if ('uttryck' in läst) return läst.uttryck ?? undefined
    diagnostics.add(läst.fel, läst.span)
    return undefined
  })
  return { tree, uttryck }
}

/** Headings below a chapter for the contents: two levels, three where three are numbered. */
function contents(rubriker: readonly RenderedHeading[], levels: number): RubrikVy[] {
  const vy = (r: RenderedHeading, underrubriker: RubrikVy[]): RubrikVy => ({
    id: r.id,
    nr: r.nr ?? '',
    text: r.text,
    underrubriker
  })
  return rubriker.flatMap((rubrik, i) => {
    if (rubrik.nivå !== 2) return []
    const rest = rubriker.slice(i + 1)
    const end = rest.findIndex((r) => r.nivå === 2)
    const under = rest.slice(0, end < 0 ? undefined : end).filter((r) => r.nivå === 3)
    return [vy(rubrik, levels >= 3 ? under.map((r) => vy(r, [])) : [])]
  })
}

/** Sections and data that the document template requires, told with what to add and where. */
function checkKrav(
  kapitel: readonly Kapitel[],
  { mall, texter, lagstadgad, räknare: { modell } }: Composition,
  diagnostics: Diagnostics
): void {
  const place = texter[0] && { file: texter[0].path, start: 0, end: 0 }
  if (kapitel.length === 0) diagnostics.add(messages.ingaAvsnitt(), place)
  for (const [i, krav] of (mall.avsnitt ?? []).entries())
    if (krävs(krav, lagstadgad) && !kapitel.some((k) => k.id === krav.id))
      diagnostics.add(messages.saknatAvsnitt(krav.rubrik, `${(i + 1) * 10}-${krav.id}.md`), place)
  for (const { vad, hint } of missingData(modell, mall.data ?? [], lagstadgad))
    diagnostics.add(saknadData(vad, mall.dokumenttyp, hint), place)
  const alla = kapitel.flatMap(({ uttryck }) => uttryck)
  for (const { vad, anrop } of unshownData(modell, mall.data ?? [], lagstadgad, alla))
    diagnostics.add(dataVisasInte(vad, mall.dokumenttyp, anrop), place)
}

/**
 * Numbers for tables, charts, chapters and headings with an id, in the order they stand; `valda`
 * are the anchors chosen here, which no heading may take.
 */
function number(
  kapitel: readonly Kapitel[],
  levels: number,
  modell: Modell
): { hänvisningar: Map<string, Mål>; block: Map<string, Mål>; valda: Set<string> } {
  const hänvisningar = new Map<string, Mål>()
  const block = new Map<string, Mål>()
  const valda = new Set<string>()
  const through = { tabell: 0, diagram: 0 }
  // Ids that writers give stand; tables and charts step aside for them.
  const anchors = new Set([
    ...SIDANS,
    ...kapitel.flatMap((k) => [k.id, ...k.tree.headings.flatMap(({ id }) => id ?? [])])
  ])
  for (const k of kapitel) {
    hänvisningar.set(k.id, { slag: k.bilaga ? 'bilaga' : 'avsnitt', nr: k.nr, ankare: k.id })
    // What an appendix holds is numbered within it: tabell A1.
    const counts = k.bilaga ? { tabell: 0, diagram: 0 } : through
    const count = headingCounter(k.nr, levels)
    for (const heading of k.tree.headings) {
      if (heading.nivå < 2) continue
      const nr = count(heading.nivå)
      if (heading.id && nr)
        hänvisningar.set(heading.id, { slag: 'avsnitt', nr, ankare: heading.id })
    }
    const things = [
      ...k.uttryck.flatMap((uttryck) => {
        const numrerad = uttryck && blocken[uttryck.namn]?.numrerad(readAnrop(uttryck), modell)
        return uttryck && numrerad ? [{ span: uttryck.span, ...numrerad, given: undefined }] : []
      }),
      ...k.tree.tables.map((table) => ({
        span: table.span,
        slag: 'tabell' as const,
        id: table.id,
        given: table.id
      }))
    ].toSorted((a, b) => a.span.start - b.span.start)
    for (const { span, slag, id, given } of things) {
      const nr = `${k.bilaga ? k.nr : ''}${++counts[slag]}`
      let ankare = given ?? (slug(id) || `${slag}-${nr.toLowerCase()}`)
      while (!given && anchors.has(ankare)) ankare = `${slag}-${ankare}`
      anchors.add(ankare)
      if (!given) valda.add(ankare)
      const mål: Mål = { slag, nr, ankare }
      block.set(`${span.file}:${span.start}`, mål)
      // The first of two with one id is what a reference means.
      if (!hänvisningar.has(id)) hänvisningar.set(id, mål)
    }
  }
  return { hänvisningar, block, valda }
}
