import { uppföljningFor } from '../domain/internkontroll.ts'
import { kontroll } from './exempel-kontroll.ts'
import type { Rapportrule } from './rule.ts'
import { byggerPå, följerUpp, kommerSenare } from './uppfoljning.ts'

export const rule: Rapportrule = {
  id: 'kontroll-ar-redovisad',
  severity: 'warning',
  on: 'rapport',
  omSaknat: true,
  why: 'Den interna kontrollplanen är beslutad. En kontroll som inte nämns i uppföljningen kan vara glömd; är den inte utförd ska det stå.',
  good: [
    { data: kontroll('utfört: T3', 'resultat: ingen avvikelse') },
    {
      rapport: 'dokumenttyp: delårsrapport\nperiod: 2021-T2\nstatus: utkast\n',
      data: 'kontroller:\n  - id: avtalstrohet\n    namn: Avtalstrohet\n    frekvens: En gång om året\n'
    }
  ],
  bad: [
    {
      data: 'kontroller:\n  - id: avtalstrohet\n    namn: Avtalstrohet\n',
      väntat: ['data 2:9 Kontrollen "Avtalstrohet" är inte redovisad för 2021.']
    },
    {
      rapport: 'dokumenttyp: delårsrapport\nperiod: 2021-T2\nstatus: utkast\n',
      data: 'kontroller:\n  - id: avtalstrohet\n    namn: Avtalstrohet\n    frekvens: Varje tertial\n',
      väntat: ['data 2:9 Kontrollen "Avtalstrohet" är inte redovisad för 2021-T2.']
    }
  ],
  check(subject, report) {
    if (!följerUpp(subject) || !byggerPå(subject, 'kontroller')) return
    const { modell, period } = subject
    for (const kontroll of modell.kontroller) {
      if (uppföljningFor(kontroll, period) || kommerSenare(kontroll.uppföljning.keys(), period))
        continue
      if (period.tillMånad < 12 && !OFTA.test(kontroll.frekvens ?? '')) continue
      report({
        text: `Kontrollen "${kontroll.namn}" är inte redovisad för ${period.id}.`,
        hint: 'Lägg till perioden under "uppföljning". Är den inte gjord: utfört: ej utfört, och när den blir gjord i "ny plan".',
        span: kontroll.span
      })
    }
  }
}

/** More often than once a year. */
const OFTA =
  /tertial|kvartal|månad|vecka|delår|halvår|löpande|två gånger|tre gånger|fyra gånger|T1|T2/iu
