import type { Delbedömning } from './domain/revision.ts'
import type { Självgranskning, Skäl, Utslag } from './domain/sjalvgranskning.ts'
import { parsePeriod, periodInWords } from './domain/period.ts'
import type { Made, Making } from './pipeline.ts'
import { placeOf, type Sources } from './source.ts'
import type { Engine } from './template/engine.ts'
import { Html } from './template/figure.ts'
import { fontFaces, fontsFor } from './template/fonts.ts'
import { delstatus, upperFirst } from './template/revision.ts'
import { createTheme } from './template/theme.ts'
import type { SjälvgranskningVy, StatusVy } from './template/views.ts'

/** File name of the reviewers' page in a report's folder; no published page links to it. */
export const SJÄLVGRANSKNING = 'sjalvgranskning.html'

/** The self-review as `tertial check --sjalvgranskning` prints it. */
export function formatSjälvgranskning(made: Made, sources: Sources): string {
  const granskning = made.självgranskning()
  const head = `Självgranskning: ${made.rapport?.titel ?? made.mapp.namn}, ${made.enhet ?? made.mapp.enhet} (${made.mapp.id})`
  if (!granskning)
    return `${head}\n  Ingen: ${made.modell ? 'enhetens data har inget att pröva för dokumenttypen.' : 'enhetens data går inte att läsa.'}\n`
  return [
    head,
    ...granskning.områden.flatMap(({ namn, fråga, samlad, motivering, kriterier }) => [
      '',
      `  ${namn}: ${samlad ?? 'går inte att bedöma'}`,
      `  ${fråga} ${motivering}`,
      '',
      ...kriterier.flatMap((k) => [
        `    ${SYMBOL[k.bedömning]} ${k.namn}: ${k.bedömning}`,
        `      ${k.underlag}`,
        ...k.skäl.map((skäl) => `      – ${skäl.text}${at(skäl, sources)}`)
      ])
    ]),
    ''
  ].join('\n')
}

const SYMBOL: Readonly<Record<Utslag, string>> = {
  uppfyllt: '●',
  'inte helt uppfyllt': '◐',
  'inte uppfyllt': '○',
  'går inte att bedöma': '–'
}

const at = ({ span }: Skäl, sources: Sources): string =>
  span ? ` (${placeOf(sources, span)})` : ''

/** The same as data for other programs. */
export function självgranskningAsJson(made: Made, sources: Sources): object {
  const granskning = made.självgranskning()
  return {
    rapport: made.mapp.id,
    enhet: made.enhet ?? made.mapp.enhet,
    period: made.rapport?.period ?? '',
    områden: (granskning?.områden ?? []).map(({ kriterier, samlad, ...område }) => ({
      ...område,
      samlad: samlad ?? null,
      kriterier: kriterier.map(({ skäl, ...kriterium }) => ({
        ...kriterium,
        skäl: skäl.map((ett) => ({
          text: ett.text,
          ...(ett.span ? { plats: placeOf(sources, ett.span) } : {})
        }))
      }))
    }))
  }
}

/**
 * The reviewers' page of a report; undefined where there is nothing to try. Not a part of the
 * report: it stands beside it, is marked as internal, and neither page nor PDF leads to it.
 */
export function renderSjälvgranskning(
  made: Made,
  { sources }: Pick<Making, 'sources'>,
  { engine, css }: { readonly engine: Engine; readonly css: string }
): string | undefined {
  const granskning = made.självgranskning()
  if (!granskning || !made.rapport) return undefined
  const tema = createTheme(made.modell?.organisation.tema ?? {}).css
  const vy = viewOf(made, granskning, sources)
  const render = (stil: string): string | undefined =>
    engine.render('sida/sjalvgranskning', { ...vy, stil: new Html(stil) })
  const draft = render('')
  if (draft === undefined) return undefined
  const faces = fontFaces((file) => `../../../typsnitt/${file}`, fontsFor(draft))
  return render([faces, css, tema].join('\n'))
}

function viewOf(
  { rapport, enhet, organisation, mapp, mall, tystade }: Made,
  { områden }: Självgranskning,
  sources: Sources
): Omit<SjälvgranskningVy, 'stil'> {
  const period = parsePeriod(rapport?.period ?? '')
  return {
    titel: rapport?.titel ?? mapp.namn,
    dokumenttyp: mall?.dokumenttyp ?? rapport?.dokumenttyp ?? '',
    enhet: enhet ?? mapp.enhet,
    organisation: organisation?.namn ?? mapp.organisation,
    period: period ? periodInWords(period) : (rapport?.period ?? ''),
    rapportHref: 'index.html',
    indexHref: '../../../index.html',
    områden: områden.map(({ id, namn, fråga, samlad, skala, motivering, kriterier }) => ({
      id,
      namn,
      fråga,
      samlad: overall(samlad, skala),
      motivering,
      kriterier: kriterier.map((k) => ({
        namn: k.namn,
        krav: k.krav,
        bedömning: status(k.bedömning),
        underlag: k.underlag,
        skäl: k.skäl.map(({ text, span }) => ({
          text,
          plats: span ? placeOf(sources, span) : null
        }))
      }))
    })),
    tystade: tystade.map(({ diagnostic, tystning }) => ({
      regel: diagnostic.rule,
      text: diagnostic.text,
      skäl: tystning.skäl,
      plats: diagnostic.span ? placeOf(sources, diagnostic.span) : null
    }))
  }
}

const OBEDÖMT: StatusVy = { klass: 'ejbedomt bedomd', ord: 'Går inte att bedöma' }
const STEG: readonly Delbedömning[] = ['uppfyllt', 'inte helt uppfyllt', 'inte uppfyllt']

const cell = ({ klass, ord }: StatusVy): StatusVy => ({ klass: `${klass} bedomd`, ord })
const status = (utslag: Utslag): StatusVy =>
  utslag === 'går inte att bedöma' ? OBEDÖMT : cell(delstatus(utslag))

function overall(samlad: string | undefined, skala: readonly string[]): StatusVy {
  if (samlad === undefined) return OBEDÖMT
  const steg = STEG[skala.indexOf(samlad)] ?? 'inte helt uppfyllt'
  return cell({ ...delstatus(steg), ord: upperFirst(samlad) })
}
