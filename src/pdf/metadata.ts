import { createHash } from 'node:crypto'

/** What a report's file says of itself. */
export interface About {
  readonly organisation: string
  readonly enhet: string
  readonly diarienummer?: string | undefined
  /** As in the report: `2021-T2`. */
  readonly period: string
  readonly status: string
  /** The program and its version: `Tertial 0.1.0`. */
  readonly program: string
  /** The files it was made from, by path, with their SHA-256 in hexadecimal. */
  readonly underlag: readonly { readonly fil: string; readonly sha256: string }[]
}

/** Which standards the file says that it follows. */
export interface Conformance {
  /** PDF/A-2a, or 3a where files are attached; always PDF/UA-1 too. */
  readonly part: 2 | 3
}

const NAMESPACE = 'urn:tertial:rapport:1#'

/** Metadata as XMP, with the descriptions of what isn't in the standard's own schemas. */
export function createXmp(
  title: string,
  date: string,
  producer: string,
  about: About | undefined,
  { part }: Conformance
): string {
  const stamp = `${date}T00:00:00Z`
  const own = about ? ownProperties(about, date) : []
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
${about ? `<dc:creator><rdf:Seq><rdf:li>${escapeXml(authorOf(about))}</rdf:li></rdf:Seq></dc:creator>\n` : ''}<dc:language><rdf:Bag><rdf:li>sv</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${stamp}</xmp:CreateDate>
<xmp:ModifyDate>${stamp}</xmp:ModifyDate>
<xmp:CreatorTool>${escapeXml(about?.program ?? 'Tertial')}</xmp:CreatorTool>
<pdf:Producer>${escapeXml(producer)}</pdf:Producer>
<pdfaid:part>${part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
${own.length === 0 ? '' : `<rdf:Description rdf:about="" xmlns:tertial="${NAMESPACE}">\n${own.map(({ xml }) => xml).join('\n')}\n</rdf:Description>\n`}${extensions(own)}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

/** Who answers for the report, as the author of the file. */
export function authorOf({ organisation, enhet }: About): string {
  return enhet === organisation ? organisation : `${enhet}, ${organisation}`
}

interface Property {
  readonly name: string
  readonly type: string
  readonly description: string
  readonly xml: string
}

function ownProperties(about: About, date: string): Property[] {
  const plain = (name: string, description: string, value: string | undefined): Property[] =>
    value === undefined
      ? []
      : [
          {
            name,
            type: 'Text',
            description,
            xml: `<tertial:${name}>${escapeXml(value)}</tertial:${name}>`
          }
        ]
  const lines = about.underlag
    .map(({ fil, sha256 }) => `${sha256}  ${fil}`)
    .toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
  return [
    ...plain('organisation', 'Organisation that the report belongs to', about.organisation),
    ...plain('enhet', 'Unit that the report is about', about.enhet),
    ...plain('diarienummer', 'Number in the public register', about.diarienummer),
    ...plain('datum', 'Date of the report', date),
    ...plain('period', 'Period that the report covers', about.period),
    ...plain('status', 'Status of the report', about.status),
    ...(lines.length === 0
      ? []
      : [
          ...plain(
            'sha256',
            'SHA-256 of the list in underlag, each line ended by a line feed',
            createHash('sha256')
              .update(lines.map((line) => `${line}\n`).join(''))
              .digest('hex')
          ),
          {
            name: 'underlag',
            type: 'seq Text',
            description: 'Files that the report was made from, each with its SHA-256 first',
            xml: `<tertial:underlag><rdf:Seq>${lines.map((line) => `<rdf:li>${escapeXml(line)}</rdf:li>`).join('')}</rdf:Seq></tertial:underlag>`
          }
        ])
  ]
}

/** PDF/A wants every schema that isn't its own described in the file. */
function extensions(own: readonly Property[]): string {
  const ua: Property = {
    name: 'part',
    type: 'Integer',
    description: 'Part of PDF/UA that the file follows',
    xml: ''
  }
  const schemas =
    schema('http://www.aiim.org/pdfua/ns/id/', 'pdfuaid', 'PDF/UA identification', [ua]) +
    (own.length === 0 ? '' : schema(NAMESPACE, 'tertial', 'Tertial report', own))
  return `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>${schemas}</rdf:Bag></pdfaExtension:schemas></rdf:Description>\n`
}

function schema(
  uri: string,
  prefix: string,
  name: string,
  properties: readonly Property[]
): string {
  const items = properties.map(
    ({ name: property, type, description }) =>
      `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${property}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>${prefix === 'pdfuaid' ? 'internal' : 'external'}</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`
  )
  return `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${name}</pdfaSchema:schema><pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${items.join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]/g, '')
}
