import { datakontroller } from './builtin/data.ts'
import { hjälparkontroller } from './builtin/hjalpare.ts'
import type { Inbyggda } from './builtin/inbyggd.ts'
import { mallkontroller } from './builtin/mall.ts'
import { rapportkontroller } from './builtin/rapport.ts'
import { styrkontroller } from './builtin/styrning.ts'
import { talkontroller } from './builtin/tal.ts'
import { textkontroller } from './builtin/text.ts'
import { utskriftskontroller } from './builtin/utskrift.ts'

/** Checks outside the list by where they are made, in the order they are told of. */
export const kontrollgrupper: readonly {
  readonly id: string
  readonly namn: string
  readonly kontroller: Inbyggda
}[] = [
  { id: 'datafiler', namn: 'När datafiler läses', kontroller: datakontroller },
  { id: 'tal', namn: 'När tal läses och räknas', kontroller: talkontroller },
  { id: 'styrning', namn: 'Styrning och uppföljning', kontroller: styrkontroller },
  { id: 'markdown', namn: 'När texten läses', kontroller: textkontroller },
  { id: 'hjalpare', namn: 'När värden hämtas till texten', kontroller: hjälparkontroller },
  { id: 'rapportmapp', namn: 'Rapportens mapp och inställningar', kontroller: rapportkontroller },
  { id: 'mallar', namn: 'Mallar och färger', kontroller: mallkontroller },
  { id: 'utskrift', namn: 'När pdf-filen skrivs', kontroller: utskriftskontroller }
]

/** All of them, so that they too can be explained, and most of them set and silenced. */
export const inbyggda: Inbyggda = Object.assign(
  {},
  ...kontrollgrupper.map(({ kontroller }) => kontroller)
)
