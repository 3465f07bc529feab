import { attach, packAttachments } from './attachments.ts'
import type { Attachment } from './attachments.ts'
import { audit } from './audit.ts'
import type { Finding } from './audit.ts'
import { compress } from './compress.ts'
import { mendEdges } from './edges.ts'
import type { PdfFile } from './file.ts'
import { union } from './geometry.ts'
import type { Box } from './geometry.ts'
import { describeLinks } from './links.ts'
import { authorOf, createXmp } from './metadata.ts'
import type { About } from './metadata.ts'
import { markArtifacts } from './marks.ts'
import { mendOutline } from './outline.ts'
import type { PageFacts, PlacedFigure } from './page-facts.ts'
import { retag } from './retag.ts'
import { readSheets } from './sheets.ts'
import { srgbProfile } from './srgb.ts'
import { contents, readStructure } from './structure.ts'
import type { Element } from './structure.ts'
import { writeStructure } from './structure-objects.ts'
import { asDict, asText, dict, Indirect, Name, PdfString, Stream, textString } from './values.ts'
import { writePdf } from './writer.ts'

/** A report as the browser printed it, with what the finishing needs to know of it. */
export interface PrintedRaw {
  readonly file: PdfFile
  /** The report's own date, `2022-03-01`; stands in the file as its time of creation. */
  readonly date: string
  /** Wanted halfway. */
  readonly facts: PageFacts | Promise<PageFacts>
  readonly about?: About | undefined
  readonly attachments?: readonly Attachment[] | undefined
  /** Figures that must be found in the file. */
  readonly placed?: readonly PlacedFigure[] | undefined
}

/** A finished file with what is wrong in it; one with findings isn't to be published. */
export interface Finished {
  readonly bytes: Uint8Array
  readonly findings: readonly Finding[]
}

/**
 * What is done to the browser's file before it is written: tags, artifacts, descriptions, metadata
 * and attachments, so that it is PDF/UA-1 and PDF/A, and so that the same page gives the same bytes.
 * The objects of `file` are changed.
 */
export async function finish(raw: PrintedRaw): Promise<Finished> {
  const { file, date, about } = raw
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new RangeError(`not a date: ${date}`)
  const packing = packAttachments(raw.attachments ?? [])
  const sheets = readSheets(file)
  const structure = readStructure(file)
  retag(structure.top, sheets)
  const facts = await raw.facts
  mendEdges(structure.top, sheets, facts)

  // Compressed in other threads while this one writes the tags.
  const streams = sheets.streams.map(async ({ object, source, survey, dropped, inserted }) => {
    const marked = markArtifacts(source, survey, dropped, inserted)
    const data = await compress(Buffer.from(marked, 'latin1'))
    const entries = new Map(asDict(object)).set('Filter', Name.of('FlateDecode'))
    object.value = new Stream(entries, data)
  })

  const textOf = (node: Element) => spoken(node, (content) => sheets.mark(content)?.text ?? '')
  describeLinks(structure.top, facts.links, textOf)
  const { root, objects } = writeStructure(structure, sheets.pages, (node) => {
    let box: Box | undefined
    const pages = new Set<Indirect>()
    for (const content of contents(node.kids)) {
      pages.add(content.page)
      box = union(box, sheets.boxOf(content))
    }
    return pages.size === 1 ? box : undefined
  })
  const { catalog } = file
  mendOutline(catalog.get('Outlines'), structure.bySource, objects, textOf)
  catalog.set('StructTreeRoot', root)
  const info = describe(file, date, about, (raw.attachments ?? []).length > 0)
  attach(catalog, await packing, pdfDate(date))
  const findings = audit(structure.top, sheets, facts, raw.placed ?? [])
  await Promise.all(streams)
  return { bytes: await writePdf(file.trailer.get('Root') as Indirect, info), findings }
}

/** An element's text as it is read out, without notes and soft hyphens. */
function spoken(
  node: Element,
  textOf: (content: Parameters<Parameters<typeof contentText>[1]>[0]) => string
): string {
  return contentText(node, textOf).replaceAll('\u00AD', '')
}

function contentText(
  node: Element,
  textOf: (content: ReturnType<typeof contents> extends Generator<infer C> ? C : never) => string
): string {
  let text = ''
  for (const kid of node.kids) {
    if (kid.kind === 'content') text += textOf(kid)
    else if (kid.kind === 'element' && kid.type !== 'Reference') text += contentText(kid, textOf)
  }
  return text
}

/** Catalogue entries, metadata and colours; gives the document's info. */
function describe(
  file: PdfFile,
  date: string,
  about: About | undefined,
  attached: boolean
): Indirect {
  const { catalog } = file
  const old = asDict(file.trailer.get('Info'))
  const title = asText(old?.get('Title')) ?? ''
  const producer = asText(old?.get('Producer')) ?? 'Skia/PDF'
  const xmp = createXmp(title, date, producer, about, { part: attached ? 3 : 2 })
  catalog.set(
    'Metadata',
    new Indirect(
      new Stream(
        dict({ Type: Name.of('Metadata'), Subtype: Name.of('XML') }),
        Buffer.from(xmp, 'utf8')
      )
    )
  )
  if (!catalog.has('Lang')) catalog.set('Lang', textString('sv'))
  catalog.set('MarkInfo', dict({ Marked: true }))
  catalog.set('ViewerPreferences', dict({ DisplayDocTitle: true }))
  catalog.set('OutputIntents', [
    dict({
      Type: Name.of('OutputIntent'),
      S: Name.of('GTS_PDFA1'),
      OutputConditionIdentifier: textString('sRGB'),
      Info: textString('sRGB IEC61966-2.1'),
      DestOutputProfile: new Indirect(new Stream(dict({ N: 3 }), srgbProfile()))
    })
  ])
  return new Indirect(
    dict({
      Title: textString(title),
      Author: about && textString(authorOf(about)),
      Creator: textString(about?.program ?? 'Tertial'),
      Producer: textString(producer),
      CreationDate: pdfDate(date),
      ModDate: pdfDate(date)
    })
  )
}

function pdfDate(date: string): PdfString {
  return new PdfString(`(D:${date.replaceAll('-', '')}000000Z)`)
}
