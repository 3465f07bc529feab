import { uppföljningFor } from '../domain/internkontroll.ts'
import type { Modell, Mål } from '../domain/modell.ts'
import type { Period } from '../domain/period.ts'
import { isFel } from '../domain/referens.ts'
import { allaDelområden } from '../domain/revision.ts'
import { bedömningFor } from '../domain/risk.ts'
import * as messages from '../messages.ts'
import { formatLista } from '../text/swedish.ts'
import { textArg } from './arguments.ts'
import { report } from './environment.ts'
import { escapeHtml, Html } from './figure.ts'
import type { Hjälpare } from './helpers.ts'
import { unitOf } from './unit.ts'
import { saknadText } from './value-messages.ts'

type Texter = Readonly<Record<string, string | undefined>>

/**
 * `{{text "stomlinje.kommentar"}}`: a text that stands in data, this unit's or with the unit's name
 * before a slash another's, so that nobody repeats by hand what somebody else has written.
 */
export const dataText: Hjälpare = {
  signatur: {
    params: ['en text i data, till exempel "sjukfrånvaro.kommentar"'],
    hash: { period: 'text' }
  },
  run(anrop, miljö) {
    const [param] = anrop.params
    const plats = unitOf(param, miljö)
    if (!plats) return undefined
    const [id = '', fält = ''] = plats.ref.split('.')
    const { modell } = plats
    const period = miljö.räknare.period(textArg(anrop, 'period'), miljö.period)
    if (isFel(period))
      return report(miljö, messages.referensfel(plats.ref, period), anrop.hash.get('period')?.span)
    const texter = textsOf(id, modell, period)
    if (!texter)
      return modell.trasiga.has(id)
        ? undefined
        : report(miljö, messages.okänt('id', id, idsWithText(modell)), param?.span)
    if (!(fält in texter))
      return report(miljö, messages.okänt('textfält', fält, Object.keys(texter)), param?.span)
    const text = texter[fält]
    return text === undefined
      ? report(miljö, saknadText(plats.ref), param?.span)
      : new Html(escapeHtml(text))
  }
}

/** The texts of whatever has the id, by field; undefined where nothing has it. */
function textsOf(id: string, modell: Modell, period: Period): Texter | undefined {
  const serie = modell.serier.get(id)
  if (serie) {
    const post = serie.perioder.get(period.id)
    return {
      kommentar: post?.kommentar ?? serie.kommentar,
      beskrivning: serie.beskrivning,
      källa: serie.källa,
      motivering: post?.bedömning?.motivering
    }
  }
  const uppdrag = modell.uppdrag.find((u) => u.id === id)
  if (uppdrag)
    return {
      kommentar: uppföljningFor(uppdrag, period)?.kommentar,
      beskrivning: uppdrag.beskrivning
    }
  const kontroll = modell.kontroller.find((k) => k.id === id)
  if (kontroll) {
    const u = uppföljningFor(kontroll, period)
    return { kommentar: u?.kommentar, iakttagelse: u?.iakttagelse, åtgärd: u?.åtgärd }
  }
  const mål = målen(modell.mål).find((m) => m.id === id)
  if (mål)
    return {
      beskrivning: mål.beskrivning,
      motivering: mål.bedömningar.get(period.id)?.motivering,
      prognosmotivering: mål.prognoser.get(period.id)?.motivering
    }
  const risk = modell.risker.find((r) => r.id === id)
  if (risk) {
    const b = bedömningFor(risk, period)
    return { beskrivning: risk.beskrivning, åtgärd: b?.åtgärd, motivering: b?.motivering }
  }
  const svar = modell.svar.find((s) => s.id === id)
  if (svar)
    return {
      text: svar.text,
      rekommendation: svar.rekommendation.text,
      åtgärd: svar.åtgärd,
      kommentar: uppföljningFor(svar, period)?.kommentar
    }
  return auditTexts(id, modell)
}

/** What auditors have written: of an area, a sub-area, a review or a recommendation. */
function auditTexts(id: string, { revision }: Modell): Texter | undefined {
  const områden = revision.flatMap((r) => r.områden)
  const område = områden.find((o) => o.id === id)
  if (område)
    return {
      fråga: område.fråga,
      bedömning: område.samlad?.bedömning,
      motivering: område.samlad?.motivering
    }
  const del = allaDelområden(områden.flatMap((o) => o.delområden)).find((d) => d.id === id)
  if (del)
    return {
      bedömning: del.bedömning,
      iakttagelser: del.iakttagelser.length > 0 ? del.iakttagelser.join(' ') : undefined,
      förbättringsområden:
        del.förbättringsområden.length > 0
          ? del.förbättringsområden.map(({ text }) => text).join(' ')
          : undefined
    }
  const granskning = revision.flatMap((r) => r.granskningar).find((g) => g.id === id)
  if (granskning) return { text: granskning.text, bedömning: granskning.bedömning }
  const rekommendation = revision.flatMap((r) => r.rekommendationer).find((r) => r.id === id)
  return (
    rekommendation && {
      text: rekommendation.text,
      mottagare: formatLista(rekommendation.mottagare)
    }
  )
}

function idsWithText(modell: Modell): string[] {
  const { uppdrag, kontroller, risker, svar, revision } = modell
  return [
    ...modell.serier.keys(),
    ...[...uppdrag, ...kontroller, ...målen(modell.mål), ...risker, ...svar].map(({ id }) => id),
    ...revision
      .flatMap((r) => [...r.områden, ...r.granskningar, ...r.rekommendationer])
      .map(({ id }) => id)
  ]
}

function målen(mål: readonly Mål[]): Mål[] {
  return mål.flatMap((m) => [m, ...målen(m.undermål)])
}
