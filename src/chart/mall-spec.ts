import { suggest } from '../text/suggest.ts'
import { formatLista } from '../text/swedish.ts'
import { FIELDS } from './layout.ts'
import { isRecord } from './record.ts'
import { FÄRGER } from './theme.ts'
import type { Form, Mallfel } from './types.ts'

type Väg = readonly (string | number)[]
type Add = (väg: Väg, text: string, tips?: string) => void

const VY = ['data', 'transform', 'mark', 'encoding', 'layer', 'resolve', 'name', 'description']
const DELAD = ['facet', 'hconcat', 'vconcat', 'concat', 'repeat', 'spec', 'columns']
const MÄRKEN = words('arc area bar circle line point rect rule square text tick trail')
const KANALER = words(
  'angle color description detail fill fillOpacity key opacity order radius radius2 shape size stroke strokeDash strokeOpacity strokeWidth text theta theta2 x x2 xOffset y y2 yOffset'
)
const KANAL = words(
  'aggregate axis bandPosition bin condition datum field format formatType impute legend scale sort stack timeUnit title type value'
)
const MÄRKE = words(
  'align angle aria aspect bandSize baseline binSpacing blend clip color continuousBandSize cornerRadius cornerRadiusBottomLeft cornerRadiusBottomRight cornerRadiusEnd cornerRadiusTopLeft cornerRadiusTopRight dir discreteBandSize dx dy ellipsis fill fillOpacity filled fontSize fontStyle fontWeight height innerRadius interpolate invalid limit line lineBreak lineHeight minBandSize opacity order orient outerRadius padAngle point radius radius2 shape size stroke strokeCap strokeDash strokeDashOffset strokeJoin strokeMiterLimit strokeOffset strokeOpacity strokeWidth style tension text theta theta2 thickness type width x x2 x2Offset xOffset y y2 y2Offset yOffset'
)
const SKALA = words(
  'align base bins clamp constant domain domainMax domainMid domainMin exponent interpolate nice padding paddingInner paddingOuter range rangeMax rangeMin reverse round scheme type zero'
)
const TYPER = words('nominal ordinal quantitative temporal')

function words(text: string): readonly string[] {
  return text.split(' ')
}

/** Checks a specification against what a chart may hold: keys, marks, data names, fields, colours. */
export function checkSpec(spec: Record<string, unknown>, form: Form): Mallfel[] {
  const felen: Mallfel[] = []
  const add: Add = (väg, text, tips) => {
    felen.push(tips === undefined ? { väg, text } : { väg, text, tips })
  }
  checkView(spec, ['spec'], form, undefined, add)
  checkTexts(spec, ['spec'], add)
  return felen
}

function checkView(
  vy: Record<string, unknown>,
  väg: Väg,
  form: Form,
  ärvd: readonly string[] | undefined,
  add: Add
): void {
  for (const key of Object.keys(vy)) {
    if (VY.includes(key)) continue
    if (DELAD.includes(key)) add([...väg, key], `Ett diagram kan inte delas upp med ”${key}”.`)
    else if (key === 'width' || key === 'height')
      add(
        [...väg, key],
        `Programmet bestämmer ”${key}”.`,
        'Ta bort raden; höjden anges med ”höjd”.'
      )
    else unknown('Vega-Lite-nyckel', key, VY, [...väg, key], add)
  }
  const fält = dataFields(vy['data'], [...väg, 'data'], form, add) ?? ärvd
  const egna = [...(fält ?? []), ...transformFields(vy['transform'])]
  const layer = vy['layer']
  if (layer === undefined && vy['mark'] === undefined)
    add(väg, 'Här saknas ”mark” eller ”layer”: vad som ska ritas.')
  if (vy['mark'] !== undefined) {
    checkMark(vy['mark'], [...väg, 'mark'], add)
    if (!fält)
      add(
        väg,
        'Här saknas ”data”: vilka data som ska ritas.',
        'Till exempel ”data: { name: rader }”.'
      )
  }
  checkEncoding(vy['encoding'], [...väg, 'encoding'], fält && egna, add)
  if (layer === undefined) return
  if (!Array.isArray(layer)) add([...väg, 'layer'], 'Nyckeln ”layer” ska vara en lista.')
  else
    layer.forEach((del: unknown, i) => {
      if (isRecord(del)) checkView(del, [...väg, 'layer', i], form, fält && egna, add)
      else add([...väg, 'layer', i], 'Varje lager ska ha nycklar och värden.')
    })
}

