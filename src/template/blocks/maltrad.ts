import type { Mål } from '../../domain/modell.ts'
import { textArg } from '../arguments.ts'
import { escapeHtml } from '../figure.ts'
import type { Block } from './block.ts'

/** `{{målträd}}`: the steering model's goals with those below them, side by side and without assessments. */
export const målträd: Block = {
  signatur: { params: [], hash: { rubrik: 'text', id: 'text' } },
  numrerad: (anrop) => ({ slag: 'diagram', id: textArg(anrop, 'id') ?? 'målträd' }),
  run(anrop, { modell, numreraBlock }) {
    const nummer = anrop.span && numreraBlock(anrop.span)
    const rubrik = textArg(anrop, 'rubrik') ?? 'Målen'
    const list = (mål: readonly Mål[]): string =>
      mål.length === 0 ? '' : `\n<ul>\n${mål.map((m) => item(m, false)).join('\n')}\n</ul>`
    const item = (mål: Mål, top: boolean): string => {
      const namn = escapeHtml(mål.namn)
      return `<li>${top ? `<b>${namn}</b>` : namn}${list(mål.undermål)}</li>`
    }
    const innehåll =
      modell.mål.length === 0
        ? '<p>Inga mål.</p>'
        : `<ul>\n${modell.mål.map((m) => item(m, true)).join('\n')}\n</ul>`
    return `<figure class="maltrad" id="${nummer?.ankare ?? 'maltrad'}">
<figcaption><b>Diagram ${nummer?.nr ?? ''}.</b> ${escapeHtml(rubrik)}</figcaption>
${innehåll}
</figure>`
  }
}
