import { isFel } from '../../domain/referens.ts'
import type { Tal } from '../../domain/tal.ts'
import { okäntVärde } from '../../messages.ts'
import { SAKNAS } from '../../text/swedish.ts'
import { saknatArgument } from '../argument-messages.ts'
import { flagArg, textArg } from '../arguments.ts'
import { report } from '../environment.ts'
import { cellHtml } from '../figure.ts'
import type { RadVy } from '../views.ts'
import {
  cell,
  csvValue,
  frameOf,
  head,
  renderTabell,
  rowHead,
  TABELLHASH,
  type Block
} from './block.ts'

/** What is counted for each unit, by the words that references use: `kontroller.utförda`. */
const RÄKNAS: Readonly<
  Record<string, { rubrik: string; mått: readonly (readonly [string, string])[] }>
> = {
  kontroller: {
    rubrik: 'Intern kontroll per enhet',
    mått: [
      ['antal', 'I planen'],
      ['utförda', 'Utförda'],
      ['ej-utförda', 'Ej utförda'],
      ['brister', 'Med brister']
    ]
  },
  uppdrag: {
    rubrik: 'Uppdrag per enhet',
    mått: [
      ['antal', 'Uppdrag'],
      ['klara', 'Klara'],
      ['pågående', 'Pågår'],
      ['ej-påbörjade', 'Ej påbörjade'],
      ['avslutade-i-förtid', 'Avslutade i förtid']
    ]
  },
  indikatorer: {
    rubrik: 'Indikatorer per enhet',
    mått: [
      ['antal', 'Indikatorer'],
      ['uppfyllda', 'Uppnådda'],
      ['delvis', 'Delvis'],
      ['ej-uppfyllda', 'Ej uppnådda'],
      ['ej-mätta', 'Ej mätta'],
      ['ej-bedömda', 'Ej bedömda']
    ]
  }
}

/**
 * `{{enhetstabell av="uppdrag"}}`: controls, assignments or indicators counted by status, a row for
 * this unit and each below it that has any, and the sum. A status that nobody has is left out; with
 * `plan=true` they are counted without status.
 */
export const enhetstabell: Block = {
  signatur: { params: [], hash: { ...TABELLHASH, av: 'text', plan: 'ja' } },
  numrerad: (anrop) => ({
    slag: 'tabell',
    id: textArg(anrop, 'id') ?? `enheter-${textArg(anrop, 'av') ?? ''}`
  }),
  run(anrop, miljö) {
    const av = textArg(anrop, 'av')
    if (av === undefined) return report(miljö, saknatArgument(anrop.namn, 'av="…"'), anrop.span)
    const räknas = RÄKNAS[av]
    if (!räknas)
      return report(
        miljö,
        okäntVärde('av', av, Object.keys(RÄKNAS)),
        anrop.hash.get('av')?.span ?? anrop.span
      )
    const { räknare, period } = miljö
    const count = (källa: Pick<typeof räknare, 'tal'>, ref: string): Tal | undefined => {
      const tal = källa.tal(ref, period)
      return isFel(tal) ? undefined : tal
    }
    const something = (tal: Tal | undefined) => tal?.värde?.gt(0) === true
    const mått = räknas.mått.filter(
      ([id], i) =>
        i === 0 || (!flagArg(anrop, 'plan') && something(count(räknare, `alla/${av}.${id}`)))
    )
    const rader = [
      ...räknare.enheter().map((enhet) => ({
        namn: enhet.modell.enhet.namn,
        summa: false,
        talen: mått.map(([id]) => count(enhet, `${av}.${id}`))
      })),
      {
        namn: 'Summa',
        summa: true,
        talen: mått.map(([id]) => count(räknare, `alla/${av}.${id}`))
      }
    ].filter(({ summa, talen }) => summa || something(talen[0]))

    const frame = frameOf(anrop, miljö, `enheter-${av}`, räknas.rubrik)
    const { avsnitt } = miljö.plats
    const vyer = rader.map(({ namn, summa, talen }): RadVy => ({
      slag: summa ? 'summa' : 'rad',
      celler: [
        rowHead(namn),
        ...talen.map((tal, i) => {
          miljö.plats = { avsnitt, tabell: frame.id, rad: namn, kolumn: mått[i]?.[1] ?? '' }
          return cell(tal ? cellHtml(tal, miljö) : SAKNAS, { numerisk: true })
        })
      ]
    }))
    miljö.plats = { avsnitt }
    const kolumner = mått.map(([, namn]) => namn)
    return renderTabell(
      {
        ...frame,
        enhet: null,
        slag: 'belopp',
        huvud: [[head('Enhet'), ...kolumner.map((namn) => head(namn, true))]],
        grupper: [
          { summa: false, rader: vyer.slice(0, -1) },
          { summa: true, rader: vyer.slice(-1) }
        ].filter((grupp) => grupp.rader.length > 0)
      },
      {
        kolumner: ['Enhet', ...kolumner],
        rader: rader.map(({ namn, talen }) => [namn, ...talen.map(csvValue)])
      },
      miljö
    )
  }
}