/** Fields of the named data, undefined where the view names none of its own. */
function dataFields(data: unknown, väg: Väg, form: Form, add: Add): readonly string[] | undefined {
  if (data === undefined) return undefined
  if (isRecord(data) && Array.isArray(data['values'])) return []
  if (isRecord(data) && data['url'] !== undefined) return []
  const name = isRecord(data) ? data['name'] : undefined
  const källor = FIELDS[form]
  if (typeof name !== 'string') {
    add(väg, 'Data binds vid namn: ”data: { name: rader }”.')
    return []
  }
  const fält = källor[name]
  if (!fält) unknown('datakälla', name, Object.keys(källor), [...väg, 'name'], add)
  return fält ?? []
}

function transformFields(transform: unknown): string[] {
  return (JSON.stringify(transform ?? []).match(/"as":(\[[^\]]*\]|"[^"]*")/g) ?? []).flatMap(
    (text) => text.slice(5).match(/[^"[\],]+/g) ?? []
  )
}

function checkMark(mark: unknown, väg: Väg, add: Add): void {
  const type = isRecord(mark) ? mark['type'] : mark
  if (typeof type !== 'string')
    add(väg, 'Märket saknar ”type”.', `Välj bland ${formatLista(MÄRKEN)}.`)
  else if (!MÄRKEN.includes(type)) unknown('märke', type, MÄRKEN, väg, add)
  if (isRecord(mark))
    for (const key of Object.keys(mark))
      if (!MÄRKE.includes(key)) unknown('märkesegenskap', key, MÄRKE, [...väg, key], add)
}

function checkEncoding(
  encoding: unknown,
  väg: Väg,
  fält: readonly string[] | undefined,
  add: Add
): void {
  if (encoding === undefined) return
  if (!isRecord(encoding)) return add(väg, 'Nyckeln ”encoding” ska ha nycklar och värden.')
  for (const [kanal, def] of Object.entries(encoding)) {
    const här = [...väg, kanal]
    if (!KANALER.includes(kanal)) {
      unknown('kanal', kanal, KANALER, här, add)
      continue
    }
    if (!isRecord(def)) continue
    for (const key of Object.keys(def))
      if (!KANAL.includes(key)) unknown('kanalnyckel', key, KANAL, [...här, key], add)
    const field = def['field']
    if (typeof field === 'string' && fält?.length && !fält.includes(field))
      unknown('fält', field, fält, [...här, 'field'], add)
    const type = def['type']
    if (type !== undefined && (typeof type !== 'string' || !TYPER.includes(type)))
      unknown('typ', String(type), TYPER, [...här, 'type'], add)
    if (isRecord(def['scale']))
      for (const key of Object.keys(def['scale']))
        if (!SKALA.includes(key)) unknown('skalnyckel', key, SKALA, [...här, 'scale', key], add)
  }
}

/**
 * Colours are the theme's, so that dark mode and an organisation's accent reach the chart; and
 * nothing is fetched, at any depth.
 */
function checkTexts(value: unknown, väg: Väg, add: Add): void {
  if (typeof value === 'string') {
    for (const [, namn = ''] of value.matchAll(/var\(--([^),]*)\)/g))
      if (!Object.hasOwn(FÄRGER, namn)) unknown('färg', namn, Object.keys(FÄRGER), väg, add)
    const färg = /^#[0-9a-f]{3,8}$|^rgba?\(/i.exec(value.trim())
    if (färg)
      add(väg, `Färgen ”${value}” följer inte temat.`, 'Skriv till exempel ”var(--accent)”.')
  } else if (Array.isArray(value)) value.forEach((v: unknown, i) => checkTexts(v, [...väg, i], add))
  else if (isRecord(value))
    for (const [k, v] of Object.entries(value)) {
      if (k === 'url')
        add(
          [...väg, k],
          'Ett diagram hämtar inte data från en adress.',
          'Bind data vid namn: ”data: { name: rader }”.'
        )
      checkTexts(v, [...väg, k], add)
    }
}

const GENUS: Readonly<Record<string, string>> = {
  'Vega-Lite-nyckel': 'ingen',
  datakälla: 'ingen',
  märkesegenskap: 'ingen',
  kanal: 'ingen',
  kanalnyckel: 'ingen',
  typ: 'ingen',
  skalnyckel: 'ingen',
  färg: 'ingen'
}

function unknown(slag: string, word: string, known: readonly string[], väg: Väg, add: Add): void {
  const near = suggest(word, known)
  const tips =
    near !== undefined
      ? `Menade du ”${near}”?`
      : known.length <= 16
        ? `Välj bland ${formatLista(known)}.`
        : undefined
  add(väg, `”${word}” är ${GENUS[slag] ?? 'inget'} ${slag}.`, tips)
}
