import type { Modell, Mål, Omfattning, Serie } from '../../domain/modell.ts'
import { isFel } from '../../domain/referens.ts'
import type { Tal } from '../../domain/tal.ts'
import { grupptal, målgren, planindikatorer } from '../../domain/uppdelning.ts'
import { okäntVärde } from '../../messages.ts'
import { formatDecimal, NBSP, SAKNAS } from '../../text/swedish.ts'
import { textArg, type Anrop } from '../arguments.ts'
import { report, type Miljö } from '../environment.ts'
import { cellHtml, escapeHtml, Html } from '../figure.ts'
import { målvärdeHtml, målvärdeText } from '../target.ts'
import { målUtanIndikator } from '../value-messages.ts'
import type { Innehåll, RadVy } from '../views.ts'
import { cell, frameOf, head, renderTabell, rowHead, TABELLHASH, type Block } from './block.ts'
import { reportOkäntMål } from './okant-mal.ts'

const OMFATTNINGAR: readonly string[] = ['övergripande', 'egen']

/**
 * `{{plantabell}}`: a plan's indicators with baseline and target. The whole organisation's show the
 * boards concerned, the unit's own when they are followed up. Where a goal rightly has none, the
 * reason stands instead of a table.
 */
export const plantabell: Block = {
  signatur: { params: [], hash: { ...TABELLHASH, mål: 'text', omfattning: 'text' } },
  numrerad(anrop, modell) {
    const { mål, serier } = select(anrop, modell)
    return mål !== undefined && serier.length === 0
      ? null
      : { slag: 'tabell', id: textArg(anrop, 'id') ?? tableId(anrop) }
  },
  run(anrop, miljö) {
    const { modell } = miljö
    const given = textArg(anrop, 'omfattning')
    if (given !== undefined && !OMFATTNINGAR.includes(given))
      return report(
        miljö,
        okäntVärde('omfattning', given, OMFATTNINGAR),
        anrop.hash.get('omfattning')?.span ?? anrop.span
      )
    const { mål, okänt, serier } = select(anrop, modell)
    if (okänt !== undefined) return reportOkäntMål(okänt, anrop, miljö)
    if (mål && serier.length === 0) return reason(mål, given, anrop, miljö)

    const noter = new Noter()
    const kolumner = columns(serier, given, miljö)
    const frame = frameOf(anrop, miljö, 'plantabell', caption(mål, given))
    const { avsnitt } = miljö.plats
    const data: string[][] = []
    const row = (serie: Serie): RadVy => {
      const celler = kolumner.map((kolumn) => {
        miljö.plats = { avsnitt, tabell: frame.id, rad: serie.namn, kolumn: kolumn.namn }
        return cell(kolumn.html(serie))
      })
      data.push([serie.namn, ...kolumner.map((kolumn) => kolumn.text(serie))])
      return {
        slag: 'rad',
        span: serie.span,
        celler: [rowHead(nameCell(serie, noter, miljö)), ...celler]
      }
    }

    const grenar = (mål ? [mål] : modell.mål).flatMap(målgren)
    const grupper = grenar.flatMap((gren) => {
      const egna = serier.filter((serie) => serie.mål === gren.id)
      const rader = egna.map(row)
      if (rader.length === 0) {
        if (gren.utanIndikator === undefined || gren === mål) return []
        rader.push({
          slag: 'rad',
          span: gren.span,
          celler: [
            rowHead('Ingen indikator'),
            cell(gren.utanIndikator, { colspan: kolumner.length })
          ]
        })
        data.push(['Ingen indikator', gren.utanIndikator])
      }
      const rubrik: RadVy = {
        slag: 'rubrik',
        span: gren.span,
        celler: [rowHead(gren.namn, { scope: 'rowgroup', colspan: kolumner.length + 1 })]
      }
      return [{ summa: false, rader: gren === mål ? rader : [rubrik, ...rader] }]
    })
    const lösa = serier.filter((serie) => serie.mål === undefined)
    if (lösa.length > 0) grupper.push({ summa: false, rader: lösa.map(row) })
    if (grupper.length === 0)
      grupper.push({
        summa: false,
        rader: [
          { slag: 'rad', celler: [rowHead('Inga indikatorer', { colspan: kolumner.length + 1 })] }
        ]
      })
    miljö.plats = { avsnitt }
    return renderTabell(
      {
        ...frame,
        enhet: null,
        slag: 'text',
        huvud: [[head('Indikator'), ...kolumner.map((kolumn) => head(kolumn.namn))]],
        grupper,
        noter: [...noter.texts(), ...frame.noter]
      },
      { kolumner: ['Indikator', ...kolumner.map((kolumn) => kolumn.namn)], rader: data },
      miljö
    )
  }
}

