import { andel, förändring, iEnhet, skillnad, summa } from '../domain/berakning.ts'
import { bedömIndikator, bedömMål } from '../domain/bedomning.ts'
import { gällandeMålvärde } from '../domain/helarsmal.ts'
import type { Målstatus } from '../domain/maluppfyllelse.ts'
import type { Mål as Steg } from '../domain/modell.ts'
import { isFel } from '../domain/referens.ts'
import type { Tal } from '../domain/tal.ts'
import * as messages from '../messages.ts'
import { faktumUtanKälla } from './argument-messages.ts'
import { enhetPassarInte, okäntMål, saknadText, värdetSaknas } from './value-messages.ts'
import { parseTal } from '../text/number.ts'
import { formatDatum } from '../text/swedish.ts'
import { flagArg, numberArg, textArg, type Anrop, type Signatur } from './arguments.ts'
import { report, type Miljö } from './environment.ts'
import { escapeHtml, FORM, Html, lookUp, printFigure } from './figure.ts'
import { revisionsstatus, upperFirst } from './revision.ts'
import { målvärdeHtml } from './target.ts'
import { dataText } from './texts.ts'
import { unitOf, type Plats } from './unit.ts'
import { riskstatus, statusHtml, statusVy } from './status.ts'

/** A helper for running text: gives HTML for a place in a sentence. */
export interface Hjälpare {
  readonly signatur: Signatur
  run(anrop: Anrop, miljö: Miljö): Html | undefined
  /** The figure itself, where the helper gives one, so that another helper can take it. */
  compute?(anrop: Anrop, miljö: Miljö): Tal | undefined
}

const refOf = (anrop: Anrop): string =>
  anrop.params
    .map(({ värde }) => (typeof värde === 'object' ? värde.namn : String(värde)))
    .join(', ')

/** A helper that computes a figure and prints it. */
function figure(
  signatur: Signatur,
  compute: (anrop: Anrop, miljö: Miljö) => Tal | undefined,
  standard: { tecken?: boolean } = {}
): Hjälpare {
  return {
    signatur,
    compute,
    run(anrop, miljö) {
      const tal = compute(anrop, miljö)
      return tal && printFigure(tal, anrop, miljö, refOf(anrop), standard)
    }
  }
}

const all = (anrop: Anrop, miljö: Miljö): Tal[] | undefined => {
  const talen = anrop.params.map((param) => lookUp(param, anrop, miljö))
  return talen.every((tal) => tal !== undefined) ? talen : undefined
}

