import type { Kontroll } from '../../domain/modell.ts'
import { flagArg, textArg } from '../arguments.ts'
import { SAKNAS } from '../../text/swedish.ts'
import { statusHtml, uppdragsstatus, utförtStatus } from '../status.ts'
import type { Innehåll } from '../views.ts'
import { cell, head, renderTabell, rowHead, TABELLHASH, type Block } from './block.ts'

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

interface Kolumn {
  readonly namn: string
  readonly text: (k: Kontroll) => string | undefined
  readonly html?: (k: Kontroll) => Innehåll | undefined
}

/** `{{kontrolltabell}}`: the internal control plan with its follow-up; columns that no control fills are left out. */
export const kontrolltabell: Block = {
  signatur: { params: [], hash: TABELLHASH },
  numrerad: (anrop) => ({ slag: 'tabell', id: textArg(anrop, 'id') ?? 'kontrolltabell' }),
  run(anrop, miljö) {
    const { kontroller } = miljö.modell
    const u = (k: Kontroll) => k.uppföljning.get(miljö.period.id)
    const utfört = (k: Kontroll) => utförtStatus(u(k)?.utfört)
    const alla: Kolumn[] = [
      { namn: 'Område', text: (k) => k.område },
      { namn: 'Kontroll', text: (k) => k.namn },
      { namn: 'Kontrollmoment', text: (k) => k.kontrollmoment },
      { namn: 'Metod', text: (k) => k.metod },
      { namn: 'Frekvens', text: (k) => k.frekvens },
      { namn: 'Utfört', text: (k) => utfört(k).ord, html: (k) => statusHtml(utfört(k), miljö) },
      {
        namn: 'Resultat',
        text: (k) =>
          [upperFirst(u(k)?.resultat ?? ''), u(k)?.iakttagelse].filter(Boolean).join('. ')
      },
      { namn: 'Åtgärd', text: (k) => u(k)?.åtgärd },
      { namn: 'Kommentar', text: (k) => u(k)?.kommentar },
      { namn: 'Utförare', text: (k) => k.utförare }
    ]
    const kolumner = alla.filter(
      (kolumn) => kolumn.namn === 'Kontroll' || kontroller.some((k) => kolumn.text(k))
    )
    const mål = anrop.span && miljö.numreraBlock(anrop.span)
    return renderTabell(
      {
        id: mål?.ankare ?? 'kontrolltabell',
        nummer: Number(mål?.nr ?? 0),
        rubrik: textArg(anrop, 'rubrik') ?? 'Uppföljning av intern kontroll',
        enhet: null,
        slag: 'text',
        liggande: flagArg(anrop, 'liggande'),
        huvud: [kolumner.map((kolumn) => head(kolumn.namn))],
        grupper: [
          {
            summa: false,
            rader: kontroller.length
              ? kontroller.map((k) => ({
                  slag: 'rad' as const,
                  celler: kolumner.map((kolumn) => {
                    const innehåll = kolumn.html?.(k) ?? (kolumn.text(k) || SAKNAS)
                    return kolumn.namn === 'Kontroll' ? rowHead(innehåll) : cell(innehåll)
                  })
                }))
              : [
                  {
                    slag: 'rad' as const,
                    celler: [rowHead('Inga kontroller', { colspan: kolumner.length })]
                  }
                ]
          }
        ],
        noter: textArg(anrop, 'not') ? [textArg(anrop, 'not') ?? ''] : []
      },
      {
        kolumner: kolumner.map((kolumn) => kolumn.namn),
        rader: kontroller.map((k) => kolumner.map((kolumn) => kolumn.text(k) ?? ''))
      },
      miljö
    )
  }
}

/** `{{uppdragslista}}`: assignments with status and what was done. */
export const uppdragslista: Block = {
  signatur: { params: [], hash: { status: 'text' } },
  numrerad: () => null,
  run(anrop, miljö) {
    const wanted = textArg(anrop, 'status')
    const uppdrag = miljö.modell.uppdrag
      .filter((u) => wanted === undefined || u.uppföljning.get(miljö.period.id)?.status === wanted)
      .map((u) => {
        const uppföljning = u.uppföljning.get(miljö.period.id)
        return {
          namn: u.namn,
          status: uppdragsstatus(uppföljning?.status),
          beskrivning: u.beskrivning ?? null,
          ansvarig: u.ansvarig ?? null,
          kommentar: uppföljning?.kommentar ?? null
        }
      })
    return uppdrag.length
      ? miljö.render('block/uppdragslista', { uppdrag })
      : '<p>Inga uppdrag.</p>'
  }
}
