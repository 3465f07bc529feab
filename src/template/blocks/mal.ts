import {
  bedömMål,
  bedömIndikator,
  indikatorerna,
  type BedömtMål,
  type Målbedömning
} from '../../domain/bedomning.ts'
import { gällandeMålvärde } from '../../domain/helarsmal.ts'
import type { Mål, Periodpost, Serie } from '../../domain/modell.ts'
import { yearsBefore } from '../../domain/period.ts'
import type { Tal } from '../../domain/tal.ts'
import { målgren } from '../../domain/uppdelning.ts'
import { formatDecimal, lowerFirst, SAKNAS, withUnit } from '../../text/swedish.ts'
import { textArg, type Anrop } from '../arguments.ts'
import type { Miljö } from '../environment.ts'
import { escapeHtml, figureHtml, Html } from '../figure.ts'
import { statusHtml, statusVy } from '../status.ts'
import { målvärdeCell, målvärdeText } from '../target.ts'
import type { CellVy, Innehåll, RadVy } from '../views.ts'
import { cell, frameOf, head, renderTabell, rowHead, TABELLHASH, type Block } from './block.ts'
import { reportOkäntMål } from './okant-mal.ts'

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `{{måltabell}}`: the goal tree, one column a level, with the assessment of each goal below the top. */
export const måltabell: Block = {
  signatur: { params: [], hash: { ...TABELLHASH, mål: 'text' } },
  numrerad: (anrop) => ({
    slag: 'tabell',
    id:
      textArg(anrop, 'id') ?? (textArg(anrop, 'mål') ? `mål-${textArg(anrop, 'mål')}` : 'måltabell')
  }),
  run(anrop, miljö) {
    const { modell, räknare, period } = miljö
    const rötter = selectMål(anrop, miljö)
    if (!rötter) return undefined
    const träden = rötter.map((mål) => bedömMål(räknare, mål, period))
    const djup = Math.max(1, ...träden.map(depth))
    const nivåer = modell.styrmodell.nivåer
      .slice(modell.styrmodell.nivåer.indexOf(rötter[0]?.nivå ?? ''))
      .slice(0, djup)
    const huvud = nivåer.flatMap((nivå, i) =>
      i === 0 && djup > 1 ? [head(upperFirst(nivå))] : [head(upperFirst(nivå)), head('Bedömning')]
    )
    const word = (mål: BedömtMål) => statusVy(mål.bedömning.gällande, modell.styrmodell)
    const data: string[][] = []

    const rowsOf = (träd: BedömtMål): RadVy[] => {
      const rader: RadVy[] = []
      const visit = (mål: BedömtMål, level: number, before: CellVy[], names: string[]): void => {
        const span = leaves(mål)
        const own = [
          rowHead(mål.mål.namn, {
            scope: span > 1 ? 'rowgroup' : 'row',
            rowspan: span > 1 ? span : null
          })
        ]
        const ownNames = [...names, mål.mål.namn]
        if (level > 0 || djup === 1) {
          own.push(
            cell(statusHtml(word(mål), miljö) ?? SAKNAS, { rowspan: span > 1 ? span : null })
          )
          ownNames.push(word(mål).ord)
        }
        const celler = [...before, ...own]
        if (mål.undermål.length === 0) {
          const fill = huvud.length - (level === 0 && djup > 1 ? 1 : djup > 1 ? 2 * level + 1 : 2)
          rader.push({
            slag: 'rad',
            span: mål.mål.span,
            celler: [...celler, ...Array.from({ length: fill }, () => cell(SAKNAS))]
          })
          data.push(ownNames)
          return
        }
        for (const [i, under] of mål.undermål.entries())
          visit(under, level + 1, i === 0 ? celler : [], ownNames)
      }
      visit(träd, 0, [], [])
      return rader
    }

    const frame = frameOf(anrop, miljö, 'maltabell', 'Måluppfyllelse')
    return renderTabell(
      {
        ...frame,
        enhet: null,
        slag: 'text',
        huvud: [huvud],
        grupper: träden.map((träd) => ({ summa: false, rader: rowsOf(träd) }))
      },
      { kolumner: huvud.map((h) => h.text), rader: data },
      miljö
    )
  }
}

