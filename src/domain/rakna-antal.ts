import { indikatorerMed, INDIKATORANTAL } from './bedomning.ts'
import { decimal } from './decimal.ts'
import { knownMåttenhet } from './mattenhet.ts'
import type { Modell } from './modell.ts'
import { samePeriods, type Period } from './period.ts'
import type { Räkneverk } from './rakna-verk.ts'
import type { Referensfel } from './referens.ts'
import type { Källa, Tal } from './tal.ts'

type Span = Extract<Källa, { slag: 'datum' }>['span']

/** What can be counted of controls and assignments, by the word that references use. */
const KONTROLLER = new Map<string, (u: { utfört: unknown; resultat: string }) => boolean>([
  ['antal', () => true],
  ['utförda', (u) => u.utfört !== 'ej utfört'],
  ['ej-utförda', (u) => u.utfört === 'ej utfört'],
  ['brister', (u) => /^(brister|risker) identifierade$/i.test(u.resultat)]
])
const UPPDRAG = new Map<string, (u: { status: string }) => boolean>([
  ['antal', () => true],
  ['klara', (u) => u.status === 'klart'],
  ['pågående', (u) => u.status === 'pågår'],
  ['ej-påbörjade', (u) => u.status === 'ej påbörjat'],
  ['avslutade-i-förtid', (u) => u.status === 'avslutat i förtid']
])

/**
 * `kontroller.utförda` and the like: counts over what the report's period says. Undefined where the
 * word names no collection.
 */
export function samlingstal(
  verk: Räkneverk,
  samling: string,
  vad: string,
  nu: Period
): Tal | Referensfel | undefined {
  const { modell } = verk
  switch (samling) {
    case 'kontroller':
      return count(samling, vad, nu, [...KONTROLLER.keys()], () =>
        spansOf(modell.kontroller, nu, vad, KONTROLLER.get(vad))
      )
    case 'uppdrag':
      return count(samling, vad, nu, [...UPPDRAG.keys()], () =>
        spansOf(modell.uppdrag, nu, vad, UPPDRAG.get(vad))
      )
    case 'indikatorer':
      return count(samling, vad, nu, INDIKATORANTAL, () =>
        (indikatorerMed(verk, vad, nu) ?? []).map((serie) => serie.span)
      )
    default:
      return undefined
  }
}

function spansOf<U extends { readonly span: Span }>(
  poster: readonly { readonly uppföljning: ReadonlyMap<string, U>; readonly span: Span }[],
  nu: Period,
  vad: string,
  villkor: ((u: U) => boolean) | undefined
): Span[] {
  const följda = poster.flatMap(({ uppföljning }) => {
    const u = samePeriods(nu)
      .map((id) => uppföljning.get(id))
      .find((found) => found !== undefined)
    return u ? [u] : []
  })
  // A plan comes before any follow-up: then all that is planned is counted.
  if (vad === 'antal' && följda.length === 0) return poster.map(({ span }) => span)
  return följda.flatMap((u) => (villkor?.(u) ? [u.span] : []))
}

function count(
  samling: keyof Pick<Modell, 'kontroller' | 'uppdrag'> | 'indikatorer',
  vad: string,
  nu: Period,
  kända: readonly string[],
  find: () => Span[]
): Tal | Referensfel {
  if (!kända.includes(vad)) return { fel: 'okänt mått', del: vad, kända }
  const common = { enhet: knownMåttenhet('antal'), decimaler: 0, period: nu.id }
  const spans = find()
  return {
    ...common,
    värde: decimal(spans.length),
    namn: `Antal ${samling}${vad === 'antal' ? '' : `, ${vad}`}`,
    källa: {
      slag: 'formel',
      formel: `antal ${samling}${vad === 'antal' ? '' : ` som är ${vad}`}`,
      ingår: spans.map((span) => ({
        ...common,
        värde: decimal(1),
        namn: samling,
        källa: { slag: 'datum', span }
      }))
    }
  }
}
