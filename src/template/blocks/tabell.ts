import { addsUpInPrint, andel, förändring } from '../../domain/berakning.ts'
import { round } from '../../domain/decimal.ts'
import type { Kolumn, Rad, Uppställning } from '../../domain/modell.ts'
import type { Period } from '../../domain/period.ts'
import { SENASTE_PROGNOS, sistaMånaden } from '../../domain/prognosperiod.ts'
import { måttnamn } from '../../domain/rakna-verk.ts'
import { HÄRLEDDA_MÅTT, isFel } from '../../domain/referens.ts'
import type { Tal } from '../../domain/tal.ts'
import * as messages from '../../messages.ts'
import { saknarUtfall } from '../value-messages.ts'
import { SAKNAS } from '../../text/swedish.ts'
import { flagArg, textArg, type Anrop } from '../arguments.ts'
import { report, type Miljö } from '../environment.ts'
import { cellHtml } from '../figure.ts'
import type { CellVy, RadVy } from '../views.ts'
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
import { renderRegister } from './register.ts'

/** `{{tabell "id"}}`: an uppställning or a register from data. */
export const tabell: Block = {
  signatur: {
    params: ['en uppställning eller ett register'],
    hash: { ...TABELLHASH, 'dölj-tomma': 'ja', period: 'text' }
  },
  numrerad: (anrop) => ({
    slag: 'tabell',
    id: textArg(anrop, 'id') ?? String(anrop.params[0]?.värde ?? '')
  }),
  run(anrop, miljö) {
    const id = String(anrop.params[0]?.värde)
    const uppställning = miljö.modell.uppställningar.get(id)
    if (uppställning) return renderUppställning(uppställning, anrop, miljö)
    const register = miljö.modell.register.get(id)
    if (register) return renderRegister(register, anrop, miljö)
    if (miljö.modell.trasiga.has(id)) return undefined
    return report(
      miljö,
      messages.okänt('tabell', id, [
        ...miljö.modell.uppställningar.keys(),
        ...miljö.modell.register.keys()
      ]),
      anrop.params[0]?.span
    )
  }
}

