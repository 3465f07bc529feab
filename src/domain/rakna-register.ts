import { summa } from './berakning.ts'
import { decimal } from './decimal.ts'
import { knownMåttenhet } from './mattenhet.ts'
import type { Register } from './modell.ts'
import { parsePeriod, type Period } from './period.ts'
import { givet } from './rakna-verk.ts'
import type { Referensfel } from './referens.ts'
import type { Tal } from './tal.ts'

/** A cell, a column's sum or the number of rows of a register. */
export function registertal(
  register: Register,
  rad: string,
  kolumn: string | undefined,
  nu: Period
): Tal | Referensfel {
  const periodId = register.period ?? nu.id
  if (rad === 'antal' && kolumn === undefined)
    return {
      värde: decimal(register.rader.length),
      enhet: knownMåttenhet('antal'),
      decimaler: 0,
      period: periodId,
      namn: `Antal rader i ${register.namn}`,
      källa: { slag: 'formel', formel: 'antal rader', ingår: [radantal(register, periodId)] }
    }
  const talkolumner = register.kolumner.filter((k) => k.slag === 'tal')
  const k = talkolumner.find((k) => k.id === kolumn)
  const träffar = rad === 'summa' ? register.rader : register.rader.filter((r) => r.id === rad)
  if (träffar.length === 0)
    return {
      fel: 'okänd rad',
      del: rad,
      kända: ['antal', 'summa', ...register.rader.map((r) => r.id)]
    }
  if (!k?.enhet)
    return { fel: 'okänd kolumn', del: kolumn ?? '', kända: talkolumner.map((k) => k.id) }
  const enhet = k.enhet
  const värden = träffar.flatMap((r) => {
    const cell = r.celler.get(k.id)
    if (cell?.slag !== 'tal') return []
    const namn = `${rowName(r, register)}, ${k.namn.toLowerCase()}`
    return [
      givet(
        cell.datum,
        enhet,
        k.decimaler ?? cell.datum.decimaler,
        parsePeriod(periodId) ?? nu,
        namn
      )
    ]
  })
  const första = värden[0]
  if (!första) return { fel: 'inget värde', del: k.id, kända: [] }
  return rad === 'summa'
    ? summa(värden, enhet, första.decimaler, `${register.namn}, summa ${k.namn.toLowerCase()}`)
    : första
}

function radantal(register: Register, periodId: string): Tal {
  return {
    värde: decimal(register.rader.length),
    enhet: knownMåttenhet('antal'),
    decimaler: 0,
    period: periodId,
    namn: register.namn,
    källa: { slag: 'datum', span: register.span }
  }
}

/** A register row's name: its first text cell. */
export function rowName(rad: Register['rader'][number], register: Register): string {
  const första = rad.celler.get(register.kolumner[0]?.id ?? '')
  return första?.slag === 'text' ? första.text : rad.id
}
