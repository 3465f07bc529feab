import { parsePeriod } from '../../domain/period.ts'
import { isFel } from '../../domain/referens.ts'
import type { Register, Registercell } from '../../domain/modell.ts'
import { SAKNAS } from '../../text/swedish.ts'
import type { Anrop } from '../arguments.ts'
import type { Miljö } from '../environment.ts'
import { cellHtml, Html } from '../figure.ts'
import type { Innehåll } from '../views.ts'
import { cell, csvValue, frameOf, head, renderTabell, rowHead } from './block.ts'
import { rowName } from '../../domain/rakna-register.ts'

/** A register as a table: the first column is each row's head, tal columns stand to the right. */
export function renderRegister(register: Register, anrop: Anrop, miljö: Miljö): string | undefined {
  const frame = frameOf(anrop, miljö, register.id, register.namn)
  const avsnitt = miljö.plats.avsnitt
  const { kolumner } = register
  const period = parsePeriod(register.period ?? '') ?? miljö.period
  const enheter = new Set(
    kolumner.flatMap((k) => (k.slag === 'tal' && k.enhet?.symbol ? [k.enhet.symbol] : []))
  )
  const gemensam = enheter.size === 1 ? [...enheter][0] : undefined
  const alla =
    gemensam !== undefined &&
    kolumner.every((k) => k.slag !== 'tal' || k.enhet?.symbol === gemensam)
  const rubriker = kolumner.map((k) =>
    k.slag === 'tal' && k.enhet?.symbol && !alla && !k.namn.includes(k.enhet.symbol)
      ? `${k.namn}, ${k.enhet.symbol}`
      : k.namn
  )

  const rader = register.rader.map((rad) => ({
    slag: 'rad' as const,
    span: rad.span,
    celler: kolumner.map((kolumn, i) => {
      miljö.plats = {
        avsnitt,
        tabell: frame.id,
        rad: rowName(rad, register),
        kolumn: kolumn.namn
      }
      const innehåll = content(rad.celler.get(kolumn.id), rad.id, kolumn.id)
      return i === 0 ? rowHead(innehåll) : cell(innehåll, { numerisk: kolumn.slag === 'tal' })
    })
  }))
  miljö.plats = { avsnitt }
  return renderTabell(
    {
      ...frame,
      enhet: alla ? gemensam : null,
      slag: 'text',
      huvud: [rubriker.map((text, i) => head(text, kolumner[i]?.slag === 'tal'))],
      grupper: [{ summa: false, rader: rader.length ? rader : [emptyRow(kolumner.length)] }],
      noter: [...(register.not === undefined ? [] : [register.not]), ...frame.noter]
    },
    {
      kolumner: rubriker,
      rader: register.rader.map((rad) =>
        kolumner.map((kolumn) => plain(rad.celler.get(kolumn.id), rad.id, kolumn.id))
      )
    },
    miljö
  )

  function content(innehåll: Registercell | undefined, rad: string, kolumn: string): Innehåll {
    // A date must not break at its hyphens.
    if (innehåll?.slag === 'datum' && innehåll.iso) return new Html(`<time>${innehåll.iso}</time>`)
    if (innehåll?.slag !== 'tal') return plain(innehåll, rad, kolumn) || SAKNAS
    const tal = miljö.räknare.tal(`${register.id}.${rad}.${kolumn}`, period)
    return isFel(tal) ? SAKNAS : cellHtml(tal, miljö)
  }

  function plain(innehåll: Registercell | undefined, rad: string, kolumn: string): string {
    if (!innehåll) return ''
    if (innehåll.slag === 'text') return innehåll.text
    if (innehåll.slag === 'datum') return innehåll.iso
    if (innehåll.slag === 'lista') return innehåll.texter.join('; ')
    const tal = miljö.räknare.tal(`${register.id}.${rad}.${kolumn}`, period)
    return isFel(tal) ? '' : csvValue(tal)
  }
}

function emptyRow(bredd: number) {
  return { slag: 'rad' as const, celler: [rowHead('Inga uppgifter', { colspan: bredd })] }
}