function renderUppställning(u: Uppställning, anrop: Anrop, miljö: Miljö): string | undefined {
  const frame = frameOf(anrop, miljö, u.id, u.namn)
  const vald = miljö.räknare.period(textArg(anrop, 'period'), miljö.period)
  if (isFel(vald))
    return report(miljö, messages.referensfel(u.id, vald), anrop.hash.get('period')?.span)
  const nu: Period = vald
  const kolumner = u.kolumner
  const radnamn = new Map(
    u.rader.map((rad) => [
      rad,
      rad.slag === 'rubrik'
        ? rad.text
        : (rad.namn ?? miljö.modell.serier.get(rad.id)?.namn ?? rad.id)
    ])
  )
  const talen = new Map(
    u.rader.map((rad) => [rad, kolumner.map((kolumn) => columnValue(u, rad, kolumn, nu, miljö))])
  )
  const visade = u.rader.filter(
    (rad) =>
      !flagArg(anrop, 'dölj-tomma') ||
      rad.slag !== 'konto' ||
      (talen.get(rad) ?? []).some((tal) => tal?.värde && !tal.värde.eq(0))
  )
  const rubriker = kolumner.map((kolumn) => heading(kolumn, nu, miljö))

  const grupper: { summa: boolean; rader: RadVy[] }[] = []
  for (const rad of visade) {
    const summa = rad.slag === 'summa'
    const vy = rowView(rad)
    const sist = grupper.at(-1)
    if (sist && sist.summa === summa && rad.slag !== 'rubrik') sist.rader.push(vy)
    else grupper.push({ summa, rader: [vy] })
  }
  const skalad = kolumner.every(
    (kolumn, i) => kolumn.slag === 'text' || (columnUnit(i) ?? u.enhet.symbol) === u.enhet.symbol
  )
  const kolumnrubriker = rubriker.map((text, i) => (skalad ? text : withColumnUnit(text, i)))
  miljö.plats = { avsnitt: miljö.plats.avsnitt }
  return renderTabell(
    {
      ...frame,
      enhet: u.enhet.symbol || null,
      slag: kolumner.some((kolumn) => kolumn.slag === 'text') ? 'text' : 'belopp',
      huvud: [
        [
          ...(u.kodrubrik ? [head(u.kodrubrik)] : []),
          head(u.radrubrik),
          ...kolumnrubriker.map((text, i) => head(text, kolumner[i]?.slag !== 'text'))
        ]
      ],
      grupper,
      noter: [...notes(), ...(u.not ? [u.not] : []), ...frame.noter]
    },
    {
      kolumner: [...(u.kodrubrik ? [u.kodrubrik] : []), u.radrubrik, ...kolumnrubriker],
      rader: visade
        .filter((rad) => rad.slag !== 'rubrik')
        .map((rad) => [
          ...(u.kodrubrik ? [kod(rad)] : []),
          radnamn.get(rad) ?? '',
          ...(talen.get(rad) ?? []).map((tal, i) =>
            kolumner[i]?.slag === 'text' ? columnText(rad, kolumner[i], nu, miljö) : csvValue(tal)
          )
        ])
    },
    miljö
  )

  function kod(rad: Rad): string {
    return rad.slag === 'konto' ? (miljö.modell.serier.get(rad.id)?.kod ?? '') : ''
  }

  function columnUnit(i: number): string | undefined {
    for (const rad of visade) {
      const tal = talen.get(rad)?.[i]
      if (tal) return tal.enhet.symbol
    }
    return undefined
  }

  function withColumnUnit(text: string, i: number): string {
    const symbol = columnUnit(i)
    return symbol && symbol !== u.enhet.symbol && !text.includes(symbol)
      ? `${text}, ${symbol}`
      : text
  }

  function rowView(rad: Rad): RadVy {
    const namn = radnamn.get(rad) ?? ''
    const bredd = kolumner.length + (u.kodrubrik ? 2 : 1)
    if (rad.slag === 'rubrik')
      return { slag: 'rubrik', celler: [rowHead(namn, { scope: 'rowgroup', colspan: bredd })] }
    const celler: CellVy[] = kolumner.map((kolumn, i) => {
      if (kolumn.slag === 'text') return cell(columnText(rad, kolumn, nu, miljö))
      const tal = talen.get(rad)?.[i]
      miljö.plats = {
        avsnitt: miljö.plats.avsnitt,
        tabell: frame.id,
        rad: namn,
        kolumn: rubriker[i] ?? ''
      }
      return cell(tal ? cellHtml(tal, miljö) : SAKNAS, { numerisk: true })
    })
    return {
      slag: rad.slag === 'summa' ? 'summa' : 'rad',
      span: (rad.slag === 'konto' ? miljö.modell.serier.get(rad.id)?.span : undefined) ?? rad.span,
      celler: [...(u.kodrubrik ? [cell(kod(rad))] : []), rowHead(namn), ...celler]
    }
  }

  /** Says when rounding keeps printed rows from adding up, and when a sum leaves parts out. */
  function notes(): string[] {
    let rounded = false
    let partial = false
    for (const rad of visade) {
      if (rad.slag !== 'summa') continue
      for (const [i, kolumn] of kolumner.entries()) {
        if (kolumn.slag !== 'mått' || miljö.modell.mått.get(kolumn.mått)?.formel) continue
        const total = talen.get(rad)?.[i]
        const delar = rad.av.flatMap((id) => {
          const del = u.rader.find((r) => r.slag !== 'rubrik' && r.id === id)
          return (del && talen.get(del)?.[i]) ?? []
        })
        if (!total?.värde) continue
        if (delar.length < rad.av.length || delar.some((del) => del.värde === null)) partial = true
        else if (!addsUpInPrint(delar, total)) rounded = true
      }
    }
    // Across a row as well: printed utfall minus printed budget may differ from the printed avvikelse.
    rounded ||= rowsRounded()
    return [
      ...(rounded
        ? ['Till följd av avrundning kan summor och skillnader avvika från de tal som visas.']
        : []),
      ...(partial ? ['Summan omfattar de poster som har ett värde.'] : [])
    ]
  }

  function rowsRounded(): boolean {
    const at = (mått: string) =>
      kolumner.findIndex((k) => k.slag === 'mått' && k.mått === mått && k.period === undefined)
    const [utfall, budget, avvikelse] = [at('utfall'), at('budget'), at('avvikelse')]
    if (utfall < 0 || budget < 0 || avvikelse < 0) return false
    return visade.some((rad) => {
      const tal = talen.get(rad)
      const [a, b, c] = [tal?.[utfall], tal?.[budget], tal?.[avvikelse]]
      if (!a?.värde || !b?.värde || !c?.värde) return false
      const skillnad = round(a.värde, u.decimaler).minus(round(b.värde, u.decimaler))
      return !skillnad.abs().eq(round(c.värde, u.decimaler).abs())
    })
  }
}

