import { allaDelområden, type Delområde, type Revisionsområde } from '../../domain/revision.ts'
import { formatDatum, lowerFirst, SAKNAS } from '../../text/swedish.ts'
import { flagArg, textArg, type Anrop } from '../arguments.ts'
import type { Miljö } from '../environment.ts'
import { escapeHtml, Html } from '../figure.ts'
import {
  assessedCell,
  criteriaHtml,
  delstatus,
  granskningHtml,
  granskningOf,
  granskningsnummer,
  itemsHtml,
  samladStatus,
  selectOmråden,
  selectRevisioner
} from '../revision.ts'
import type { Innehåll, RadVy, TabellVy } from '../views.ts'
import { cell, frameOf, head, renderTabell, rowHead, TABELLHASH, type Block } from './block.ts'

const HASH = { ...TABELLHASH, revision: 'text', område: 'text' } as const

/** What every table of this file shares; the anchor is the number's. */
function print(
  anrop: Anrop,
  miljö: Miljö,
  vy: Pick<TabellVy, 'huvud' | 'grupper'> & { rubrik: string; noter?: readonly string[] },
  data: { kolumner: readonly string[]; rader: readonly (readonly string[])[] }
): string | undefined {
  const frame = frameOf(anrop, miljö, anrop.namn, vy.rubrik)
  return renderTabell(
    {
      ...frame,
      enhet: null,
      slag: 'text',
      huvud: vy.huvud,
      grupper: vy.grupper,
      noter: [...(vy.noter ?? []), ...frame.noter]
    },
    data,
    miljö
  )
}

interface Kolumn {
  readonly namn: string
  readonly html: (del: Delområde) => Innehåll | undefined
  readonly text: (del: Delområde) => string
}

/** `{{revisionstabell område="…"}}`: sub-areas with criteria, the auditors' assessment and the reviewed body's own. */
export const revisionstabell: Block = {
  signatur: { params: [], hash: { ...HASH, iakttagelser: 'ja', kriterier: 'ja' } },
  numrerad: (anrop) => ({
    slag: 'tabell',
    id:
      textArg(anrop, 'id') ??
      (textArg(anrop, 'område') ? `revision-${textArg(anrop, 'område')}` : 'revisionstabell')
  }),
  run(anrop, miljö) {
    const områden = selectOmråden(anrop, miljö)
    if (!områden) return undefined
    const alla = allaDelområden(områden.flatMap((område) => område.delområden))
    const kolumner = columnsOf(alla, anrop, miljö)
    const egna = kolumner.some((kolumn) => kolumn.namn === 'Egen bedömning')
    const ensam = textArg(anrop, 'område') !== undefined
    const bredd = kolumner.length + 1

    const rowOf = (del: Delområde, djup: number): RadVy[] => [
      {
        slag: 'rad',
        span: del.span,
        celler: [
          rowHead(nameOf(del, djup, miljö)),
          ...kolumner.map((kolumn) => cell(kolumn.html(del) ?? SAKNAS))
        ]
      },
      ...del.delområden.flatMap((under) => rowOf(under, djup + 1))
    ]
    const bedömning = kolumner.findIndex((kolumn) => kolumn.namn === 'Bedömning')
    const overall = (område: Revisionsområde): RadVy => ({
      slag: 'summa',
      span: område.span,
      celler: [
        rowHead('Samlad bedömning', { colspan: bedömning > 0 ? bedömning + 1 : null }),
        cell(assessedCell(samladStatus(område), miljö)),
        ...kolumner.slice(bedömning + 1).map(() => cell(SAKNAS))
      ]
    })
    return print(
      anrop,
      miljö,
      {
        rubrik: ensam ? `Bedömning av ${lowerFirst(områden[0]?.namn ?? '')}` : 'Bedömningar',
        huvud: [[head('Delområde'), ...kolumner.map((kolumn) => head(kolumn.namn))]],
        grupper: områden
          .flatMap((område) => [
            {
              summa: false,
              rader: [
                ...(ensam
                  ? []
                  : [
                      {
                        slag: 'rubrik' as const,
                        celler: [rowHead(område.namn, { scope: 'rowgroup', colspan: bredd })]
                      }
                    ]),
                ...område.delområden.flatMap((del) => rowOf(del, 0)),
                ...(område.delområden.length || område.samlad
                  ? []
                  : [
                      {
                        slag: 'rad' as const,
                        celler: [rowHead('Inga delområden', { colspan: bredd })]
                      }
                    ])
              ]
            },
            ...(område.samlad ? [{ summa: true, rader: [overall(område)] }] : [])
          ])
          .filter(({ rader }) => rader.length > 0),
        noter: egna
          ? ['Egen bedömning är den granskades. Där den skiljer sig gäller revisorernas bedömning.']
          : []
      },
      {
        kolumner: ['Område', 'Delområde', ...kolumner.map((kolumn) => kolumn.namn)],
        rader: områden.flatMap((område) => [
          ...flat(område.delområden, miljö).map(([del, namn]) => [
            område.namn,
            namn,
            ...kolumner.map((kolumn) => kolumn.text(del))
          ]),
          ...(område.samlad
            ? [
                [
                  område.namn,
                  'Samlad bedömning',
                  ...kolumner.map((_, i) => (i === bedömning ? samladStatus(område).ord : ''))
                ]
              ]
            : [])
        ])
      }
    )
  }
}

