import { layoutBridge } from './layout-bridge.ts'
import { layoutColumns } from './layout-columns.ts'
import { layoutGroups } from './layout-groups.ts'
import { layoutRows } from './layout-rows.ts'
import { layoutShares } from './layout-shares.ts'
import { layoutLines } from './layout-time.ts'
import type { Diagramdata, Diagramfel, Diagrammall, Form, Underlag } from './types.ts'

type Layout = (mall: Diagrammall, data: Diagramdata, bredd: number) => Underlag | Diagramfel

const LAYOUTS: Readonly<Record<Form, Layout>> = {
  tidsserie: layoutLines,
  månader: layoutLines,
  perioder: layoutColumns,
  rader: layoutRows,
  grupper: layoutGroups,
  andelar: layoutShares,
  brygga: layoutBridge
}

/** What each data source of a form holds, so that a template's field names can be checked. */
export const FIELDS: Readonly<Record<Form, Readonly<Record<string, readonly string[]>>>> = {
  tidsserie: lineFields(),
  månader: lineFields(),
  perioder: {
    rader: ['nyckel', 'namn', 'värde', 'läge', 'text', 'ton', 'visa', 'dy', 'textbredd'],
    mål: ['värde', 'etikett', 'dy']
  },
  rader: {
    rader: [
      'nyckel',
      'namn',
      'värde',
      'läge',
      'text',
      'klass',
      'ton',
      'etikett',
      'etikettX',
      'etikettDy',
      'stapelDy',
      'åtVänster'
    ],
    mål: ['värde', 'etikett', 'dx']
  },
  grupper: {
    rader: [
      'nyckel',
      'namn',
      'serie',
      'serienamn',
      'serieDx',
      'serieläge',
      'värde',
      'läge',
      'text',
      'klass',
      'ton',
      'stapelDy',
      'åtVänster'
    ],
    serier: ['nyckel', 'namn', 'etikett', 'etikettX', 'etikettDy', 'nollDy']
  },
  andelar: {
    rader: [
      'namn',
      'text',
      'ton',
      'täckning',
      'start',
      'slut',
      'etikett',
      'textX',
      'textY',
      'etikettX',
      'etikettY',
      'streck',
      'streckX',
      'streckX2',
      'streckY',
      'provY'
    ],
    serier: ['start', 'slut', 'text']
  },
  brygga: {
    rader: [
      'nyckel',
      'namn',
      'värde',
      'från',
      'till',
      'läge',
      'text',
      'klass',
      'ton',
      'summa',
      'länk',
      'etikett',
      'etikettX',
      'etikettDy',
      'stapelDy',
      'åtVänster'
    ]
  }
}

/** Signals of each form, with the values a specification is compiled with. */
export const SIGNALS: Readonly<Record<Form, Readonly<Record<string, unknown>>>> = {
  tidsserie: lineSignals(),
  månader: lineSignals(),
  perioder: { nycklar: [], visade: [], etiketter: {}, lägst: 0, högst: 1, stapelbredd: 10 },
  rader: { nycklar: [], lägst: 0, högst: 1, tjocklek: 10, nollhöjd: 10, etikettJustering: 'right' },
  grupper: {
    nycklar: [],
    lägst: 0,
    högst: 1,
    tjocklek: 10,
    nollhöjd: 10,
    etikettJustering: 'right'
  },
  andelar: { lista: false, prov: 10 },
  brygga: {
    nycklar: [],
    lägst: 0,
    högst: 1,
    tjocklek: 10,
    nollhöjd: 10,
    radhöjd: 10,
    etikettJustering: 'right'
  }
}

function lineFields(): Record<string, readonly string[]> {
  return {
    rader: [
      'nyckel',
      'serie',
      'värde',
      'text',
      'ton',
      'prick',
      'visa',
      'dx',
      'dy',
      'justering',
      'textDx',
      'textbredd'
    ],
    serier: ['nyckel', 'serie', 'värde', 'etikett', 'ton', 'vidKant', 'dy', 'textbredd'],
    mål: ['värde', 'etikett', 'dy']
  }
}

function lineSignals(): Record<string, unknown> {
  return {
    nycklar: [],
    visade: [],
    etiketter: {},
    lägst: 0,
    högst: 1,
    steg: [],
    stegformat: ',.0f',
    nollinje: false,
    flera: false
  }
}

/** Places everything in a chart by the form of its data; text widths are the font's own. */
export function layoutDiagram(
  mall: Diagrammall,
  data: Diagramdata,
  bredd: number
): Underlag | Diagramfel {
  return LAYOUTS[mall.data](mall, data, bredd)
}