/** `{{prioriteringar mål="id"}}`: what a goal puts first, as a list. */
export const prioriteringar: Block = {
  signatur: { params: [], hash: { mål: 'text' } },
  numrerad: () => null,
  run(anrop, miljö) {
    const { mål, okänt } = select(anrop, miljö.modell)
    const alla = miljö.modell.mål.flatMap(målgren)
    if (okänt !== undefined) return reportOkäntMål(okänt, anrop, miljö)
    const punkter = (mål ? målgren(mål) : alla).flatMap((m) => m.prioriteringar)
    return punkter.length === 0
      ? '<p>Inga prioriteringar.</p>'
      : `<ul class="prioriteringar">\n${punkter.map((text) => `<li>${escapeHtml(text)}</li>`).join('\n')}\n</ul>`
  }
}

function select(
  anrop: Anrop,
  modell: Modell
): { mål: Mål | undefined; okänt: string | undefined; serier: Serie[] } {
  const id = textArg(anrop, 'mål')
  const omfattning = textArg(anrop, 'omfattning') as Omfattning | undefined
  const alla = modell.mål.flatMap(målgren)
  const mål = id === undefined ? undefined : alla.find((m) => m.id === id)
  const okänt = id !== undefined && !mål ? id : undefined
  const grenar = mål ? målgren(mål).map((m) => m.id) : [...alla.map((m) => m.id), undefined]
  const serier = grenar.flatMap((gren) => planindikatorer(modell, gren, omfattning))
  return { mål, okänt, serier }
}

function tableId(anrop: Anrop): string {
  return ['plan', textArg(anrop, 'mål'), textArg(anrop, 'omfattning')]
    .filter((del) => del !== undefined)
    .join('-')
}

function caption(mål: Mål | undefined, omfattning: string | undefined): string {
  const vilka =
    omfattning === 'övergripande'
      ? 'Gemensamma indikatorer'
      : omfattning === 'egen'
        ? 'Egna indikatorer'
        : 'Indikatorer'
  return mål ? `${vilka}: ${mål.namn}` : vilka
}

/** The reason that stands where a goal has no indicator; without one that is told. */
function reason(mål: Mål, omfattning: string | undefined, anrop: Anrop, miljö: Miljö): string {
  if (mål.utanIndikator !== undefined)
    return `<p class="utan-indikator">${escapeHtml(mål.utanIndikator)}</p>`
  // That it has none at all is told where the goal stands in data.
  if (omfattning !== undefined)
    report(miljö, målUtanIndikator(mål.namn, omfattning), anrop.span ?? mål.span)
  return '<p class="utan-indikator">Målet har ingen indikator.</p>'
}

interface Kolumn {
  readonly namn: string
  html(serie: Serie): Innehåll
  text(serie: Serie): string
}

/** Baseline and target; then boards for common indicators, follow-up and source for own ones. */
function columns(serier: readonly Serie[], omfattning: string | undefined, miljö: Miljö): Kolumn[] {
  const { period } = miljö
  const target = (serie: Serie) => serie.perioder.get(period.id)?.målvärde
  const words = (namn: string, text: (serie: Serie) => string | undefined): Kolumn => ({
    namn,
    html: (serie) => text(serie) || SAKNAS,
    text: (serie) => text(serie) ?? ''
  })
  const berörda: Kolumn = {
    namn: 'Berörda nämnder',
    html: (serie) =>
      linesHtml(
        (serie.berörda ?? []).map((namn) => [namn]),
        miljö
      ),
    text: (serie) => serie.berörda?.join('; ') ?? ''
  }
  const uppföljning = words('Uppföljning och källa', ({ uppföljning, källa }) =>
    uppföljning === undefined
      ? källa && `Källa: ${källa}`
      : källa
        ? `${uppföljning}. Källa: ${källa}`
        : uppföljning
  )
  const sist =
    omfattning === 'övergripande'
      ? [berörda]
      : omfattning === 'egen'
        ? [uppföljning]
        : [berörda, uppföljning].filter((k) => serier.some((serie) => k.text(serie) !== ''))
  return [
    {
      namn: 'Ingångsvärde',
      html: (serie) => linesHtml(baseline(serie, miljö), miljö, 'delrad hel'),
      text: (serie) => linesText(baseline(serie, miljö))
    },
    {
      namn: `Målvärde ${period.id}`,
      html(serie) {
        const mål = target(serie)
        return mål ? målvärdeHtml(serie, mål, period, miljö) : SAKNAS
      },
      text: (serie) => målvärdeText(serie, target(serie)?.text ?? '')
    },
    ...sist
  ]
}

