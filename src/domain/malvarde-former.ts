import { gränsformer } from './malvarde-gransformer.ts'
import { jämförelseformer } from './malvarde-jamforelseformer.ts'
import { mönster } from './malvarde-monster.ts'
import { tidsformer } from './malvarde-tidsformer.ts'
import type { Målform } from './malvarde-typ.ts'

const utanMål: readonly Målform[] = [
  {
    namn: 'inget mål',
    exempel: '–',
    förklaring: 'Inget mål är satt. Ett tomt fält betyder detsamma.',
    mönster: mönster('[–−-]*|saknas|inget mål(?:värde)?|saknar mål(?:värde)?'),
    bygg: () => ({ slag: 'inget' })
  },
  {
    namn: 'ej relevant',
    exempel: 'Ej relevant',
    förklaring: 'Indikatorn har inget mål den här perioden och bedöms inte.',
    mönster: mönster('(?:ej|inte|icke) (?:relevant|tillämpligt?|aktuellt?)'),
    bygg: () => ({ slag: 'ej relevant' })
  }
]

/**
 * Every form a target can be written in, in the order they are tried: those with more words
 * before those that a number alone would fit. The handbook's table is made from this list.
 */
export const målformer: readonly Målform[] = [
  ...utanMål,
  ...tidsformer,
  ...jämförelseformer,
  ...gränsformer
]
