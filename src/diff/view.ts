import { Html } from '../template/figure.ts'
import type { Markup } from '../template/views.ts'
import { formatAntal, formatLista } from '../text/swedish.ts'
import type { Bild, Kapitelskillnad, Utfall, Ändring } from './compare.ts'
import type { Jämförelse, Rapportskillnad } from './diff.ts'
import type { Talskillnad } from './figures.ts'
import type { Tabellskillnad } from './rows.ts'
import type { Del } from './text.ts'

interface DelVy {
  readonly mellanrum: boolean
  readonly bort: boolean
  readonly nytt: boolean
  readonly text: string
}
interface TalVy extends Talskillnad {
  readonly följd: boolean
}
interface TabellVy {
  /** Unlike every other's on the page. */
  readonly namn: string
  readonly rubrik: readonly DelVy[]
  readonly kolumner: readonly { readonly delar: readonly DelVy[]; readonly numerisk: boolean }[]
  readonly rader: readonly {
    readonly klass: string
    /** Read aloud, and shown as a sign: "Ny rad". */
    readonly märke: string | null
    readonly celler: readonly {
      readonly delar: readonly DelVy[]
      readonly numerisk: boolean
      readonly bred: number | null
    }[]
  }[]
  readonly lika: string | null
}
interface ÄndringVy {
  readonly var: string | null
  readonly märke: string | null
  readonly text: { readonly klass: string; readonly delar: readonly DelVy[] } | null
  readonly tabell: TabellVy | null
  readonly diagram: {
    readonly rubrik: string
    readonly före: Markup | null
    readonly efter: Markup | null
  } | null
}

/** What templates/sida/diff.hbs gets. */
export interface SkillnadVy {
  readonly stil: Markup
  readonly titel: string
  readonly gammal: { readonly namn: string; readonly detalj: string | null }
  readonly ny: { readonly namn: string; readonly detalj: string | null }
  readonly sammanfattning: string
  readonly nyaMallar: boolean
  readonly rapporter: readonly {
    readonly ankare: string
    readonly titel: string
    readonly enhet: string
    readonly period: string
    readonly märke: string | null
    readonly från: string | null
    readonly sammanfattning: string
    readonly fel: readonly {
      readonly rubrik: string
      readonly poster: readonly { readonly plats: string | null; readonly text: string }[]
    }[]
    readonly talgrupper: readonly {
      readonly orsak: string | null
      readonly tal: readonly TalVy[]
    }[]
    readonly bedömningar: readonly {
      readonly namn: string
      readonly före: string
      readonly efter: string
    }[]
    readonly kapitel: readonly {
      readonly ankare: string
      readonly rubrik: string
      readonly märke: string | null
      readonly ändringar: readonly ÄndringVy[]
    }[]
  }[]
}

/** The comparison as the page shows it. */
export function toVy(jämförelse: Jämförelse, stil: string): SkillnadVy {
  const { gammal, ny, rapporter, oförändrade, nyaMallar } = jämförelse
  return {
    stil: new Html(stil),
    titel: `Skillnader från ${gammal.namn} till ${ny.namn}`,
    gammal,
    ny,
    nyaMallar,
    sammanfattning: sammanfatta(rapporter, oförändrade),
    rapporter: rapporter.map(rapportVy)
  }
}

/** "2 rapporter har ändrats, 1 är ny. 10 rapporter är oförändrade." */
export function sammanfatta(rapporter: readonly Rapportskillnad[], oförändrade: number): string {
  const count = (utfall: Rapportskillnad['utfall']) =>
    rapporter.filter((one) => one.utfall === utfall).length
  const [ändrade, nya, borta] = [count('ändrad'), count('ny'), count('borttagen')]
  const said = [
    ...(ändrade > 0 ? [`${formatAntal(ändrade, 'rapport', 'rapporter')} har ändrats`] : []),
    ...(nya > 0 ? [`${formatAntal(nya, 'rapport', 'rapporter')} har tillkommit`] : []),
    ...(borta > 0 ? [`${formatAntal(borta, 'rapport', 'rapporter')} har tagits bort`] : []),
    ...(oförändrade > 0
      ? [`${formatAntal(oförändrade, 'rapport är oförändrad', 'rapporter är oförändrade')}`]
      : [])
  ]
  if (ändrade + nya + borta === 0) return 'Ingenting som syns i rapporterna har ändrats.'
  return `${said.join(', ')}.`
}

