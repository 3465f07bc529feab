import type { Block } from './block.ts'
import { diagram } from './diagram.ts'
import { kontrolltabell, uppdragslista } from './kontroll.ts'
import { bedömningar, indikatortabell, måltabell } from './mal.ts'
import { nyckeltal } from './nyckeltal.ts'
import { tabell } from './tabell.ts'

/** Every block by the name that writers use. */
export const blocken: Readonly<Record<string, Block>> = {
  bedömningar,
  diagram,
  indikatortabell,
  kontrolltabell,
  måltabell,
  nyckeltal,
  tabell,
  uppdragslista
}