/** `{{indikatortabell}}`: indicators under their top goal, outcome beside last year's and the target. */
export const indikatortabell: Block = {
  signatur: { params: [], hash: { ...TABELLHASH, mål: 'text' } },
  numrerad: (anrop) => ({
    slag: 'tabell',
    id:
      textArg(anrop, 'id') ??
      (textArg(anrop, 'mål') ? `indikatorer-${textArg(anrop, 'mål')}` : 'indikatortabell')
  }),
  run(anrop, miljö) {
    const { modell, räknare, period } = miljö
    const rötter = selectMål(anrop, miljö)
    if (!rötter) return undefined
    const före = yearsBefore(period)
    const huvud = [
      head('Indikator'),
      head(`Utfall ${period.id}`, true),
      head(`Utfall ${före.id}`, true),
      head('Målvärde'),
      head('Bedömning'),
      head('Kommentar')
    ]
    const avsnitt = miljö.plats.avsnitt
    const frame = frameOf(anrop, miljö, 'indikatortabell', 'Indikatorer')
    const data: string[][] = []

    const row = (serie: Serie): RadVy => {
      const bedömning = bedömIndikator(räknare, serie, period)
      const post = serie.perioder.get(period.id)
      const at = (kolumn: string) =>
        (miljö.plats = { avsnitt, tabell: frame.id, rad: serie.namn, kolumn })
      at('Utfall')
      const utfall = value(räknare.serietal(serie, 'utfall', period))
      const utfallHtml = withUnitCell(utfall, miljö)
      at('Utfall föregående år')
      const föregående = withUnitCell(value(räknare.serietal(serie, 'utfall', före)), miljö)
      at('Målvärde')
      const gällande = gällandeMålvärde(serie, period)?.målvärde
      const målvärde = gällande ? målvärdeCell(serie, gällande, period, miljö) : SAKNAS
      const ord = statusVy(bedömning.gällande, modell.styrmodell)
      const kommentar = comment(serie, bedömning, post, utfall)
      data.push([
        serie.namn,
        plain(utfall),
        plain(value(räknare.serietal(serie, 'utfall', före))),
        gällande ? målvärdeText(serie, gällande.text) : '',
        ord.ord,
        kommentar
      ])
      return {
        slag: 'rad',
        span: serie.span,
        celler: [
          rowHead(serie.namn),
          cell(utfallHtml, { numerisk: true }),
          cell(föregående, { numerisk: true }),
          cell(målvärde),
          cell(statusCell(bedömning, miljö)),
          cell(kommentar || SAKNAS)
        ]
      }
    }

    const grupper = rötter.flatMap((rot) => {
      const ids = new Set(målgren(rot).map((m) => m.id))
      const serier = indikatorerna(modell).filter(
        (serie) => serie.mål !== undefined && ids.has(serie.mål)
      )
      if (serier.length === 0) return []
      const rubrik: RadVy = {
        slag: 'rubrik',
        span: rot.span,
        celler: [rowHead(rot.namn, { scope: 'rowgroup', colspan: huvud.length })]
      }
      return [
        { summa: false, rader: [...(textArg(anrop, 'mål') ? [] : [rubrik]), ...serier.map(row)] }
      ]
    })
    const lösa = textArg(anrop, 'mål')
      ? []
      : indikatorerna(modell).filter((serie) => serie.mål === undefined)
    if (lösa.length) grupper.push({ summa: false, rader: lösa.map(row) })
    miljö.plats = { avsnitt }
    // A column of dashes tells nothing and takes room from the others.
    const kommenterat = data.length === 0 || data.some((rad) => rad.at(-1) !== '')
    const synlig = <T>(celler: readonly T[]) => (kommenterat ? celler : celler.slice(0, 5))
    const narrow = (c: CellVy): CellVy =>
      c.colspan === null ? c : { ...c, colspan: synlig(huvud).length }
    return renderTabell(
      {
        ...frame,
        enhet: null,
        slag: 'text',
        huvud: [synlig(huvud)],
        grupper: grupper.length
          ? grupper.map(({ rader, ...grupp }) => ({
              ...grupp,
              rader: rader.map((rad) => ({ ...rad, celler: synlig(rad.celler).map(narrow) }))
            }))
          : [
              {
                summa: false,
                rader: [
                  { slag: 'rad', celler: [rowHead('Inga indikatorer', { colspan: huvud.length })] }
                ]
              }
            ]
      },
      { kolumner: synlig(huvud).map((h) => h.text), rader: data.map(synlig) },
      miljö
    )
  }
}