/** Text and figures of one line in a cell. */
type Line = readonly (string | Tal)[]

/**
 * Where a plan starts: "71,4 (Riket: 73,5) (2014)", each group on a line of its own, the year last.
 * Words stand as they are, with the year where one is given.
 */
function baseline(serie: Serie, miljö: Miljö): Line[] {
  const post = serie.perioder.get(miljö.period.id)
  const år = post?.ingångsår?.period
  const suffix = år ? ` (${år.id})` : ''
  if (post?.ingångsvärde !== undefined)
    return [[post.ingångsvärde.replace(/(\d) (?=[%‰])/g, `$1${NBSP}`) + suffix]]
  if (!år) return []
  const tal = (found: ReturnType<typeof grupptal>) => (isFel(found) ? undefined : found)
  const line = (namn: string, utfall: Tal | undefined, riket: Tal | undefined): Line[] =>
    utfall
      ? [[...(namn ? [`${namn} `] : []), utfall, ...(riket ? [' (Riket: ', riket, ')'] : [])]]
      : []
  const { räknare } = miljö
  const rader = [
    ...line(
      '',
      tal(räknare.serietal(serie, 'utfall', år)),
      tal(räknare.serietal(serie, 'riket', år))
    ),
    ...(serie.perioder.get(år.id)?.uppdelning ?? []).flatMap(({ id, namn }) =>
      line(namn, tal(grupptal(serie, id, 'utfall', år)), tal(grupptal(serie, id, 'riket', år)))
    )
  ]
  return rader.map((rad, i) => (i === rader.length - 1 ? [...rad, suffix] : rad))
}

function linesHtml(rader: readonly Line[], miljö: Miljö, klass = 'delrad'): Innehåll {
  if (rader.length === 0) return SAKNAS
  const html = rader.map((rad) =>
    rad
      .map((del) => {
        if (typeof del === 'string') return escapeHtml(del)
        const innehåll = cellHtml(del, miljö)
        return typeof innehåll === 'string' ? escapeHtml(innehåll) : innehåll.toHTML()
      })
      .join('')
  )
  return new Html(
    html.length === 1
      ? (html[0] ?? '')
      : html.map((rad) => `<span class="${klass}">${rad}</span>`).join(' ')
  )
}

function linesText(rader: readonly Line[]): string {
  return rader
    .map((rad) =>
      rad
        .map((del) =>
          typeof del === 'string'
            ? del
            : del.värde === null
              ? SAKNAS
              : formatDecimal(del.värde, del.decimaler)
        )
        .join('')
    )
    .join('; ')
}

/** The indicator's name; with its unit where the baseline is bare numbers, and its note's mark. */
function nameCell(serie: Serie, noter: Noter, miljö: Miljö): Innehåll {
  const bare = baseline(serie, miljö).some((rad) => rad.some((del) => typeof del !== 'string'))
  const enhet = bare && serie.enhet.symbol ? serie.enhet.ord : ''
  const mark = serie.fotnot === undefined ? '' : noter.mark(serie.fotnot)
  const namn = escapeHtml(serie.namn + mark)
  return enhet
    ? new Html(`${namn} <span class="enhet">${escapeHtml(enhet)}</span>`)
    : serie.namn + mark
}

const SIFFROR = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A table's notes, each once, numbered in the order that they are met. */
class Noter {
  readonly #texts: string[] = []

  mark(text: string): string {
    if (!this.#texts.includes(text)) this.#texts.push(text)
    return raised(this.#texts.indexOf(text) + 1)
  }

  texts(): string[] {
    return this.#texts.map((text, i) => `${raised(i + 1)} ${text}`)
  }
}

function raised(n: number): string {
  return [...String(n)].map((digit) => SIFFROR[Number(digit)]).join('')
}