/** "3 tal, 1 bedömning och text på 4 ställen", of one report. */
export function sammanfattaRapport({ utfall, tal, sida, fel }: Rapportskillnad): string {
  if (utfall === 'ny') return 'Rapporten är ny.'
  if (utfall === 'borttagen') return 'Rapporten är borttagen.'
  const all = sida.kapitel.flatMap(({ ändringar }) => ändringar)
  const of = (slag: Ändring['slag']) => all.filter((one) => one.slag === slag).length
  const talen = tal.reduce((n, { rötter, följder }) => n + rötter.length + följder.length, 0)
  const text = all.filter((one) => one.slag === 'text')
  const rubriker = text.filter((one) => one.form === 'rubrik').length
  const noter = text.filter((one) => one.form === 'fotnot').length
  const counts: readonly (readonly [number, string, string])[] = [
    [talen, 'tal', 'tal'],
    [sida.bedömningar.length, 'bedömning', 'bedömningar'],
    [rubriker, 'rubrik', 'rubriker'],
    [text.length - rubriker - noter, 'textstycke', 'textstycken'],
    [noter, 'fotnot', 'fotnoter'],
    [of('tabell'), 'tabell', 'tabeller'],
    [of('diagram'), 'diagram', 'diagram']
  ]
  const said = counts.flatMap(([n, en, flera]) => (n === 0 ? [] : [formatAntal(n, en, flera)]))
  if (said.length > 0) return `Ändrat: ${formatLista(said)}.`
  return fel.length > 0 ? 'Rapporten har fel.' : 'Ändrad ordning.'
}

function rapportVy(one: Rapportskillnad, nr: number): SkillnadVy['rapporter'][number] {
  const { id, titel, enhet, period, utfall, från, tal, sida, fel } = one
  return {
    ankare: `r${nr + 1}`,
    titel,
    enhet,
    period,
    från: från === null ? null : `Mappen hette förut content/${från} och heter nu content/${id}.`,
    märke: utfall === 'ny' ? 'Ny rapport' : utfall === 'borttagen' ? 'Borttagen rapport' : null,
    sammanfattning: sammanfattaRapport(one),
    fel: fel.map(({ sida: side, jämförd, fel: poster }) => ({
      rubrik: felrubrik(side, jämförd),
      poster: poster.map(({ plats, text }) => ({ plats: plats || null, text }))
    })),
    talgrupper: tal.map(({ orsak, rötter, följder }) => ({
      orsak,
      tal: [
        ...rötter.map((rot) => ({ ...rot, följd: false })),
        ...följder.map((följd) => ({ ...följd, följd: true }))
      ]
    })),
    bedömningar: sida.bedömningar.map(({ namn, före, efter }) => ({ namn, före, efter })),
    kapitel: sida.kapitel.map((kapitel, i) => kapitelVy(kapitel, `r${nr + 1}k${i + 1}`))
  }
}

/** "Den nya sidan har fel. Här jämförs det som gick att göra." */
export function felrubrik(sida: 'gammal' | 'ny', jämförd: boolean): string {
  const vem = sida === 'ny' ? 'Den nya versionen' : 'Den gamla versionen'
  return jämförd
    ? `${vem} har fel och byggs inte. Det som gick att göra av den är jämfört.`
    : `${vem} har fel och går inte att jämföra.`
}

