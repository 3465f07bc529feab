import type { Diagnostics } from '../diagnostic.ts'
import type { FileEffects } from '../effects.ts'
import * as messages from '../messages.ts'
import {
  avsnittUtanNummer,
  datafilLäsesInte,
  filLäsesInte,
  filPåFelPlats,
  sammaNummer
} from '../model/messages.ts'

/** A unit's data files, and those of the organisation it belongs to. */
export interface Enhetsmapp {
  /** `<organisation>/<enhet>` */
  readonly id: string
  readonly organisation: string
  readonly enhet: string
  readonly datafiler: readonly string[]
}

/** A report's folder. */
export interface Rapportmapp {
  /** Path below content/, the report's id on the command line. */
  readonly id: string
  readonly organisation: string
  readonly enhet: string
  /** `<period>-<dokumenttyp>` */
  readonly namn: string
  readonly rapportfil: string
  /** Markdown files in the order of their numbers. */
  readonly avsnitt: readonly string[]
}

/** What is in the project folder; paths from the root, with `/`. */
export interface Project {
  readonly organisationsfiler: ReadonlyMap<
    string,
    { readonly organisation: string; readonly styrmodell: string }
  >
  readonly enheter: ReadonlyMap<string, Enhetsmapp>
  readonly rapporter: readonly Rapportmapp[]
  readonly mallar: readonly string[]
  readonly diagrammallar: readonly string[]
  readonly temafiler: readonly string[]
}

/** Folder → Project. Looks at names alone; nothing is read. */
export async function discover(
  root: string,
  files: FileEffects,
  diagnostics: Diagnostics
): Promise<Project> {
  const list = async (path: string) =>
    (await files.list(`${root}/${path}`)).filter((entry) => !entry.name.startsWith('.'))
  const folders = async (path: string) =>
    (await list(path)).filter((entry) => entry.isDirectory).map((entry) => entry.name)
  const named = async (path: string, pattern: RegExp) =>
    (await list(path))
      .filter((entry) => !entry.isDirectory && pattern.test(entry.name))
      .map((entry) => `${path}/${entry.name}`)

  const organisationsfiler = new Map<string, { organisation: string; styrmodell: string }>()
  const enheter = new Map<string, Enhetsmapp>()
  for (const organisation of await folders('data')) {
    organisationsfiler.set(organisation, {
      organisation: `data/${organisation}/organisation.yaml`,
      styrmodell: `data/${organisation}/styrmodell.yaml`
    })
    for (const enhet of await folders(`data/${organisation}`)) {
      const id = `${organisation}/${enhet}`
      enheter.set(id, {
        id,
        organisation,
        enhet,
        datafiler: await named(`data/${id}`, /\.(ya?ml|csv)$/i)
      })
      for (const fil of await named(`data/${id}`, KALKYL)) diagnostics.add(datafilLäsesInte(fil))
    }
  }

  const rapporter: Rapportmapp[] = []
  const misplaced = async (path: string) => {
    for (const fil of await named(path, /^rapport\.ya?ml$/i)) diagnostics.add(filPåFelPlats(fil))
  }
  for (const organisation of await folders('content')) {
    await misplaced(`content/${organisation}`)
    for (const enhet of await folders(`content/${organisation}`)) {
      await misplaced(`content/${organisation}/${enhet}`)
      for (const namn of await folders(`content/${organisation}/${enhet}`)) {
        const id = `${organisation}/${enhet}/${namn}`
        const rapportfil = `content/${id}/rapport.yaml`
        const avsnitt = await named(`content/${id}`, /\.md$/i)
        if (await files.exists(`${root}/${rapportfil}`)) {
          for (const fil of await named(`content/${id}`, OLÄST)) diagnostics.add(filLäsesInte(fil))
          for (const fil of utanNummer(avsnitt)) diagnostics.add(avsnittUtanNummer(fil))
          for (const [fil, andra, nummer] of medSammaNummer(avsnitt))
            diagnostics.add(sammaNummer(fil, andra, nummer))
          rapporter.push({
            id,
            organisation,
            enhet,
            namn,
            rapportfil,
            avsnitt: avsnitt.toSorted(byNumber)
          })
        } else
          diagnostics.add(
            messages.saknadFil(
              rapportfil,
              'Varje rapport har en fil rapport.yaml med dokumenttyp, titel, period och status. Hör mappen inte till en rapport: flytta den från content/.'
            )
          )
      }
    }
  }
  const mallar = (
    await Promise.all(
      ['templates/sida', 'templates/dokument', 'templates/block'].map((path) =>
        named(path, /\.hbs$/)
      )
    )
  ).flat()
  return {
    organisationsfiler,
    enheter,
    rapporter,
    mallar,
    diagrammallar: await named('templates/diagram', /\.ya?ml$/),
    temafiler: await named('templates/tema', /\.(css|js)$/)
  }
}

/** Beside rapport.yaml, Markdown and pictures nothing in a report's folder is read. */
const OLÄST = /^(?!rapport\.ya?ml$|.*\.(?:md|png|jpe?g|svg|webp|gif)$)/i

/** Data that was saved as something else than it is read from. */
const KALKYL = /\.(xlsx?|xlsm|ods|tsv|txt|docx?)$/i

/** Files that fall last for want of a number, where the others have one. */
function utanNummer(avsnitt: readonly string[]): string[] {
  const utan = avsnitt.filter((path) => !/\/\d+-[^/]*$/.test(path))
  return utan.length < avsnitt.length ? utan : []
}

/** Pairs of files that begin with the same number. */
function medSammaNummer(avsnitt: readonly string[]): [string, string, string][] {
  const first = new Map<number, string>()
  return avsnitt.toSorted().flatMap((path): [string, string, string][] => {
    const nummer = /\/(\d+)-[^/]*$/.exec(path)?.[1]
    if (nummer === undefined) return []
    const före = first.get(Number(nummer))
    if (före === undefined) first.set(Number(nummer), path)
    return före === undefined ? [] : [[före, path.split('/').at(-1) ?? path, nummer]]
  })
}

/** `10-x` before `90-y` and both before files without a number. */
function byNumber(a: string, b: string): number {
  const number = (path: string) => Number(/\/(\d+)-[^/]*$/.exec(path)?.[1] ?? Infinity)
  const [x, y] = [number(a), number(b)]
  return x === y ? (a < b ? -1 : 1) : x - y
}
