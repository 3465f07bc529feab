import type { Modell, Mål, Omfattning, Periodpost, Serie } from './modell.ts'
import type { Period } from './period.ts'
import type { Referensfel } from './referens.ts'
import type { Tal } from './tal.ts'

/** A group's figure in a period: `hälsotillstånd.kvinnor.riket`. */
export function grupptal(
  serie: Serie,
  grupp: string,
  mått: string,
  period: Period
): Tal | Referensfel {
  const grupper = serie.perioder.get(period.id)?.uppdelning ?? []
  const found = grupper.find(({ id }) => id === grupp)
  if (!found) {
    const perioder = [...serie.perioder.values()].filter((post) =>
      post.uppdelning?.some(({ id }) => id === grupp)
    )
    return perioder.length > 0
      ? { fel: 'inget värde', del: grupp, kända: perioder.map((post) => post.period.id) }
      : { fel: 'okänt mått', del: `${grupp}.${mått}`, kända: grupper.map(({ id }) => id) }
  }
  const datum = found.värden.get(mått)
  if (!datum) return { fel: 'okänt mått', del: mått, kända: [...found.värden.keys()] }
  if (datum.formel)
    return { fel: 'formel', del: mått, kända: [], förklaring: 'En grupps tal kan inte räknas ut.' }
  return {
    värde: datum.värde,
    enhet: serie.enhet,
    decimaler: serie.decimaler,
    period: period.id,
    namn: `${serie.namn}, ${found.namn}${mått === 'utfall' ? '' : `, ${mått}`}`,
    ursprung: datum.ursprung,
    saknas: datum.saknas,
    källa: { slag: 'datum', span: datum.span }
  }
}

/** The year a plan starts from, where its figures aren't there: then there is nothing to print. */
export function tomtIngångsår(
  serie: Serie,
  post: Periodpost
): NonNullable<Periodpost['ingångsår']> | undefined {
  if (!post.ingångsår || post.ingångsvärde !== undefined) return undefined
  const bas = serie.perioder.get(post.ingångsår.period.id)
  const finns = bas && (bas.värden.has('utfall') || (bas.uppdelning?.length ?? 0) > 0)
  return finns || serie.formel ? undefined : post.ingångsår
}

/** A goal's own indicators of one scope (those without a goal for undefined). */
export function planindikatorer(
  modell: Modell,
  mål: string | undefined,
  omfattning?: Omfattning
): Serie[] {
  return [...modell.serier.values()].filter(
    (serie) =>
      serie.slag === 'indikator' &&
      serie.mål === mål &&
      (omfattning === undefined ||
        (serie.omfattning ?? 'egen') === omfattning ||
        serie.omfattning === 'båda')
  )
}

/** A goal and every goal below it, parents first. */
export function målgren(mål: Mål): Mål[] {
  return [mål, ...mål.undermål.flatMap(målgren)]
}
