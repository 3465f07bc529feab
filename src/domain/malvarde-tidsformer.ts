import { readGräns, bareJämförelse, wholeOf } from './malvarde-gransformer.ts'
import { mönster } from './malvarde-monster.ts'
import { isTidsord, readOrdningstal, readStorhet, readTal } from './malvarde-tal.ts'
import type { Jämförelse, Målfel, Målform, Målgrupper } from './malvarde-typ.ts'

function operator({ minst, högst }: Målgrupper, otherwise: Jämförelse): Jämförelse {
  return minst ? '≥' : högst ? '≤' : otherwise
}

/** A count of years or months: a whole number above zero. */
function readAntal(text: string): number | Målfel {
  const read = readTal(text)
  if ('fel' in read) return read
  const n = read.värde.toNumber()
  return Number.isInteger(n) && n > 0
    ? n
    : { fel: `"${text}" måste vara ett helt tal större än noll.` }
}

/** Targets that say when or for how long. */
export const tidsformer: readonly Målform[] = [
  {
    namn: 'vissa år',
    exempel: 'Mäts vart tredje år, se 2018',
    förklaring:
      'Övriga år är målet ej mätt. Vad som gäller när det mäts kan stå först eller inom parentes.',
    mönster: mönster(
      '(?:(?<mål>.+?)[,;.]? )??(?:mätning |mäts |mätas )?(?:vart|var)(?: ?{ordning})(?: år)?(?:[,;:.]? (?:se|nästa(?: gång| mätning)?|med start|från(?: och med)?|f\\.o\\.m\\.) (?:år )?{år})?(?:[,;:.]? \\((?<inom>.+)\\))?'
    ),
    bygg: ({ mål, ordning = '', år, inom }, _, read) => {
      const intervall = readOrdningstal(ordning)
      if (intervall < 2) return undefined
      const inner = inom ?? mål
      const start = år === undefined ? undefined : Number(år)
      if (inner === undefined) return { slag: 'vissa år', intervall, år: start }
      const läst = read(inner)
      if (läst.mål === undefined) return läst
      if (läst.mål.slag === 'fritext' && mål !== undefined) return undefined
      return { slag: 'vissa år', intervall, år: start, mål: läst.mål }
    }
  },
  {
    namn: 'månader',
    exempel: '70 under 10 av 12 månader',
    förklaring: 'Gränsen ska ha nåtts i minst så många av månaderna.',
    mönster: mönster(
      '(?:(?<minst>{minst})|(?<högst>{högst}))? ?{tal}{enhet} (?:under |i )?(?:minst )?{a} av (?:årets |de )?{b} månader(?:na)?'
    ),
    bygg: (grupper, kontext) => {
      const gräns = readGräns(operator(grupper, bareJämförelse(kontext)), grupper, kontext)
      if (gräns === undefined || 'fel' in gräns || gräns.slag !== 'gräns') return gräns
      const antal = readAntal(grupper['a'] ?? '')
      const av = readAntal(grupper['b'] ?? '')
      if (typeof antal !== 'number') return antal
      if (typeof av !== 'number') return av
      if (antal > av)
        return { fel: `Målet är ${antal} av ${av} månader, men det finns bara ${av}.` }
      return { slag: 'månader', jämförelse: gräns.jämförelse, värde: gräns.värde, antal, av }
    }
  },
  {
    namn: 'snitt',
    exempel: 'Real avkastning 3 procent i snitt under femårsperiod',
    förklaring: 'Medelvärdet av så många år, det senaste medräknat, når gränsen.',
    mönster: mönster(
      '{före} ?(?:(?<minst>{minst})|(?<högst>{högst}))? ?{tal}{enhet} (?:i|som) (?:genom)?snitt,? (?:(?:under|över|för|på|de|senaste|en|ett) )*(?:{antalÅr} år|{årsperiod})'
    ),
    bygg: (grupper, kontext) => {
      const gräns = readGräns(operator(grupper, bareJämförelse(kontext)), grupper, kontext)
      if (gräns === undefined || 'fel' in gräns || gräns.slag !== 'gräns') return gräns
      const antalÅr = readAntal(grupper['antalÅr'] ?? grupper['period'] ?? grupper['period2'] ?? '')
      if (typeof antalÅr !== 'number') return antalÅr
      return { slag: 'snitt', jämförelse: gräns.jämförelse, värde: gräns.värde, antalÅr }
    }
  },
  {
    namn: 'andel inom tid',
    exempel: '90 % inom 60 dagar',
    förklaring: 'Gränsen gäller andelen som blir klar i tid.',
    mönster: mönster(
      '(?:(?<minst>{minst})|(?<högst>{högst}))? ?{tal}{enhet}{av}(?<villkor> inom {a} ?{tid})'
    ),
    bygg: (grupper, kontext) => {
      if (!isTidsord(grupper['tid'] ?? '')) return undefined
      const gräns = readGräns(operator(grupper, bareJämförelse(kontext)), grupper, kontext)
      if (gräns === undefined || 'fel' in gräns || gräns.slag !== 'gräns') return gräns
      return { ...gräns, villkor: `${gräns.villkor ?? ''}${grupper['villkor']}`.trim() }
    }
  },
  {
    namn: 'inom tid',
    exempel: 'Inom 10 arbetsdagar',
    exempelenhet: 'dagar',
    förklaring: 'Högst så lång tid. Mäts indikatorn i procent eller antal gäller målet samtliga.',
    mönster: mönster('(?:[\\p{L}-]+ ){0,3}inom {tal} ?{tid}'),
    bygg: ({ tal = '', tid = '' }, { enhet }) => {
      if (!isTidsord(tid)) return undefined
      if (enhet.antal || wholeOf(enhet.id)) {
        const read = readTal(tal)
        if ('fel' in read) return read
        return { slag: 'samtliga', värde: wholeOf(enhet.id), villkor: `inom ${tal} ${tid}` }
      }
      const storhet = readStorhet(tal, tid, enhet)
      if (storhet === undefined || 'fel' in storhet) return storhet
      return { slag: 'inom', värde: storhet.värde, tid }
    }
  }
]
