import type { Modell } from '../domain/modell.ts'
import type { DokumentmallRecord } from '../schema/dokumentmall.ts'

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
  svar: (m) => m.svar.length
}

/** What a document requires and the unit lacks, in words for a message; an id is a table, register or series. */
export function missingData(modell: Modell, krav: Datakrav): { vad: string; hint: string }[] {
  // What is missing may be among the records that couldn't be read.
  if (modell.trasiga.size > 0) return []
  const mapp = `data/${modell.organisation.id}/${modell.enhet.id}/`
  return krav.flatMap(({ nyckel, krav: ja }) => {
    if (ja !== 'ja' || has(modell, nyckel)) return []
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
