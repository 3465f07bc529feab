import { iEnhet, skillnad, summa } from './berakning.ts'
import { evaluateFormel } from './formelvarde.ts'
import type { Rad, Uppställning } from './modell.ts'
import type { Period } from './period.ts'
import { both, måttnamn, type Räkneverk } from './rakna-verk.ts'
import { isFel, type Referensfel } from './referens.ts'
import type { Tal } from './tal.ts'

/** A cell of a table in the table's scale and sign convention; sums are made of the rows' values. */
export function computeCelltal(
  verk: Räkneverk,
  tabell: Uppställning,
  rad: Rad,
  mått: string,
  nu: Period
): Tal | Referensfel {
  if (rad.slag === 'rubrik') return { fel: 'okänd rad', del: rad.text, kända: [] }
  if (mått === 'avvikelse' && tabell.tecken === 'kostnad plus') {
    const par = both(
      verk.celltal(tabell, rad, 'budget', nu),
      verk.celltal(tabell, rad, 'utfall', nu)
    )
    return isFel(par) ? par : skillnad(par[0], par[1], `${radnamn(verk, rad)}, avvikelse`)
  }
  // A forecast above the budget is more cost, which is worse: plus is good in every deviation.
  if (
    mått === 'prognosavvikelse' &&
    tabell.tecken === 'kostnad plus' &&
    rad.slag === 'konto' &&
    !rad.från
  ) {
    const tal = kontocell(verk, tabell, rad, mått, nu)
    return isFel(tal) ? tal : turn(tal)
  }
  return rad.slag === 'konto'
    ? kontocell(verk, tabell, rad, mått, nu)
    : summacell(verk, tabell, rad, mått, nu)
}

function kontocell(
  verk: Räkneverk,
  tabell: Uppställning,
  rad: Extract<Rad, { slag: 'konto' }>,
  mått: string,
  nu: Period
): Tal | Referensfel {
  if (rad.från) return annanEnhet(verk, tabell, rad.från, mått, nu)
  const serie = verk.modell.serier.get(rad.id)
  if (!serie)
    return {
      fel: verk.modell.trasiga.has(rad.id) ? 'redan rapporterat' : 'okänt id',
      del: rad.id,
      kända: [...verk.modell.serier.keys()]
    }
  const värde = verk.serietal(serie, mått, nu)
  if (isFel(värde)) return värde
  if (!värde.enhet.skala)
    return verk.modell.mått.get(mått)?.enhet ? värde : { ...värde, decimaler: tabell.decimaler }
  return iEnhet(värde, tabell.enhet, tabell.decimaler) ?? värde
}

/**
 * A cell of another unit's table. Where the two tables' signs differ amounts are turned; a deviation
 * is good with plus in both conventions and stays as it is.
 */
function annanEnhet(
  verk: Räkneverk,
  tabell: Uppställning,
  från: NonNullable<Extract<Rad, { slag: 'konto' }>['från']>,
  mått: string,
  nu: Period
): Tal | Referensfel {
  const granne = verk.grannar.räknare(från.enhet)
  if (!granne) return { fel: 'okänd enhet', del: från.enhet, kända: verk.grannar.enheter }
  const källa = granne.modell.uppställningar.get(från.tabell)
  if (!källa) {
    const kända = [...granne.modell.uppställningar.keys()]
    return granne.modell.trasiga.has(från.tabell)
      ? { fel: 'redan rapporterat', del: från.tabell, kända: [] }
      : { fel: 'okänt id', del: från.tabell, kända }
  }
  const rader = källa.rader.filter((rad) => rad.slag !== 'rubrik')
  const rad = rader.find((rad) => rad.id === från.rad)
  if (!rad) return { fel: 'okänd rad', del: från.rad, kända: rader.map((rad) => rad.id) }
  const tal = granne.celltal(källa, rad, mått, nu)
  if (isFel(tal)) return tal
  const turned = källa.tecken === tabell.tecken || /avvikelse$/.test(mått) ? tal : turn(tal)
  return iEnhet(turned, tabell.enhet, tabell.decimaler) ?? turned
}

function turn(tal: Tal): Tal {
  return {
    ...tal,
    värde: tal.värde && tal.värde.neg(),
    källa: { slag: 'formel', formel: 'med omvänt tecken', ingår: [tal] }
  }
}

function summacell(
  verk: Räkneverk,
  tabell: Uppställning,
  rad: Extract<Rad, { slag: 'summa' }>,
  mått: string,
  nu: Period
): Tal | Referensfel {
  const egna = verk.modell.mått.get(mått)
  const namn = `${rad.namn}, ${måttnamn(verk.modell, mått).toLowerCase()}`
  // A measure computed from others is computed on the sums, so that shares and quotients weigh right.
  if (egna && verk.modell.trasiga.has(mått))
    return { fel: 'redan rapporterat', del: mått, kända: [] }
  if (egna?.formel)
    return evaluateFormel(
      egna.formel,
      {
        resolve: (ref, p) => {
          const vid = verk.period(p, nu)
          return isFel(vid) ? vid : verk.celltal(tabell, rad, ref, vid)
        }
      },
      {
        enhet: egna.enhet ?? tabell.enhet,
        decimaler: egna.decimaler ?? tabell.decimaler,
        period: nu.id,
        namn
      }
    )
  if (mått === 'avvikelse') {
    const par = both(
      verk.celltal(tabell, rad, 'utfall', nu),
      verk.celltal(tabell, rad, 'budget', nu)
    )
    return isFel(par) ? par : skillnad(par[0], par[1], namn)
  }
  if (egna?.enhet && !egna.enhet.antal && !egna.enhet.skala)
    return {
      fel: 'inget värde',
      del: mått,
      kända: [],
      förklaring: `"${måttnamn(verk.modell, mått)}" kan inte summeras.`
    }
  const delar: Tal[] = []
  let fel: Referensfel | undefined
  for (const id of rad.av) {
    const del = tabell.rader.find((annan) => annan.slag !== 'rubrik' && annan.id === id)
    const värde = del
      ? verk.celltal(tabell, del, mått, nu)
      : ({ fel: 'okänd rad', del: id, kända: [] } as const)
    if (!isFel(värde)) delar.push(värde)
    else if (värde.fel !== 'inget värde') return värde
    else fel ??= värde
  }
  if (delar.length === 0) return fel ?? { fel: 'inget värde', del: mått, kända: [] }
  return summa(delar, tabell.enhet, tabell.decimaler, namn)
}

function radnamn({ modell }: Räkneverk, rad: Rad): string {
  if (rad.slag === 'rubrik') return rad.text
  return rad.namn ?? modell.serier.get(rad.id)?.namn ?? rad.id
}
