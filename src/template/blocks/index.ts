import { balanskrav } from './balanskrav.ts'
import type { Block } from './block.ts'
import { diagram } from './diagram.ts'
import { enhetstabell } from './enhetstabell.ts'
import { hjälparlista, kommandon, målformer, nycklar } from './handbok.ts'
import { heatmap } from './heatmap.ts'
import { kontrollplan, kontrolltabell, uppdragslista } from './kontroll.ts'
import { bedömningar, indikatortabell, måltabell } from './mal.ts'
import { målprognos } from './malprognos.ts'
import { målträd } from './maltrad.ts'
import { nyckeltal } from './nyckeltal.ts'
import { organisationsschema } from './organisationsschema.ts'
import { plantabell, prioriteringar } from './plan.ts'
import { prognoshistorik } from './prognos.ts'
import { regellista, regler } from './regler.ts'
import { förbättringsområden, rekommendationer } from './rekommendationer.ts'
import { granskningar, revisionstabell, revisionsöversikt } from './revision.ts'
import { riskmatris, risktabell } from './risk.ts'
import { svarsruta, svarstabell } from './svar.ts'
import { tabell } from './tabell.ts'

/** Every block by the name that writers use. */
export const blocken: Readonly<Record<string, Block>> = {
  balanskrav,
  bedömningar,
  diagram,
  enhetstabell,
  förbättringsområden,
  granskningar,
  heatmap,
  hjälparlista,
  indikatortabell,
  kommandon,
  kontrollplan,
  kontrolltabell,
  målformer,
  målprognos,
  måltabell,
  målträd,
  nyckeltal,
  nycklar,
  prognoshistorik,
  regellista,
  regler,
  rekommendationer,
  revisionstabell,
  revisionsöversikt,
  organisationsschema,
  plantabell,
  prioriteringar,
  riskmatris,
  risktabell,
  svarsruta,
  svarstabell,
  tabell,
  uppdragslista
}
