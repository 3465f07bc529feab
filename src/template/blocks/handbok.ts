import { målformer as formerna } from '../../domain/malvarde-former.ts'
import { okäntVärde } from '../../messages.ts'
import { formatLista } from '../../text/swedish.ts'
import { report, type Miljö } from '../environment.ts'
import { escapeHtml, Html } from '../figure.ts'
import type { Innehåll } from '../views.ts'
import { cell, frameOf, head, renderTabell, rowHead, TABELLHASH, type Block } from './block.ts'
import type { Anrop } from '../arguments.ts'

/** `{{målformer}}`: every form that a target can be written in, with an example. */
export const målformer: Block = {
  signatur: { params: [], hash: TABELLHASH },
  numrerad: (anrop) => numbered(anrop, 'malformer'),
  run: (anrop, miljö) =>
    table(anrop, miljö, 'malformer', 'Så kan ett målvärde skrivas', {
      huvud: ['Form', 'Till exempel', 'Betyder'],
      rader: formerna.map(({ namn, exempel, förklaring }) => [namn, code(exempel), förklaring])
    })
}

/** `{{nycklar "indikatorer"}}`: the keys of a list in the data, or of rapport.yaml and its like. */
export const nycklar: Block = {
  signatur: { params: ['en lista i datafilerna, eller rapport'], hash: TABELLHASH },
  numrerad: (anrop) => numbered(anrop, `nycklar-${String(anrop.params[0]?.värde)}`),
  run(anrop, miljö) {
    const namn = String(anrop.params[0]?.värde)
    const found = miljö.handbok.nycklar(namn)
    if ('kända' in found)
      return report(miljö, okäntVärde('nycklar', namn, found.kända), anrop.params[0]?.span)
    return table(anrop, miljö, `nycklar-${namn}`, `Nycklar i ${namn}`, {
      huvud: ['Nyckel', 'Vad', 'Till exempel'],
      // Where a value comes from can be said nearly everywhere; once is enough.
      rader: found
        .filter(({ väg }) => !väg.endsWith('.ursprung'))
        .map(({ väg, krav, om, exempel, värden }) => [
          path(väg),
          `${om}${krav ? ' Måste finnas.' : ''}${värden.length > 1 ? ` Kan vara ${formatLista(värden, 'eller')}.` : ''}`,
          exempel[0] === undefined ? '' : code(exempel[0])
        ])
    })
  }
}

/** `{{hjälparlista}}`: every helper and block with what it takes. */
export const hjälparlista: Block = {
  signatur: { params: [], hash: TABELLHASH },
  numrerad: (anrop) => numbered(anrop, 'hjalpare'),
  run: (anrop, miljö) =>
    table(anrop, miljö, 'hjalpare', 'Alla hjälpare och block', {
      huvud: ['Namn', 'Ger', 'Tar', 'Val'],
      rader: miljö.handbok
        .hjälpare()
        .map(({ namn, ger, tar, val }) => [
          code(namn),
          ger,
          tar.join('; ') || '–',
          val.length === 0
            ? '–'
            : new Html(val.map((each) => `<code>${escapeHtml(each.namn)}</code>`).join(', '))
        ])
    })
}

/** `{{kommandon}}`: what the program's own help says of each command. */
export const kommandon: Block = {
  signatur: { params: [], hash: {} },
  numrerad: () => null,
  run: (_, miljö) =>
    miljö.handbok
      .kommandon()
      .map(
        ({ namn, hjälp }) =>
          `<h3 id="kommando-${namn}">npx tertial ${namn}</h3>\n<pre><code>${escapeHtml(hjälp.trim())}</code></pre>`
      )
      .join('\n')
}

/** A way down the keys, which may break after each of them. */
const path = (väg: string): Html =>
  new Html(`<code>${escapeHtml(väg).replaceAll('.', '.<wbr>')}</code>`)

/** An example, whose lines stand under each other: a list has one a row. */
const code = (text: string): Html =>
  new Html(`<code>${escapeHtml(text.trim()).replaceAll('\n', '<br>')}</code>`)

function numbered(anrop: Anrop, id: string) {
  return { slag: 'tabell', id: String(anrop.hash.get('id')?.värde ?? id) } as const
}

function table(
  anrop: Anrop,
  miljö: Miljö,
  id: string,
  rubrik: string,
  { huvud, rader }: { huvud: readonly string[]; rader: readonly (readonly Innehåll[])[] }
): string | undefined {
  return renderTabell(
    {
      ...frameOf(anrop, miljö, id, rubrik),
      enhet: null,
      slag: 'text',
      huvud: [huvud.map((text) => head(text))],
      grupper: [
        {
          summa: false,
          rader: rader.map(([first = '', ...rest]) => ({
            slag: 'rad' as const,
            celler: [rowHead(first), ...rest.map((innehåll) => cell(innehåll))]
          }))
        }
      ]
    },
    {
      kolumner: huvud,
      rader: rader.map((rad) =>
        rad.map((c) =>
          String(c)
            .replaceAll('<br>', ' ')
            .replace(/<[^>]*>/g, '')
        )
      )
    },
    miljö
  )
}