const MÄRKEN: Readonly<Record<Exclude<Utfall, 'ändrad'>, string>> = {
  ny: 'Nytt',
  borttagen: 'Borttaget',
  flyttad: 'Flyttat'
}

function kapitelVy(
  { rubrik, utfall, ändringar }: Kapitelskillnad,
  ankare: string
): SkillnadVy['rapporter'][number]['kapitel'][number] {
  let last: string | null = null
  return {
    ankare,
    rubrik,
    märke: utfall === null || utfall === 'ändrad' ? null : `${MÄRKEN[utfall]} avsnitt`,
    ändringar: ändringar.map((ändring, i) => {
      // The chapter's own heading says the first part of the way.
      const place = ändring.under.slice(1).join(' › ') || null
      const shown = place === last ? null : place
      last = place
      return ändringVy(ändring, shown, `${ankare}-${i + 1}`)
    })
  }
}

function ändringVy(ändring: Ändring, place: string | null, id: string): ÄndringVy {
  const märke = ändring.utfall === 'ändrad' ? null : MÄRKEN[ändring.utfall]
  const namn = `Ändring ${id.replace(/\D+/g, '.').slice(1)}, ${ändring.slag === 'text' ? 'text' : ändring.rubrik}`
  const base = { var: place, märke, text: null, tabell: null, diagram: null }
  switch (ändring.slag) {
    case 'text':
      return { ...base, text: { klass: ändring.form, delar: ändring.delar.map(delVy) } }
    case 'tabell':
      return ändring.tabell
        ? { ...base, tabell: tabellVy(ändring.tabell, namn) }
        : { ...base, text: { klass: 'stycke', delar: [plain(`Tabellen ”${ändring.rubrik}”`)] } }
    case 'diagram':
      return {
        ...base,
        tabell: ändring.tabell && {
          ...tabellVy(ändring.tabell, namn),
          rubrik: [plain('Diagrammets tal')]
        },
        diagram: {
          rubrik: ändring.rubrik,
          före: ändring.före && bildVy(ändring.före, `${id}a`),
          efter: ändring.efter && bildVy(ändring.efter, `${id}b`)
        }
      }
  }
}

const plain = (text: string): DelVy => ({ mellanrum: false, bort: false, nytt: false, text })

function delVy({ slag, text, mellanrum }: Del): DelVy {
  return { mellanrum, bort: slag === 'bort', nytt: slag === 'nytt', text }
}

const RADMÄRKEN = { ny: 'Ny rad', borttagen: 'Borttagen rad', ändrad: null, grupp: null } as const

function tabellVy({ rubrik, kolumner, rader, lika }: Tabellskillnad, namn: string): TabellVy {
  const width = kolumner.length
  return {
    namn,
    rubrik: rubrik.map(delVy),
    kolumner: kolumner.map(({ delar, numerisk }) => ({ delar: delar.map(delVy), numerisk })),
    rader: rader.map(({ utfall, celler }) => ({
      klass: utfall,
      märke: RADMÄRKEN[utfall],
      celler: celler.map(({ delar, numerisk }) => ({
        delar: delar.map(delVy),
        numerisk,
        bred: celler.length === 1 && width > 1 ? width : null
      }))
    })),
    lika: lika === 0 ? null : formatAntal(lika, 'rad är oförändrad', 'rader är oförändrade')
  }
}

/** A drawing with its own names made unlike every other drawing's on the page. */
function bildVy({ svg }: Bild, prefix: string): Markup {
  return new Html(
    svg
      .replace(/ (id|aria-labelledby|aria-describedby)="([^"]*)"/g, ` $1="${prefix}-$2"`)
      .replace(/url\(#([^)]*)\)/g, `url(#${prefix}-$1)`)
      .replace(/href="#([^"]*)"/g, `href="#${prefix}-$1"`)
      .replace(/class="diagram-svg (?:bred|smal)"/, 'class="diagram-svg"')
  )
}
