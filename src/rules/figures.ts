import { tiopotens, type Decimal } from '../domain/decimal.ts'
import { måttenhet } from '../domain/mattenhet.ts'
import type { Modell, Serie } from '../domain/modell.ts'
import { måttnamn } from '../domain/rakna-verk.ts'
import type { Tal } from '../domain/tal.ts'
import type { Span } from '../source.ts'
import { withoutHead, type Ord } from './words.ts'

/** A figure that a text may be about: as in data or derived from them. */
export interface Siffra {
  readonly ämne: Ämne
  readonly slag: 'nivå' | 'förändring' | 'andel' | 'mål'
  readonly mått: string
  readonly tal: Tal & { readonly värde: Decimal }
  /** How the figure is called: `tal "sjukfrånvaro.utfall" period="2016"`, without braces. */
  readonly anrop: string
  /** Years before the report's period; 0 for the period itself, 99 for another part of a year. */
  readonly bakåt: number
  /** How many rounded figures it is computed from; 0 for one given in data. */
  readonly termer: number
  /** Its size in the unit's base, roughly: to pass by what can't be meant. */
  readonly bas: number
  readonly grupp: string
}

/** As far back as a figure can be that is of another part of a year: a month, a tertial. */
export const ELSEWHEN = 99

/** What figures are about: a series, a table's total, a collection. */
export interface Ämne {
  readonly id: string
  readonly namn: string
  readonly slag: 'serie' | 'grupp' | 'summa' | 'samling' | 'register'
  readonly namnen: readonly (readonly string[])[]
  readonly span: Span | undefined
  readonly siffror: Siffra[]
  readonly serie?: Serie | undefined
}

export interface Siffror {
  readonly ämnen: readonly Ämne[]
  /** The subjects that a sentence's words name, the longest names first. */
  named(words: readonly Ord[]): readonly Nämnt[]
  /** Figures of a unit whose value lies within `bredd` of `värde`, in any scale of that unit. */
  near(enhet: string | undefined, värde: Decimal, bredd: Decimal): readonly Siffra[]
}

export interface Nämnt {
  readonly ämne: Ämne
  readonly start: number
  readonly end: number
}

const ANTAL = new Set(['st', 'antal', 'personer', 'index', 'kvot', 'poäng'])

/** What can stand for each other in a text: kronor in any scale, counts of any kind. */
export function unitGroup(enhet: string | undefined): string {
  if (enhet === undefined) return 'antal'
  if (ANTAL.has(enhet)) return 'antal'
  return måttenhet(enhet)?.skala ? 'kr' : enhet
}

/** A value in the group's base unit, so that tkr and mnkr can be compared. */
export function inBase(värde: Decimal, enhet: string | undefined): Decimal {
  const skala = enhet === undefined ? undefined : måttenhet(enhet)?.skala
  return skala ? värde.times(tiopotens(skala.faktor)) : värde
}

interface Plats {
  readonly värde: number
  readonly siffra: Siffra
}

/** Subjects as what rules look up: by name, and by unit and value. */
export function createSiffror(ämnen: readonly Ämne[]): Siffror {
  const grupper = new Map<string, Plats[]>()
  for (const ämne of ämnen)
    for (const siffra of ämne.siffror) {
      if (siffra.anrop === '') continue
      const plats = { värde: siffra.bas, siffra }
      const list = grupper.get(siffra.grupp)
      if (list) list.push(plats)
      else grupper.set(siffra.grupp, [plats])
    }
  for (const list of grupper.values()) list.sort((a, b) => a.värde - b.värde)
  const byFirst = new Map<string, { namn: readonly string[]; ämne: Ämne }[]>()
  for (const ämne of ämnen)
    for (const namn of ämne.namnen) {
      const first = namn[0] ?? ''
      const entry = { namn, ämne }
      const known = byFirst.get(first)
      if (known) known.push(entry)
      else byFirst.set(first, [entry])
    }
  const entriesFor = ({ stam }: Ord) => {
    const own = byFirst.get(stam)
    const bas = own ? undefined : withoutHead(stam)
    // "Läkemedelskostnaden" is about "Läkemedel", where nothing is called so itself.
    return own ?? (bas === undefined ? undefined : byFirst.get(bas)) ?? []
  }
  return {
    ämnen,
    named(words) {
      const found: (Nämnt & { readonly ord: number })[] = []
      for (const [i, word] of words.entries())
        for (const { namn, ämne } of entriesFor(word)) {
          const end = matchName(words, i, namn)
          if (end) found.push({ ämne, start: word.start, end: end.end, ord: namn.length })
        }
      // A longer name at the same place is meant: "extern omsättning", not "omsättning".
      return found.filter(
        (a) => !found.some((b) => b.ord > a.ord && b.start <= a.start && b.end >= a.end)
      )
    },
    near(enhet, värde, bredd) {
      const list = grupper.get(unitGroup(enhet)) ?? []
      const centre = Math.abs(Number(inBase(värde, enhet)))
      const width = Number(inBase(bredd, enhet)) * (1 + 1e-9)
      let low = 0
      let high = list.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((list[middle]?.värde ?? 0) < centre - width) low = middle + 1
        else high = middle
      }
      const found: Siffra[] = []
      for (let i = low; i < list.length && (list[i]?.värde ?? 0) <= centre + width; i++)
        found.push((list[i] as Plats).siffra)
      return found
    }
  }
}

/** The name's words in order, with at most two other words in between. */
function matchName(words: readonly Ord[], at: number, namn: readonly string[]): Ord | undefined {
  let here = at
  for (const stam of namn.slice(1)) {
    let next = -1
    for (let j = here + 1; j <= here + 3 && j < words.length; j++)
      if (words[j]?.stam === stam) {
        next = j
        break
      }
    if (next < 0) return undefined
    here = next
  }
  return words[here]
}

/** A measure's name as writers say it. */
export function saidMått(modell: Modell, mått: string): string {
  return måttnamn(modell, mått).toLowerCase()
}
