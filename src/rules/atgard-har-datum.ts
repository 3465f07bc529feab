import { isBrist } from '../domain/internkontroll.ts'
import type { Kontroll } from '../domain/modell.ts'
import { senasteBedömning, type Risk } from '../domain/risk.ts'
import { formatLista } from '../text/swedish.ts'
import { kontroll, risk } from './exempel-kontroll.ts'
import type { Datarule, Fynd } from './rule.ts'

const LÅG = ['sannolikhet: 2', 'konsekvens: 3', 'hantering: åtgärda'] as const

export const rule: Datarule = {
  id: 'atgard-har-datum',
  severity: 'warning',
  on: 'data',
  omSaknat: true,
  why: 'En åtgärd utan datum kan inte bli sen, och en utan ansvarig blir ingens. Det gäller åtgärder mot risker; för en kontrolls åtgärd är det ett råd, eftersom datum ofta står i en egen plan.',
  good: [
    {
      data: risk({
        2021: [...LÅG, 'åtgärd: Jour dygnet runt', 'klardatum: 2022-03-31', 'ansvarig: Chef IT']
      })
    },
    {
      data: risk(
        { 2021: [...LÅG, 'åtgärd: Jour dygnet runt', 'status: klar'] },
        '    riskägare: Chef IT\n'
      )
    },
    {
      data: kontroll(
        'utfört: T3',
        'resultat: brister identifierade',
        'åtgärd: Alla avtal läggs i registret.',
        'klardatum: 2022-03-31'
      )
    }
  ],
  bad: [
    {
      data: risk({ 2021: [...LÅG, 'åtgärd: Jour dygnet runt'] }),
      väntat: ['data 5:7 Åtgärden mot risken "Avbrott" 2021 saknar klardatum och ansvarig.']
    },
    {
      data: risk({ 2021: LÅG }),
      väntat: ['data 5:7 Risken "Avbrott" 2021 ska åtgärdas, men det står inte hur.']
    },
    {
      data: kontroll(
        'utfört: T3',
        'resultat: brister identifierade',
        'åtgärd: Alla avtal läggs i registret.'
      ),
      väntat: ['råd data 5:7 Åtgärden efter kontrollen "Avtalstrohet" 2021 saknar klardatum.']
    }
  ],
  check({ modell }, report) {
    const { riskskala } = modell.styrmodell
    const högst = riskskala.gränser.at(-2)?.till ?? 0
    for (const fynd of modell.risker.flatMap((each) => ofRisk(each, högst))) report(fynd)
    for (const fynd of modell.kontroller.flatMap(ofKontroll)) report(fynd)
  }
}

/** Above `högst` a missing measure is another rule's. */
function ofRisk(risk: Risk, högst: number): Fynd[] {
  const { namn, riskägare } = risk
  return senasteBedömning(risk).flatMap((b): Fynd[] => {
    if (b.hantering !== 'åtgärda') return []
    const { span, period } = b
    if (b.åtgärd === undefined)
      return b.sannolikhet * b.konsekvens > högst
        ? []
        : [
            {
              text: `Risken "${namn}" ${period.id} ska åtgärdas, men det står inte hur.`,
              hint: 'Skriv vad som ska göras i "åtgärd", eller välj en annan hantering.',
              span
            }
          ]
    const saknas = [
      ...(b.klardatum === undefined && b.status !== 'klar' ? ['klardatum'] : []),
      ...((b.ansvarig ?? riskägare) === undefined ? ['ansvarig'] : [])
    ]
    if (saknas.length === 0) return []
    return [
      {
        text: `Åtgärden mot risken "${namn}" ${period.id} saknar ${formatLista(saknas)}.`,
        hint: `Skriv ${formatLista(saknas.map((nyckel) => `"${nyckel}"`))} i bedömningen.`,
        span
      }
    ]
  })
}

function ofKontroll({ namn, uppföljning }: Kontroll): Fynd[] {
  return [...uppföljning].flatMap(([period, u]): Fynd[] =>
    isBrist(u) && u.åtgärd !== undefined && u.åtgärdsstatus !== 'klar' && u.klardatum === undefined
      ? [
          {
            text: `Åtgärden efter kontrollen "${namn}" ${period} saknar klardatum.`,
            hint: 'Skriv när den ska vara klar i "klardatum": 2022-03-31. Är den klar: åtgärdsstatus: klar',
            span: u.span,
            severity: 'advice'
          }
        ]
      : []
  )
}