function columnPeriod(kolumn: Kolumn, nu: Period, miljö: Miljö): Period {
  const period = miljö.räknare.period(kolumn.slag === 'mått' ? kolumn.period : undefined, nu)
  return isFel(period) ? nu : period
}

/** A cell's figure; undefined (with a warning) where data have none. */
function columnValue(
  u: Uppställning,
  rad: Rad,
  kolumn: Kolumn,
  nu: Period,
  miljö: Miljö
): Tal | undefined {
  if (rad.slag === 'rubrik' || kolumn.slag === 'text') return undefined
  const value = miljö.räknare.celltal(u, rad, kolumn.mått, columnPeriod(kolumn, nu, miljö))
  if (isFel(value)) {
    if (value.fel === 'inget värde' && rad.slag === 'konto' && miljö.diagnostics.hasErrors) {
      // It may be missing because it couldn't be read, and that is told already.
      return undefined
    }
    if (value.fel === 'inget värde' && rad.slag === 'konto') {
      const serie = miljö.modell.serier.get(rad.id)
      const period = columnPeriod(kolumn, nu, miljö).id
      report(
        miljö,
        saknarUtfall(
          `${serie?.namn ?? rad.id} saknar ${(miljö.modell.mått.get(kolumn.mått)?.namn ?? kolumn.mått).toLowerCase()} för ${period}, som tabellen "${u.namn}" visar.`
        ),
        serie?.span ?? rad.span
      )
    } else if (value.fel !== 'inget värde' && value.fel !== 'redan rapporterat')
      report(miljö, messages.referensfel(`${u.id}.${rad.id}.${kolumn.mått}`, value), rad.span)
    return undefined
  }
  if (kolumn.slag === 'mått') return value
  if (kolumn.slag === 'andel') {
    const summa = u.rader.findLast((annan) => annan.slag === 'summa')
    const hel = summa && miljö.räknare.celltal(u, summa, kolumn.mått, nu)
    return hel && !isFel(hel) ? andel(value, hel, 1) : undefined
  }
  const före = miljö.räknare.period('föregående år', nu)
  const då = isFel(före) ? före : miljö.räknare.celltal(u, rad, kolumn.mått, före)
  return isFel(då) ? undefined : förändring(value, då, kolumn.som)
}

function columnText(rad: Rad, kolumn: Kolumn | undefined, nu: Period, miljö: Miljö): string {
  if (kolumn?.slag !== 'text' || rad.slag !== 'konto') return ''
  const serie = miljö.modell.serier.get(rad.id)
  return (
    (kolumn.text === 'kommentar' ? serie?.perioder.get(nu.id)?.kommentar : undefined) ??
    serie?.[kolumn.text] ??
    ''
  )
}

/** A column's head: its own name, or the measure with the year it is about. */
function heading(kolumn: Kolumn, nu: Period, miljö: Miljö): string {
  if (kolumn.namn) return kolumn.namn
  if (kolumn.slag === 'text')
    return { kommentar: 'Kommentar', beskrivning: 'Beskrivning', källa: 'Källa' }[kolumn.text]
  const mått = måttnamn(miljö.modell, kolumn.mått)
  if (kolumn.slag === 'förändring') return kolumn.som === 'procent' ? 'Förändring, %' : 'Förändring'
  if (kolumn.slag === 'andel') return 'Andel, %'
  if (kolumn.mått === 'prognos' && kolumn.period === SENASTE_PROGNOS)
    return `Prognos i ${sistaMånaden(columnPeriod(kolumn, nu, miljö))}`
  return kolumn.mått in HÄRLEDDA_MÅTT || miljö.modell.mått.has(kolumn.mått)
    ? mått
    : `${mått} ${columnPeriod(kolumn, nu, miljö).id}`
}
