import { about, ursprung } from './common.ts'
import { balanskrav, samband } from './lagstadgat.ts'
import { revision } from './revision.ts'
import { risk } from './risk.ts'
import { mått, serie, uppställning } from './serie.ts'
import { kontroll, mål, register, uppdrag } from './styrning.ts'
import { svar } from './svar.ts'

/** The lists that a data file can hold, each with the schema of its posts. */
export const LISTOR = {
  indikatorer: about(serie, 'Indikatorer: det som visar om målen nås.'),
  konton: about(serie, 'Konton: belopp över tid, till uppställningar.'),
  nyckeltal: about(serie, 'Nyckeltal: andra tal över tid.'),
  mått: about(mått, 'Egna mått, utöver utfall, budget, prognos och avvikelse.'),
  uppställningar: about(uppställning, 'Tabeller av konton, med summor.'),
  mål: about(mål, 'Mål i styrmodellens nivåer.'),
  kontroller: about(kontroll, 'Kontroller i den interna kontrollplanen.'),
  risker: about(risk, 'Risker i riskanalysen.'),
  uppdrag: about(uppdrag, 'Uppdrag till enheten.'),
  register: about(register, 'Andra listor, med egna kolumner.'),
  revision: about(revision, 'Revisorernas granskning av ett organ ett år.'),
  svar: about(svar, 'Svar på revisorernas rekommendationer.'),
  samband: about(samband, 'Tal som ska stämma överens.'),
  balanskrav: about(balanskrav, 'Talen i balanskravsutredningen.')
} as const

export const FILURSPRUNG = about(
  ursprung,
  'Ursprunget för alla uppgifter i filen som inte har ett eget.',
  'publicerat'
)

/** The top-level keys of a data file. */
export const DATANYCKLAR: readonly string[] = ['ursprung', ...Object.keys(LISTOR)]
