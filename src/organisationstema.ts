import { createHash } from 'node:crypto'
import type { Diagnostics } from './diagnostic.ts'
import type { Organisation } from './domain/organisation.ts'
import type { Logotypval, Typsnittsval } from './domain/organisation.ts'
import type { Effects } from './effects.ts'
import type { OrganisationRecord } from './schema/organisation.ts'
import type { Post } from './schema/read.ts'
import type { Span } from './source.ts'
import type { Temafiler } from './stages/7-html.ts'
import { readFontFacts, type Typsnittsfakta } from './template/font-facts.ts'
import { ALLT, packageFaces, type FontFile } from './template/fonts.ts'
import { readLogo, type Logotyp } from './template/logo.ts'
import * as messages from './template/theme-messages.ts'
import { slug } from './text/slug.ts'

/** What an organisation's theme brings along besides colours, read and tried. */
export interface Tema extends Temafiler {
  /** Changes when any of the files does. */
  readonly nyckel: string
}

/** Of an organisation that has none, or whose data couldn't be read. */
export const INGET_TEMA: Tema = {
  logotyp: null,
  typsnitt: [],
  css: '',
  nyckel: '',
  plats: () => undefined
}

const STÖRSTA_TYPSNITT = 600_000
/** What stands first in templates/tema/tertial.css, and its mean width of a letter: see font-facts.ts. */
const STANDARD = {
  rubriker: {
    variabel: '--sans',
    efter: "'Source Sans 3','Tertial Tecken',sans-serif",
    bredd: 0.42
  },
  text: {
    variabel: '--serif',
    efter: "'Source Serif 4','Source Sans 3','Tertial Tecken',serif",
    bredd: 0.476
  }
} as const

/** Reads an organisation's logotype and typefaces; what can't be used is told at its place. */
export async function loadTemafiler(
  root: string,
  organisation: Organisation,
  post: Post<OrganisationRecord>,
  diagnostics: Diagnostics,
  effects: Effects
): Promise<Tema> {
  const plats = (...path: string[]) => post.located.spanOf(['organisation', 'tema', ...path])
  const shop: Shop = { root, mapp: `data/${organisation.id}`, effects, diagnostics, hash: [] }
  const { logotyp, typsnitt } = organisation.tema
  const css: string[] = []
  const files: FontFile[] = []
  for (const roll of ['rubriker', 'text'] as const) {
    const val = typsnitt[roll]
    if (!val) continue
    const own = await loadTypsnitt(val, roll, shop, (...path) => plats('typsnitt', roll, ...path))
    if (own.length === 0) continue
    files.push(...own)
    const { variabel, efter } = STANDARD[roll]
    css.push(`${variabel}:'${own[0]?.family ?? ''}',${efter}`)
  }
  return {
    logotyp: logotyp
      ? await loadLogotyp(logotyp, shop, (...path) => plats('logotyp', ...path))
      : null,
    typsnitt: files,
    css: css.length > 0 ? `:root{${css.join(';')}}` : '',
    nyckel: shop.hash.join(' '),
    plats: (nyckel) => plats(nyckel)
  }
}

interface Shop {
  readonly root: string
  /** The organisation's folder: nothing outside it is read. */
  readonly mapp: string
  readonly effects: Effects
  readonly diagnostics: Diagnostics
  readonly hash: string[]
}

type Plats = (...path: string[]) => Span | undefined

async function loadLogotyp(val: Logotypval, shop: Shop, plats: Plats): Promise<Logotyp | null> {
  const read = async (nyckel: 'fil' | 'negativ'): Promise<string | null> => {
    const fil = val[nyckel]
    if (fil === undefined) return null
    const bytes = await readInside(fil, shop, plats(nyckel))
    if (!bytes) return null
    const logo = readLogo(fil, bytes)
    if ('src' in logo) return logo.src
    shop.diagnostics.add(logo.fel, plats(nyckel))
    return null
  }
  const [src, negativ] = [await read('fil'), await read('negativ')]
  return src === null ? null : { src, negativ, alt: val.alt }
}

/** A typeface's faces, once it is known to do; empty where it doesn't, which is told. */
async function loadTypsnitt(
  val: Typsnittsval,
  roll: keyof typeof STANDARD,
  shop: Shop,
  plats: Plats
): Promise<FontFile[]> {
  const faces =
    val.filer.length === 0
      ? await installed(val.namn, shop, plats())
      : await ownFaces(val, shop, plats)
  const done: FontFile[] = []
  for (const { face, fakta, span } of faces) {
    if (face.style === 'normal' && fakta.saknar !== '') {
      shop.diagnostics.add(messages.typsnittSaknarTecken(val.namn, fakta.saknar), span)
      return []
    }
    if (roll === 'rubriker' && face.style === 'normal' && !fakta.tabellsiffror) {
      shop.diagnostics.add(messages.typsnittUtanTabellsiffror(val.namn), span)
      return []
    }
    const adjust = `${Math.round((STANDARD[roll].bredd / fakta.bredd) * 1000) / 10}%`
    done.push({ ...face, adjust })
  }
  // Bold letters and italics are as much smaller as the upright ones, so that lines stay even.
  const upright = done.find(({ weight, style }) => weight === 400 && style === 'normal')
  return done.map((face) => ({ ...face, adjust: upright?.adjust }))
}

