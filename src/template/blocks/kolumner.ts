import { menade } from '../../messages.ts'
import type { Span } from '../../source.ts'
import { SAKNAS } from '../../text/swedish.ts'
import { listArg, type Anrop } from '../arguments.ts'
import { report, type Miljö } from '../environment.ts'
import type { CellVy, Innehåll } from '../views.ts'
import { cell, frameOf, head, renderTabell, rowHead } from './block.ts'

/** A column of a table with one row for each post: as text for CSV, as HTML where that is more. */
export interface Kolumn<T> {
  readonly namn: string
  readonly text: (post: T) => string | undefined
  readonly html?: (post: T) => Innehåll | undefined
  /** The column that names its row. */
  readonly huvud?: boolean
  readonly numerisk?: boolean
  /** Stands though no post fills it. */
  readonly alltid?: boolean
}

/** Posts that belong together, with what they share in a first cell over all their rows. */
export interface Grupp<T> {
  readonly rubrik?: string
  readonly poster: readonly T[]
}

/**
 * The columns to print: those that the call asks for with `kolumner="…"`, in that order, else the
 * usual ones that at least one post fills. A name that isn't known is reported.
 */
export function chooseKolumner<T>(
  anrop: Anrop,
  kända: readonly Kolumn<T>[],
  vanliga: readonly string[],
  poster: readonly T[],
  miljö: Miljö
): Kolumn<T>[] | undefined {
  const begärda = listArg(anrop, 'kolumner')
  if (begärda.length === 0)
    return kända.filter(
      (k) => vanliga.includes(k.namn) && (k.huvud || k.alltid || poster.some((p) => k.text(p)))
    )
  const found = begärda.map((namn) =>
    kända.find((k) => k.namn.toLowerCase() === namn.toLowerCase())
  )
  const okänd = begärda.find((_, i) => !found[i])
  if (okänd === undefined) return found as Kolumn<T>[]
  const hint = menade(
    okänd,
    kända.map((k) => k.namn)
  )
  return report(
    miljö,
    {
      rule: 'argument-finns',
      severity: 'error',
      text: `Okänd kolumn "${okänd}" i "${anrop.namn}".`,
      ...(hint === undefined ? {} : { hint })
    },
    anrop.hash.get('kolumner')?.span ?? anrop.span
  )
}

/** A numbered table of posts by columns; `grupprubrik` heads the first column where groups have headings. */
export function renderKolumner<T>(
  spec: {
    readonly id: string
    readonly rubrik: string
    readonly kolumner: readonly Kolumn<T>[]
    readonly grupper: readonly Grupp<T>[]
    readonly grupprubrik?: string | undefined
    readonly tom: string
    /** Where in data a post comes from. */
    spanOf(post: T): Span
    readonly noter?: readonly string[]
  },
  anrop: Anrop,
  miljö: Miljö
): string | undefined {
  const { kolumner, grupprubrik } = spec
  const grupper = spec.grupper.filter(({ poster }) => poster.length > 0)
  const frame = frameOf(anrop, miljö, spec.id, spec.rubrik)
  const { avsnitt } = miljö.plats
  const radnamn = (post: T) => kolumner.find((k) => k.huvud)?.text(post) ?? ''
  const row = (post: T): CellVy[] =>
    kolumner.map((kolumn) => {
      miljö.plats = { avsnitt, tabell: frame.id, rad: radnamn(post), kolumn: kolumn.namn }
      const innehåll = kolumn.html?.(post) ?? (kolumn.text(post) || SAKNAS)
      const options = { numerisk: kolumn.numerisk ?? false }
      return kolumn.huvud ? rowHead(innehåll, options) : cell(innehåll, options)
    })
  const bredd = kolumner.length + (grupprubrik ? 1 : 0)
  const vyer = grupper.map(({ rubrik, poster }) => ({
    summa: false,
    rader: poster.map((post, i) => {
      const första =
        grupprubrik && i === 0
          ? [rowHead(rubrik || SAKNAS, { scope: 'rowgroup', rowspan: poster.length })]
          : []
      return { slag: 'rad' as const, celler: [...första, ...row(post)], span: spec.spanOf(post) }
    })
  }))
  miljö.plats = { avsnitt }
  return renderTabell(
    {
      ...frame,
      enhet: null,
      slag: 'text',
      huvud: [
        [
          ...(grupprubrik ? [head(grupprubrik)] : []),
          ...kolumner.map((k) => head(k.namn, k.numerisk))
        ]
      ],
      grupper: vyer.length
        ? vyer
        : [
            {
              summa: false,
              rader: [{ slag: 'rad', celler: [rowHead(spec.tom, { colspan: bredd })] }]
            }
          ],
      noter: [...(spec.noter ?? []), ...frame.noter]
    },
    {
      kolumner: [...(grupprubrik ? [grupprubrik] : []), ...kolumner.map((k) => k.namn)],
      rader: grupper.flatMap(({ rubrik, poster }) =>
        poster.map((post) => [
          ...(grupprubrik ? [rubrik ?? ''] : []),
          ...kolumner.map((k) => k.text(post) ?? '')
        ])
      )
    },
    miljö
  )
}
