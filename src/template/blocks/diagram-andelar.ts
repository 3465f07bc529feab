import type { Klass } from '../../chart/types.ts'
import { bedömIndikator, indikatorerna } from '../../domain/bedomning.ts'
import { decimal } from '../../domain/decimal.ts'
import { knownMåttenhet } from '../../domain/mattenhet.ts'
import { isFel } from '../../domain/referens.ts'
import type { Tal } from '../../domain/tal.ts'
import * as messages from '../../messages.ts'
import type { Span } from '../../source.ts'
import { listArg, textArg, type Anrop } from '../arguments.ts'
import { report, type Miljö } from '../environment.ts'
import { statusVy, uppdragsstatus } from '../status.ts'
import {
  konton,
  kontonamn,
  ofTabell,
  uppställningNamed,
  type Punkt,
  type Underlag
} from './diagram-underlag.ts'

/** Counts by status over kontroller, uppdrag or indikatorer; or the parts of a table's sum. */
export function shares(anrop: Anrop, miljö: Miljö): Underlag | undefined {
  const av = textArg(anrop, 'av')
  const tabell = textArg(anrop, 'tabell')
  return av === undefined && tabell !== undefined
    ? partsOf(tabell, anrop, miljö)
    : statuses(av ?? '', anrop, miljö)
}

function partsOf(id: string, anrop: Anrop, miljö: Miljö): Underlag | undefined {
  const tabell = uppställningNamed(id, anrop, miljö)
  if (!tabell) return undefined
  const mått = listArg(anrop, 'mått')[0] ?? 'utfall'
  const punkter = konton(tabell, []).flatMap((rad): Punkt[] => {
    const tal = miljö.räknare.celltal(tabell, rad, mått, miljö.period)
    return isFel(tal) ? [] : [{ tal, rad: { namn: kontonamn(rad, miljö) } }]
  })
  return { punkter, ...ofTabell(tabell) }
}

/** From met to unknown, so that colours and words stand in the same order in every chart. */
const ORDNING: readonly Klass[] = ['uppfyllt', 'delvis', 'ej uppfyllt', 'ej mätt', 'ej bedömt']

function statuses(av: string, anrop: Anrop, miljö: Miljö): Underlag | undefined {
  const { modell, räknare, period } = miljö
  const antal = knownMåttenhet('antal')
  const grupper = new Map<string, { klass: Klass | undefined; källor: Tal[] }>()
  const count = (ord: string, klass: Klass | undefined, källa: Tal): void => {
    const grupp = grupper.get(ord) ?? { klass, källor: [] }
    grupp.källor.push(källa)
    grupper.set(ord, grupp)
  }
  const one = (namn: string, span: Span): Tal => ({
    värde: decimal(1),
    enhet: antal,
    decimaler: 0,
    period: period.id,
    namn,
    källa: { slag: 'datum', span }
  })
  if (av === 'kontroller')
    for (const k of modell.kontroller) {
      const utfört = k.uppföljning.get(period.id)?.utfört
      count(
        utfört === undefined ? 'Ej rapporterad' : utfört === 'ej utfört' ? 'Ej utförd' : 'Utförd',
        utfört === undefined ? 'ej bedömt' : utfört === 'ej utfört' ? 'ej uppfyllt' : 'uppfyllt',
        one(k.namn, k.span)
      )
    }
  else if (av === 'uppdrag')
    for (const u of modell.uppdrag) {
      const status = u.uppföljning.get(period.id)?.status
      const klass = {
        klart: 'uppfyllt',
        pågår: 'delvis',
        'ej påbörjat': 'ej uppfyllt',
        'avslutat i förtid': 'ej mätt'
      } as const
      count(uppdragsstatus(status).ord, status ? klass[status] : 'ej bedömt', one(u.namn, u.span))
    }
  else if (av === 'indikatorer')
    for (const serie of indikatorerna(modell)) {
      const status = bedömIndikator(räknare, serie, period).gällande
      count(statusVy(status, modell.styrmodell).ord, status, one(serie.namn, serie.span))
    }
  else
    return report(
      miljö,
      messages.okänt('underlag', av, ['kontroller', 'uppdrag', 'indikatorer']),
      anrop.hash.get('av')?.span ?? anrop.span
    )
  const punkter = [...grupper]
    .toSorted(
      ([, a], [, b]) =>
        ORDNING.indexOf(a.klass ?? 'ej bedömt') - ORDNING.indexOf(b.klass ?? 'ej bedömt')
    )
    .map(([ord, { klass, källor }]): Punkt => ({
      tal: {
        värde: decimal(källor.length),
        enhet: antal,
        decimaler: 0,
        period: period.id,
        namn: `${ord}, antal`,
        källa: { slag: 'formel', formel: `antal ${av} som är ${ord.toLowerCase()}`, ingår: källor }
      },
      rad: { namn: ord, ...(klass ? { klass } : {}) }
    }))
  return { punkter, titel: `Status för ${av}`, enhet: antal, decimaler: 0, radrubrik: 'Status' }
}
