import { isFel } from '../../domain/referens.ts'
import { yearsBefore } from '../../domain/period.ts'
import { formatDecimal, lowerFirst, withUnit } from '../../text/swedish.ts'
import { värdetSaknas } from '../value-messages.ts'
import { report, type Miljö } from '../environment.ts'
import { figureHtml, Html, lookUp } from '../figure.ts'
import type { NyckeltalVy } from '../views.ts'
import type { Block } from './block.ts'

/** `{{nyckeltal "a" "b"}}`: tiles with a large number, what it is, and last year's value. */
export const nyckeltal: Block = {
  signatur: { params: ['minst en uppgift'], fler: true, hash: { tecken: 'ja' } },
  numrerad: () => null,
  run(anrop, miljö) {
    const avsnitt = miljö.plats.avsnitt
    const rutor: NyckeltalVy['rutor'][number][] = []
    let ok = true
    for (const param of anrop.params) {
      const tal = lookUp(param, anrop, miljö)
      if (!tal?.värde) {
        if (tal) report(miljö, värdetSaknas(String(param.värde), tal.saknas), param.span)
        ok = false
        continue
      }
      const ref = String(param.värde)
      miljö.plats = { avsnitt, rad: tal.namn, kolumn: 'nyckeltal' }
      // Entered in the ledger in the order read: the large number first.
      const namn = caption(ref, tal.namn, miljö)
      // "121 årsarbetare, årsarbetare" says it twice.
      const enhet = tal.enhet.symbol === namn ? '' : tal.enhet.symbol
      const stor = figureHtml(tal, formatDecimal(tal.värde, tal.decimaler), miljö)
      const före = miljö.räknare.tal(ref, yearsBefore(miljö.period))
      const jämförelse =
        !isFel(före) && före.värde && före.period !== tal.period
          ? new Html(
              `${figureHtml(före, withUnit(formatDecimal(före.värde, före.decimaler), enhet), miljö).toHTML()} föregående år`
            )
          : null
      rutor.push({
        tal: stor,
        enhet: enhet || null,
        namn,
        jämförelse
      })
    }
    miljö.plats = { avsnitt }
    return ok ? miljö.render('block/nyckeltal', { rutor }) : undefined
  }
}

/** The series' or sum's name; "resultat, avvikelse" for measures other than the outcome. */
function caption(ref: string, namn: string, miljö: Miljö): string {
  const [id = '', mått] = ref.split('.')
  // "Summa" says nothing in a tile; the table's name does, where the table has one sum.
  const tabell = miljö.modell.uppställningar.get(id)
  const summor = tabell?.rader.filter((rad) => rad.slag === 'summa') ?? []
  const summa = summor.find((rad) => rad.id === mått)
  if (tabell && summa) {
    const bas = summor.length === 1 ? tabell.namn : summa.namn
    return lowerFirst(bas + namn.slice(summa.namn.length).replace(/^, utfall$/, ''))
  }
  const serie = miljö.modell.serier.get(id)
  if (serie && (mått === undefined || mått === 'utfall')) return lowerFirst(serie.kort)
  return lowerFirst(serie ? namn.replace(serie.namn, serie.kort) : namn.replace(/, utfall$/, ''))
}
