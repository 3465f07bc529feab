import type { Made } from '../pipeline.ts'
import { SJÄLVGRANSKNING } from '../selfreview.ts'
import type { Sources } from '../source.ts'
import type { PrintedPdf } from '../stages/8-pdf.ts'
import type { Json, ReportOutput } from '../stages/9-write.ts'
import type { Engine } from '../template/engine.ts'
import { summarize, withFindings } from './findings.ts'
import { toSökfil } from './searchtext.ts'

/** What stands in a report's folder, and what the manifest and the index say of it. */
export function toOutput(
  made: Made,
  files: ReadonlyMap<string, string>,
  pdf: PrintedPdf | undefined,
  självgranskning: string | undefined,
  sources: Sources,
  engine: Engine
): ReportOutput {
  const { mapp, rapport } = made
  const beslutad = rapport?.status === 'beslutad'
  const found = beslutad ? [] : made.diagnostics.sorted()
  const pdfnamn = `${mapp.enhet}-${mapp.namn}.pdf`
  const entry: Record<string, Json> = {
    titel: rapport?.titel ?? mapp.namn,
    dokumenttyp: rapport?.dokumenttyp ?? '',
    period: rapport?.period ?? '',
    status: rapport?.status ?? '',
    exempel: made.organisation?.exempel ?? false,
    organisation: made.organisation?.namn ?? mapp.organisation,
    enhet: made.enhet ?? mapp.enhet,
    granskning: summarize(found) ?? null,
    självgranskning: självgranskning !== undefined,
    sök: true,
    pdf: pdf ? { fil: pdfnamn, bytes: pdf.bytes.length, sidor: pdf.pages } : null
  }
  const all = new Map<string, string | Uint8Array>(files)
  if (pdf) all.set(pdfnamn, pdf.bytes)
  const page = files.get('index.html') ?? ''
  all.set(
    'index.html',
    withFindings(pdf ? page : withoutPdfLink(page, pdfnamn), found, sources, engine)
  )
  if (självgranskning !== undefined) all.set(SJÄLVGRANSKNING, självgranskning)
  all.set('sok.js', toSökfil(mapp.id, page))
  return { path: mapp.id, files: all, entry }
}

/** A page made to link to a PDF that then couldn't be printed must not lead nowhere. */
function withoutPdfLink(html: string, pdfnamn: string): string {
  return html.replace(`<li><a href="${pdfnamn}">Ladda ner som pdf</a></li>`, '')
}
