import type { Diagrammall, Klass } from '../../chart/types.ts'
import type { Register } from '../../domain/modell.ts'
import { yearsBefore } from '../../domain/period.ts'
import { allaMått, isFel } from '../../domain/referens.ts'
import * as messages from '../../messages.ts'
import { listArg, type Anrop } from '../arguments.ts'
import { report, type Miljö } from '../environment.ts'
import {
  konton,
  kontonamn,
  measureName,
  ofTabell,
  tabellArg,
  uppställningNamed,
  type Punkt,
  type Underlag
} from './diagram-underlag.ts'

/** The rows of a register or a table, each with one or more measures. */
export function overRows(mall: Diagrammall, anrop: Anrop, miljö: Miljö): Underlag | undefined {
  const id = tabellArg(anrop, miljö)
  if (id === undefined) return undefined
  const register = miljö.modell.register.get(id)
  return register ? overRegister(register, anrop, miljö) : overTabell(id, mall, anrop, miljö)
}

function overRegister(register: Register, anrop: Anrop, miljö: Miljö): Underlag | undefined {
  const måtten = listArg(anrop, 'mått')
  const valda = listArg(anrop, 'rader')
  const kolumner = register.kolumner.filter(
    (k) => k.slag === 'tal' && (måtten.length === 0 || måtten.includes(k.id))
  )
  const enhet = kolumner[0]?.enhet
  if (!enhet)
    return report(
      miljö,
      messages.okänt(
        'kolumn',
        måtten[0] ?? '',
        register.kolumner.filter((k) => k.slag === 'tal').map((k) => k.id)
      ),
      anrop.hash.get('mått')?.span ?? anrop.hash.get('tabell')?.span
    )
  const punkter = register.rader
    .filter((rad) => valda.length === 0 || valda.includes(rad.id))
    .flatMap((rad) =>
      kolumner.flatMap((k): Punkt[] => {
        const tal = miljö.räknare.tal(`${register.id}.${rad.id}.${k.id}`, miljö.period)
        const namn = rad.celler.get(register.kolumner[0]?.id ?? '')
        return isFel(tal) || tal.värde === null
          ? []
          : [
              {
                tal,
                rad: {
                  namn: namn?.slag === 'text' ? namn.text : rad.id,
                  ...(kolumner.length > 1 ? { serie: k.namn } : {})
                }
              }
            ]
      })
    )
  return {
    punkter,
    titel: register.namn,
    enhet,
    decimaler: punkter[0]?.tal.decimaler ?? 0,
    radrubrik: register.kolumner[0]?.namn ?? ''
  }
}

function overTabell(
  id: string,
  mall: Diagrammall,
  anrop: Anrop,
  miljö: Miljö
): Underlag | undefined {
  const tabell = uppställningNamed(id, anrop, miljö, miljö.modell.register.keys())
  if (!tabell) return undefined
  const måtten = listArg(anrop, 'mått')
  const wanted = måtten.length ? måtten : ['utfall']
  const known = [...allaMått(miljö.modell.mått), 'föregående år']
  for (const mått of wanted)
    if (!known.includes(mått))
      return report(miljö, messages.okäntMått(mått, known), anrop.hash.get('mått')?.span)
  const avvikelse = wanted.length === 1 && /avvikelse/.test(wanted[0] ?? '')
  const punkter = konton(tabell, listArg(anrop, 'rader')).flatMap((rad) =>
    wanted.flatMap((mått): Punkt[] => {
      const period = mått === 'föregående år' ? yearsBefore(miljö.period) : miljö.period
      const tal = miljö.räknare.celltal(
        tabell,
        rad,
        mått === 'föregående år' ? 'utfall' : mått,
        period
      )
      if (isFel(tal) || tal.värde === null) return []
      const riktning = miljö.modell.serier.get(rad.id)?.riktning
      // A deviation is good when positive, unless the series says that lower is better.
      const bättre = tal.värde.lt(0) === (riktning === 'lägre är bättre')
      const klass: Klass | undefined =
        mått === 'föregående år'
          ? 'föregående'
          : avvikelse || riktning
            ? bättre || tal.värde.eq(0)
              ? 'bättre'
              : 'sämre'
            : undefined
      const serie = mall.data === 'grupper' ? { serie: measureName(mått, miljö) } : {}
      return [{ tal, rad: { namn: kontonamn(rad, miljö), ...serie, ...(klass ? { klass } : {}) } }]
    })
  )
  return {
    punkter,
    ...ofTabell(tabell),
    tecken: avvikelse
  }
}