/** Columns that no sub-area fills are left out. */
function columnsOf(alla: readonly Delområde[], anrop: Anrop, miljö: Miljö): Kolumn[] {
  const kolumner: (Kolumn & { visas: boolean })[] = [
    {
      namn: 'Revisionskriterier',
      visas: flagArg(anrop, 'kriterier', true) && alla.some((del) => del.kriterier.length > 0),
      html: (del) => criteriaHtml(del.kriterier),
      text: (del) => del.kriterier.flatMap(({ text, punkter }) => [text, ...punkter]).join('; ')
    },
    {
      namn: 'Iakttagelser',
      visas: flagArg(anrop, 'iakttagelser') && alla.some((del) => del.iakttagelser.length > 0),
      html: (del) => (del.iakttagelser.length ? new Html(itemsHtml(del.iakttagelser)) : undefined),
      text: (del) => del.iakttagelser.join('; ')
    },
    {
      namn: 'Bedömning',
      visas: true,
      html: (del) => assessedCell(delstatus(del.bedömning), miljö),
      text: (del) => delstatus(del.bedömning).ord
    },
    {
      namn: 'Egen bedömning',
      visas: alla.some((del) => del.egenBedömning !== undefined),
      html: (del) => del.egenBedömning && assessedCell(delstatus(del.egenBedömning), miljö),
      text: (del) => (del.egenBedömning ? delstatus(del.egenBedömning).ord : '')
    }
  ]
  return kolumner.filter(({ visas }) => visas)
}

/** The name with the number of the review it comes from, unbroken; parts of a sub-area stand indented. */
function nameOf(del: Delområde, djup: number, miljö: Miljö): Innehåll {
  const granskning = granskningOf(del.granskning, miljö)
  const namn = granskning
    ? `${escapeHtml(del.namn)}, rapport ${granskningHtml(granskning)}`
    : escapeHtml(del.namn)
  return new Html(djup === 0 ? namn : `<span class="underrad">${namn}</span>`)
}

function fullName(del: Delområde, miljö: Miljö): string {
  const granskning = granskningOf(del.granskning, miljö)
  return granskning ? `${del.namn}, rapport ${granskningsnummer(granskning)}` : del.namn
}

function flat(delområden: readonly Delområde[], miljö: Miljö, djup = 0): [Delområde, string][] {
  return delområden.flatMap((del) => [
    [del, `${'– '.repeat(djup)}${fullName(del, miljö)}`] as [Delområde, string],
    ...flat(del.delområden, miljö, djup + 1)
  ])
}

/** `{{revisionsöversikt}}`: each area with its question and overall assessment. */
export const revisionsöversikt: Block = {
  signatur: { params: [], hash: { ...TABELLHASH, revision: 'text' } },
  numrerad: (anrop) => ({ slag: 'tabell', id: textArg(anrop, 'id') ?? 'revisionsöversikt' }),
  run(anrop, miljö) {
    const områden = selectOmråden(anrop, miljö)
    if (!områden) return undefined
    const motiverade = områden.some((område) => område.samlad?.motivering !== undefined)
    const kolumner = [
      'Område',
      'Revisionsfråga',
      'Samlad bedömning',
      ...(motiverade ? ['Därför'] : [])
    ]
    return print(
      anrop,
      miljö,
      {
        rubrik: 'Samlad bedömning',
        huvud: [kolumner.map((namn) => head(namn))],
        grupper: [
          {
            summa: false,
            rader: områden.map((område) => ({
              slag: 'rad',
              span: område.span,
              celler: [
                rowHead(område.namn),
                cell(område.fråga ?? SAKNAS),
                cell(assessedCell(samladStatus(område), miljö)),
                ...(motiverade ? [cell(område.samlad?.motivering ?? SAKNAS)] : [])
              ]
            }))
          }
        ]
      },
      {
        kolumner,
        rader: områden.map((område) => [
          område.namn,
          område.fråga ?? '',
          samladStatus(område).ord,
          ...(motiverade ? [område.samlad?.motivering ?? ''] : [])
        ])
      }
    )
  }
}

/** `{{granskningar}}`: the year's in-depth reviews. */
export const granskningar: Block = {
  signatur: { params: [], hash: { ...TABELLHASH, revision: 'text' } },
  numrerad: (anrop) => ({ slag: 'tabell', id: textArg(anrop, 'id') ?? 'granskningar' }),
  run(anrop, miljö) {
    const alla = selectRevisioner(anrop, miljö)?.flatMap((r) => r.granskningar)
    if (!alla) return undefined
    const daterade = alla.some((g) => g.datum !== undefined)
    const kolumner = [
      'Granskning',
      'Rapport',
      ...(daterade ? ['Datum'] : []),
      'Bedömning',
      'Slutsats'
    ]
    return print(
      anrop,
      miljö,
      {
        rubrik: 'Fördjupade granskningar',
        huvud: [kolumner.map((namn) => head(namn))],
        grupper: [
          {
            summa: false,
            rader: alla.length
              ? alla.map((g) => ({
                  slag: 'rad',
                  span: g.span,
                  celler: [
                    rowHead(g.namn),
                    cell(g.nummer ? new Html(granskningHtml(g)) : SAKNAS),
                    ...(daterade ? [cell((g.datum && formatDatum(g.datum)) ?? SAKNAS)] : []),
                    cell(g.bedömning ? assessedCell(delstatus(g.bedömning), miljö) : SAKNAS),
                    cell(g.text ?? SAKNAS)
                  ]
                }))
              : [
                  {
                    slag: 'rad',
                    celler: [rowHead('Inga granskningar', { colspan: kolumner.length })]
                  }
                ]
          }
        ]
      },
      {
        kolumner,
        rader: alla.map((g) => [
          g.namn,
          g.nummer ?? '',
          ...(daterade ? [g.datum ?? ''] : []),
          g.bedömning ? delstatus(g.bedömning).ord : '',
          g.text ?? ''
        ])
      }
    )
  }
}
