import type { Modell } from '../domain/modell.ts'
import { krävs } from '../domain/krav.ts'
import type { DokumentmallRecord } from '../schema/dokumentmall.ts'
import { readAnrop } from './call.ts'
import type { Uttryck } from './uttryck.ts'

type Datakrav = NonNullable<DokumentmallRecord['data']>

/** Sections of data by their key in YAML: how many records a unit has. */
const LISTOR: Readonly<Record<string, (modell: Modell) => number>> = {
  mål: (m) => m.mål.length,
  indikatorer: (m) => seriesOf(m, 'indikator'),
  konton: (m) => seriesOf(m, 'konto'),
  nyckeltal: (m) => seriesOf(m, 'nyckeltal'),
  uppställningar: (m) => m.uppställningar.size,
  register: (m) => m.register.size,
  kontroller: (m) => m.kontroller.length,
  risker: (m) => m.risker.length,
  uppdrag: (m) => m.uppdrag.length,
  revision: (m) => m.revision.length,
  svar: (m) => m.svar.length,
  samband: (m) => m.samband.length,
  balanskrav: (m) => (m.balanskrav ? 1 : 0)
}

/** What a document requires and the unit lacks, in words for a message; an id is a table, register or series. */
export function missingData(
  modell: Modell,
  krav: Datakrav,
  lagstadgad: boolean
): { vad: string; hint: string }[] {
  // What is missing may be among the records that couldn't be read.
  if (modell.trasiga.size > 0) return []
  const mapp = `data/${modell.organisation.id}/${modell.enhet.id}/`
  return krav.flatMap((post) => {
    const { nyckel } = post
    if (!krävs(post, lagstadgad) || has(modell, nyckel)) return []
    return nyckel in LISTOR
      ? [{ vad: nyckel, hint: `Lägg till minst en post under "${nyckel}:" i en fil i ${mapp}.` }]
      : [
          {
            vad: `"${nyckel}"`,
            hint: `Lägg till en uppställning, ett register eller en serie med id: ${nyckel} i en fil i ${mapp}.`
          }
        ]
  })
}

/** What the document must show and no call in its text prints. What the unit lacks is told as that. */
export function unshownData(
  modell: Modell,
  krav: Datakrav,
  lagstadgad: boolean,
  uttryck: readonly (Uttryck | undefined)[]
): { vad: string; anrop: string }[] {
  const utskrivna = new Set(
    uttryck.flatMap((u) => (u ? [u.namn, String(readAnrop(u).params[0]?.värde)] : []))
  )
  return krav
    .filter((post) => post.visas && krävs(post, lagstadgad) && has(modell, post.nyckel))
    .filter(({ nyckel }) => !utskrivna.has(nyckel))
    .map(({ nyckel }) => ({
      vad: nyckel,
      anrop: nyckel in LISTOR ? `{{${nyckel}}}` : `{{tabell "${nyckel}"}}`
    }))
}

function has(modell: Modell, nyckel: string): boolean {
  const count = LISTOR[nyckel]
  if (count) return count(modell) > 0
  return (
    modell.uppställningar.has(nyckel) || modell.register.has(nyckel) || modell.serier.has(nyckel)
  )
}

function seriesOf({ serier }: Modell, slag: string): number {
  return [...serier.values()].filter((serie) => serie.slag === slag).length
}