/** `{{bedömningar}}`: persons' own assessments with their reasons, beside what was computed. */
export const bedömningar: Block = {
  signatur: { params: [], hash: {} },
  numrerad: () => null,
  run(_, miljö) {
    const { modell, räknare, period } = miljö
    const av = (namn: string, b: Målbedömning | BedömtMål['bedömning']) =>
      b.egen
        ? [
            {
              namn,
              gällande: statusVy(b.gällande, modell.styrmodell),
              beräknad: b.beräknad ? statusVy(b.beräknad.status, modell.styrmodell) : null,
              skiljer: b.skiljer,
              motivering: b.egen.motivering ?? null,
              förklaring: b.förklaring,
              av: b.egen.av ?? null
            }
          ]
        : []
    const målen = modell.mål.flatMap((mål) => flattenBedömt(bedömMål(räknare, mål, period)))
    const lista = [
      ...målen.flatMap((m) => av(m.mål.namn, m.bedömning)),
      ...indikatorerna(modell).flatMap((serie) =>
        av(serie.namn, bedömIndikator(räknare, serie, period))
      )
    ]
    if (lista.length === 0) return '<p>Inga egna bedömningar har gjorts; alla är beräknade.</p>'
    return miljö.render('block/bedomningslista', { bedömningar: lista })
  }
}

function selectMål(anrop: Anrop, miljö: Miljö): Mål[] | undefined {
  const id = textArg(anrop, 'mål')
  if (id === undefined) return [...miljö.modell.mål]
  const mål = miljö.modell.mål.flatMap(målgren).find((m) => m.id === id)
  return mål ? [mål] : reportOkäntMål(id, anrop, miljö)
}

function flattenBedömt(mål: BedömtMål): BedömtMål[] {
  return [mål, ...mål.undermål.flatMap(flattenBedömt)]
}
function depth(mål: BedömtMål): number {
  return 1 + Math.max(0, ...mål.undermål.map(depth))
}
function leaves(mål: BedömtMål): number {
  return mål.undermål.length === 0 ? 1 : mål.undermål.reduce((n, under) => n + leaves(under), 0)
}

function value(tal: Tal | { fel: string }): Tal | undefined {
  return 'fel' in tal ? undefined : tal
}
function plain(tal: Tal | undefined): string {
  return tal?.värde ? withUnit(formatDecimal(tal.värde, tal.decimaler), tal.enhet.symbol) : ''
}
function withUnitCell(tal: Tal | undefined, miljö: Miljö): Innehåll {
  return tal?.värde ? figureHtml(tal, plain(tal), miljö) : SAKNAS
}

/** The status that holds; where a person has judged otherwise, the computed one too. */
function statusCell(bedömning: Målbedömning, miljö: Miljö): Innehåll {
  const { styrmodell } = miljö.modell
  const status = statusHtml(statusVy(bedömning.gällande, styrmodell), miljö)
  if (!status) return SAKNAS
  if (!bedömning.egen || !bedömning.beräknad || !bedömning.skiljer) return status
  return new Html(
    `${status.toHTML()} <span class="beraknad">egen bedömning; beräknat: ${escapeHtml(statusVy(bedömning.beräknad.status, styrmodell).ord.toLowerCase())}</span>`
  )
}

function comment(
  serie: Serie,
  bedömning: Målbedömning,
  post: Periodpost | undefined,
  utfall: Tal | undefined
): string {
  const kommentar = post?.kommentar
  const parts = [
    kommentar ?? serie.kommentar,
    post?.målvärdeSaknas,
    post?.åtgärd && `Åtgärd: ${lowerFirst(post.åtgärd)}`,
    bedömning.egen && bedömning.skiljer ? bedömning.egen.motivering : undefined,
    utfall?.värde === null || utfall === undefined
      ? (utfall?.saknas ?? (kommentar ? undefined : bedömning.saknas))
      : undefined
  ]
  return [...new Set(parts.filter((part) => part !== undefined && part !== ''))].join(' ')
}
