import type { Organisationsenhet } from '../../domain/organisation.ts'
import { textArg } from '../arguments.ts'
import { escapeHtml } from '../figure.ts'
import type { Block } from './block.ts'

/**
 * `{{organisationsschema}}`: the organisation's units as nested lists, drawn as a tree by the style
 * sheet. The report's own unit is marked by colour and word.
 */
export const organisationsschema: Block = {
  signatur: { params: [], hash: { rubrik: 'text', id: 'text' } },
  numrerad: (anrop) => ({ slag: 'diagram', id: textArg(anrop, 'id') ?? 'organisationsschema' }),
  run(anrop, { modell, numreraBlock }) {
    const mål = anrop.span && numreraBlock(anrop.span)
    const { organisation } = modell
    const rubrik = textArg(anrop, 'rubrik') ?? `Organisation: ${organisation.namn}`
    const node = (enhet: Organisationsenhet): string => {
      const egen = enhet.id === modell.enhet.id
      const namn = escapeHtml(enhet.namn)
      const box = egen
        ? `<b class="box egen">${namn} <span class="vad">den här rapporten</span></b>`
        : `<span class="box">${namn}</span>`
      return `<li>${box}${children(enhet.enheter)}</li>`
    }
    const children = (enheter: readonly Organisationsenhet[]): string =>
      enheter.length === 0 ? '' : `\n<ul>\n${enheter.map(node).join('\n')}\n</ul>`
    return `<figure class="organisationsschema" id="${mål?.ankare ?? 'organisationsschema'}">
<figcaption><b>Diagram ${mål?.nr ?? ''}.</b> ${escapeHtml(rubrik)}</figcaption>
<ul>
<li><span class="box">${escapeHtml(organisation.namn)}</span>${children(organisation.enheter)}</li>
</ul>
</figure>`
  }
}