export const hjälpare: Readonly<Record<string, Hjälpare>> = {
  tal: figure(
    { params: ['en uppgift, till exempel "sjukfrånvaro.utfall"'], hash: FORM },
    (anrop, miljö) => anrop.params[0] && lookUp(anrop.params[0], anrop, miljö)
  ),

  förändring: figure(
    { params: ['en uppgift'], hash: { ...FORM, som: 'text', mot: 'text' } },
    (anrop, miljö) => {
      const param = anrop.params[0]
      const nu = param && lookUp(param, anrop, miljö)
      if (!nu || typeof param.värde === 'object') return undefined
      const bas = miljö.räknare.period(textArg(anrop, 'period'), miljö.period)
      if (isFel(bas)) return undefined
      const mot = miljö.räknare.period(textArg(anrop, 'mot') ?? 'föregående år', bas)
      if (isFel(mot))
        return report(
          miljö,
          messages.referensfel(refOf(anrop), mot),
          anrop.hash.get('mot')?.span ?? anrop.span
        )
      const då = miljö.räknare.tal(String(param.värde), mot)
      if (isFel(då))
        return då.fel === 'redan rapporterat'
          ? undefined
          : report(miljö, messages.referensfel(`${String(param.värde)}[${mot.id}]`, då), param.span)
      const som = textArg(anrop, 'som') ?? 'procent'
      if (som !== 'procent' && som !== 'belopp')
        return report(
          miljö,
          messages.okäntVärde('som', som, ['procent', 'belopp']),
          anrop.hash.get('som')?.span
        )
      return förändring(nu, då, som, numberArg(anrop, 'decimaler'))
    },
    { tecken: true }
  ),

  skillnad: figure({ params: ['en uppgift', 'en andra uppgift'], hash: FORM }, (anrop, miljö) => {
    const [a, b] = all(anrop, miljö) ?? []
    if (!a || !b) return undefined
    if (b.värde && !iEnhet(b, a.enhet, b.decimaler))
      return report(miljö, enhetPassarInte(b.enhet.id, a.enhet.id), anrop.params[1]?.span)
    return skillnad(a, b)
  }),

  andel: figure({ params: ['en del', 'en helhet'], hash: FORM }, (anrop, miljö) => {
    const [del, hel] = all(anrop, miljö) ?? []
    if (!del || !hel) return undefined
    if (hel.värde && !iEnhet(hel, del.enhet, hel.decimaler))
      return report(miljö, enhetPassarInte(hel.enhet.id, del.enhet.id), anrop.params[1]?.span)
    return andel(del, hel, numberArg(anrop, 'decimaler') ?? 0)
  }),

  summa: figure({ params: ['minst en uppgift'], fler: true, hash: FORM }, (anrop, miljö) => {
    const talen = all(anrop, miljö)
    const first = talen?.[0]
    if (!talen || !first) return undefined
    for (const [i, tal] of talen.entries()) {
      if (tal.värde === null)
        return report(
          miljö,
          värdetSaknas(String(anrop.params[i]?.värde), tal.saknas),
          anrop.params[i]?.span
        )
      if (!iEnhet(tal, first.enhet, 0))
        return report(miljö, enhetPassarInte(tal.enhet.id, first.enhet.id), anrop.params[i]?.span)
    }
    return summa(
      talen,
      first.enhet,
      Math.max(...talen.map((tal) => tal.decimaler)),
      `Summan av ${talen.length} uppgifter`
    )
  }),

  målvärde: {
    signatur: { params: ['en indikator'], hash: { period: 'text' } },
    run(anrop, miljö) {
      const plats = unitOf(anrop.params[0], miljö)
      if (!plats) return undefined
      const { ref: id, modell } = plats
      const serie = modell.serier.get(id)
      if (!serie && modell.trasiga.has(id)) return undefined
      if (!serie)
        return report(
          miljö,
          messages.okänt('indikator', id, [...modell.serier.keys()]),
          anrop.params[0]?.span
        )
      const period = miljö.räknare.period(textArg(anrop, 'period'), miljö.period)
      if (isFel(period))
        return report(miljö, messages.referensfel(id, period), anrop.hash.get('period')?.span)
      const gällande = gällandeMålvärde(serie, period)
      if (!gällande) return report(miljö, saknadText(`${id}.målvärde`), anrop.params[0]?.span)
      return målvärdeHtml(serie, gällande.målvärde, period, miljö)
    }
  },

  bedömning: {
    signatur: { params: ['ett mål eller en indikator'], hash: { period: 'text' } },
    run(anrop, miljö) {
      const plats = unitOf(anrop.params[0], miljö)
      if (!plats) return undefined
      const { ref: id, modell } = plats
      const period = miljö.räknare.period(textArg(anrop, 'period'), miljö.period)
      if (isFel(period))
        return report(miljö, messages.referensfel(id, period), anrop.hash.get('period')?.span)
      const status = statusOf(id, plats, period)
      if (status) return statusHtml(statusVy(status, modell.styrmodell), miljö)
      const granskad = revisionsstatus(id, modell, miljö.period)
      if (granskad) return statusHtml(granskad, miljö)
      const risk = riskstatus(id, plats, period)
      if (risk) return statusHtml(risk, miljö)
      if (modell.trasiga.has(id)) return undefined
      return report(
        miljö,
        messages.okänt('mål', id, [...målen(modell.mål).map((m) => m.id), ...modell.serier.keys()]),
        anrop.params[0]?.span
      )
    }
  },

  namn: {
    signatur: { params: ['ett id'], hash: { kort: 'ja' } },
    run(anrop, miljö) {
      const plats = unitOf(anrop.params[0], miljö)
      if (!plats) return undefined
      const { ref: id, modell } = plats
      const serie = modell.serier.get(id)
      const namn =
        (flagArg(anrop, 'kort') ? serie?.kort : serie?.namn) ??
        modell.uppställningar.get(id)?.namn ??
        modell.register.get(id)?.namn ??
        målen(modell.mål).find((m) => m.id === id)?.namn ??
        modell.kontroller.find((k) => k.id === id)?.namn ??
        modell.uppdrag.find((u) => u.id === id)?.namn ??
        modell.risker.find((r) => r.id === id)?.namn
      if (namn !== undefined) return new Html(escapeHtml(namn))
      if (modell.trasiga.has(id)) return undefined
      return report(
        miljö,
        messages.okänt('id', id, [
          ...modell.serier.keys(),
          ...modell.uppställningar.keys(),
          ...modell.register.keys()
        ]),
        anrop.params[0]?.span
      )
    }
  },

  text: dataText,

  period: {
    signatur: { params: ['en period'], frivilliga: 1, hash: {} },
    run(anrop, miljö) {
      const text = anrop.params[0] === undefined ? undefined : String(anrop.params[0].värde)
      const period = miljö.räknare.period(text, miljö.period)
      return isFel(period)
        ? report(miljö, messages.referensfel('', period), anrop.params[0]?.span)
        : new Html(period.id)
    }
  },

  datum: {
    signatur: { params: ['ett datum, till exempel "2022-02-14"'], hash: {} },
    run(anrop, miljö) {
      const iso = String(anrop.params[0]?.värde)
      const text = formatDatum(iso)
      return text
        ? new Html(escapeHtml(text))
        : report(miljö, messages.felDatum(iso), anrop.params[0]?.span)
    }
  },

  // A figure that isn't in data: others' statistics, a law's limit. Its source follows it to the page.
  faktum: {
    signatur: { params: ['ett tal, till exempel "10 000"'], hash: { källa: 'text' } },
    run(anrop, miljö) {
      const källa = textArg(anrop, 'källa')?.trim()
      if (!källa) return report(miljö, faktumUtanKälla(), anrop.span)
      const text = String(anrop.params[0]?.värde)
      const läst = parseTal(text.replace(/[^\d.,+−-]+$/u, ''))
      const value = 'fel' in läst ? '' : läst.värde.toFixed()
      return new Html(
        `<data class="tal faktum" value="${value}" data-källa="${escapeHtml(källa)}">${escapeHtml(text)}</data>`
      )
    }
  },

  se: {
    signatur: {
      params: ['ett id på en tabell, ett diagram eller ett avsnitt'],
      hash: { versal: 'ja' }
    },
    run(anrop, miljö) {
      const id = String(anrop.params[0]?.värde)
      const mål = miljö.hänvisningar.get(id)
      if (!mål)
        return report(
          miljö,
          okäntMål(id, [...miljö.hänvisningar.keys()]),
          anrop.params[0]?.span ?? anrop.span
        )
      const slag = flagArg(anrop, 'versal') ? upperFirst(mål.slag) : mål.slag
      return new Html(`<a class="se" href="#${mål.ankare}">${slag}\u00a0${escapeHtml(mål.nr)}</a>`)
    }
  }
}

function målen(mål: readonly Steg[]): Steg[] {
  return mål.flatMap((m) => [m, ...målen(m.undermål)])
}

function statusOf(
  id: string,
  { modell, räknare }: Plats,
  period: Miljö['period']
): Målstatus | undefined {
  const serie = modell.serier.get(id)
  if (serie) return bedömIndikator(räknare, serie, period).gällande
  const mål = målen(modell.mål).find((m) => m.id === id)
  return mål && bedömMål(räknare, mål, period).bedömning.gällande
}