interface Prövat {
  readonly face: FontFile
  readonly fakta: Typsnittsfakta
  readonly span: Span | undefined
}

/** A family of an installed `@fontsource` package: only files without variable axes are in those. */
async function installed(
  namn: string,
  { root, effects, diagnostics, hash }: Shop,
  span: Span | undefined
): Promise<Prövat[]> {
  const id = slug(namn.replace(/^@fontsource(-variable)?\//, ''))
  if (/variable/i.test(namn)) {
    diagnostics.add(messages.typsnittVariabelt(namn), span)
    return []
  }
  const read = (path: string): Promise<Uint8Array | undefined> =>
    Promise.resolve()
      .then(() => effects.files.readFile(effects.packageFile(path)))
      .catch(() => undefined)
  const faces = packageFaces(id, namn)
  const bytes = await read(`@fontsource/${id}/files/${id}-latin-400-normal.woff2`)
  const fakta = bytes && (await factsOf(bytes, effects, hash))
  if (!fakta) {
    const finns = (await effects.files.list(`${root}/node_modules/@fontsource`)).map(({ name }) =>
      name.replace(/(^|-)\w/g, (part) => part.replace('-', ' ').toUpperCase())
    )
    diagnostics.add(messages.typsnittInteInstallerat(namn, `@fontsource/${id}`, finns), span)
    return []
  }
  return faces.map((face) => ({ face, fakta, span }))
}

async function ownFaces(val: Typsnittsval, shop: Shop, plats: Plats): Promise<Prövat[]> {
  const { diagnostics, effects, hash, mapp } = shop
  const faces: Prövat[] = []
  for (const { fil, vikt, kursiv } of val.filer) {
    const nyckel = [vikt === 600 ? 'halvfet' : '', kursiv ? 'kursiv' : ''].filter(Boolean).join(' ')
    const span = plats(nyckel === '' ? 'normal' : nyckel)
    const bytes = await readInside(fil, shop, span)
    if (!bytes) return []
    const fakta = /\.(woff2?|ttf|otf)$/i.test(fil) ? await factsOf(bytes, effects, hash) : undefined
    if (!fakta) diagnostics.add(messages.typsnittGårInteAttLäsa(fil), span)
    else if (fakta.variabelt) diagnostics.add(messages.typsnittVariabelt(fil), span)
    else if (bytes.length > STÖRSTA_TYPSNITT)
      diagnostics.add(messages.typsnittFörStort(fil, bytes.length, STÖRSTA_TYPSNITT), span)
    else {
      const face: FontFile = {
        file: `${slug(mapp)}-${slug(fil.replace(/\.\w+$/, ''))}${/\.\w+$/.exec(fil)?.[0] ?? ''}`,
        from: { path: `${mapp}/${fil}` },
        family: val.namn.replace(/["'\\<>]/g, ''),
        weight: vikt,
        style: kursiv ? 'italic' : 'normal',
        range: ALLT
      }
      faces.push({ face, fakta, span })
      continue
    }
    return []
  }
  return faces
}

/** Reading a font takes longer than all else with it, and it never changes: what was seen is kept. */
async function factsOf(
  bytes: Uint8Array,
  { cache }: Effects,
  hash: string[]
): Promise<Typsnittsfakta | undefined> {
  const sha = createHash('sha256').update(bytes).digest('hex')
  hash.push(sha)
  const kept = await cache?.get(`typsnitt-${sha}`)
  if (kept !== undefined) return JSON.parse(kept) as Typsnittsfakta
  const fakta = await readFontFacts(bytes)
  if (fakta) await cache?.set(`typsnitt-${sha}`, JSON.stringify(fakta))
  return fakta
}

/** A file in the organisation's folder; undefined where it isn't, which is told. */
async function readInside(
  fil: string,
  { root, mapp, effects: { files }, diagnostics, hash }: Shop,
  span: Span | undefined
): Promise<Uint8Array | undefined> {
  const path = `${root}/${mapp}/${fil}`
  if (/^[/\\]|(^|[/\\])\.\.([/\\]|$)|^\w:/.test(fil)) {
    diagnostics.add(messages.temafilUtanför(fil), span)
    return undefined
  }
  if (!(await files.exists(path))) {
    const folder = fil.replace(/[^/]*$/, '')
    const finns = (await files.list(`${root}/${mapp}/${folder}`.replace(/\/$/, '')))
      .filter(({ isDirectory }) => !isDirectory)
      .map(({ name }) => folder + name)
    diagnostics.add(messages.temafilSaknas(fil, mapp, finns), span)
    return undefined
  }
  const [real, inside] = [await files.realPath(path), await files.realPath(`${root}/${mapp}`)]
  if (!real.startsWith(`${inside}/`)) {
    diagnostics.add(messages.temafilUtanför(fil), span)
    return undefined
  }
  const bytes = await files.readFile(path)
  hash.push(createHash('sha256').update(bytes).digest('hex'))
  return bytes
}
