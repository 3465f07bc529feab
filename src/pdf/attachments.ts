import { compress } from './compress.ts'
import { dict, Indirect, Name, PdfString, Stream, textString } from './values.ts'
import type { Dict, PdfValue } from './values.ts'

/** A file that rides in the PDF. */
export interface Attachment {
  /** Shown and saved as; no two alike. */
  readonly name: string
  readonly description: string
  /** `text/csv` and the like. */
  readonly mime: string
  readonly bytes: Uint8Array
  /** What it is to the report: what it was made from, or its figures as data. */
  readonly relationship: 'Source' | 'Data'
}

/** An attachment with its bytes compressed. */
export interface PackedAttachment extends Attachment {
  readonly packed: Uint8Array
}

/** Compresses attachments beside other work, in order of name. */
export function packAttachments(attachments: readonly Attachment[]): Promise<PackedAttachment[]> {
  return Promise.all(
    attachments
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(async (attachment) => ({ ...attachment, packed: await compress(attachment.bytes) }))
  )
}

/** Puts the files in the catalogue: in the list that viewers show, and as files of the document. */
export function attach(
  catalog: Dict,
  attachments: readonly PackedAttachment[],
  stamp: PdfString
): void {
  if (attachments.length === 0) return
  const names: PdfValue[] = []
  const files: PdfValue[] = []
  for (const { name, description, mime, bytes, relationship, packed } of attachments) {
    const stream = new Stream(
      dict({
        Type: Name.of('EmbeddedFile'),
        Subtype: Name.of(mime),
        Filter: Name.of('FlateDecode'),
        Params: dict({ Size: bytes.length, ModDate: stamp })
      }),
      packed
    )
    const file = new Indirect(stream)
    const specification = new Indirect(
      dict({
        Type: Name.of('Filespec'),
        F: textString(name),
        UF: textString(name),
        Desc: textString(description),
        AFRelationship: Name.of(relationship),
        EF: dict({ F: file, UF: file })
      })
    )
    names.push(textString(name), specification)
    files.push(specification)
  }
  catalog.set('Names', dict({ EmbeddedFiles: new Indirect(dict({ Names: names })) }))
  catalog.set('AF', files)
}
