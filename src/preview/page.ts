import { escapeHtml } from '../template/figure.ts'

/** What a page's script is told about where it stands. */
export interface Inställning {
  /** The report's id; null for pages that are no report's. */
  readonly rapport: string | null
  readonly version: number
  /** Known to pages that were served from here alone. */
  readonly nyckel: string
  /** The project's folder on this machine. */
  readonly rot: string
  readonly editor: string | null
}

/** A page as it is shown: what it is compared by, and what it is sent as. */
export interface Sida {
  readonly titel: string
  readonly klass: string
  readonly stil: string
  readonly skript: string
  readonly delar: readonly Del[]
}

/** A part of a page; a chapter is found again by its key, what stands between them is not. */
export interface Del {
  readonly nyckel: string | null
  readonly html: string
}

/** What differs between two versions of a page, for a script that has the first on screen. */
export interface Ändring {
  readonly titel?: string
  readonly klass?: string
  readonly stil?: string
  /** Chapters by key, or the whole body with null for key, as they were and as they are. */
  readonly delar: readonly { readonly nyckel: string | null; före: string; efter: string }[]
}

const CHAPTER = /(?=<section [^>]*?\b(?:data-kapitel|class="kallor")[^>]*>)/

/** Takes a finished page apart. */
export function readPage(html: string): Sida {
  const [, klass = '', inner = ''] =
    /<body(?: class="([^"]*)")?[^>]*>([\s\S]*)<\/body>/.exec(html) ?? []
  const body = inner.replace(/<script>[\s\S]*?<\/script>\s*$/, '')
  const skript = /<script>([\s\S]*?)<\/script>\s*$/.exec(inner)?.[1] ?? ''
  return {
    titel: /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '',
    klass,
    stil: /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '',
    skript,
    delar: body.split(CHAPTER).flatMap(readDel)
  }
}

/** A chapter, and what follows it up to the next. */
function readDel(html: string): Del[] {
  const key = /^<section [^>]*?\b(?:data-kapitel|id)="([^"]*)"/.exec(html)?.[1]
  if (key === undefined) return [{ nyckel: null, html }]
  const end = html.lastIndexOf('</section>') + '</section>'.length
  const section = html.slice(0, end)
  // A template of one's own may put chapters in each other.
  if (count(section, '<section') !== count(section, '</section>')) return [{ nyckel: null, html }]
  const rest = html.slice(end)
  return [{ nyckel: key, html: section }, ...(rest ? [{ nyckel: null, html: rest }] : [])]
}

const count = (text: string, part: string): number => text.split(part).length - 1

/** Undefined where the page must be loaded anew. */
export function comparePages(före: Sida, efter: Sida): Ändring | undefined {
  if (före.skript !== efter.skript) return undefined
  const alike =
    före.delar.length === efter.delar.length &&
    före.delar.every(({ nyckel, html }, i) => {
      const other = efter.delar[i]
      return other?.nyckel === nyckel && (nyckel !== null || other.html === html)
    })
  const whole = ({ delar }: Sida) => delar.map(({ html }) => html).join('')
  const delar = alike
    ? före.delar.flatMap(({ nyckel, html }, i) => {
        const now = efter.delar[i]?.html ?? ''
        return now === html ? [] : [{ nyckel, före: html, efter: now }]
      })
    : [{ nyckel: null, före: whole(före), efter: whole(efter) }]
  return {
    ...(före.titel === efter.titel ? {} : { titel: efter.titel }),
    ...(före.klass === efter.klass ? {} : { klass: efter.klass }),
    ...(före.stil === efter.stil ? {} : { stil: efter.stil }),
    delar
  }
}

/** The same page with the preview's own script and style, and without the policy that bars them. */
export function dressPage(html: string, inställning: Inställning): string {
  const told = escapeHtml(JSON.stringify(inställning))
  const head = `<meta name="tertial" content="${told}">
<link rel="stylesheet" href="/_tertial/klient.css">
<script type="module" src="/_tertial/klient.js"></script>
</head>`
  return html
    .replace(/<meta http-equiv="content-security-policy"[^>]*>\s*/, '')
    .replace('</head>', () => head)
}

/** What the page may do: its own script, found by its hash, and the preview's. */
export function policy(html: string): string {
  const hash = /script-src ('sha256-[^']*')/.exec(html)?.[1]?.replaceAll('&#x3D;', '=') ?? ''
  return `default-src 'none'; script-src 'self' ${hash}; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}
