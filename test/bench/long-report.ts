import { sample } from '../pdf/sample.ts'

const SENTENCE =
  'Nämndens uppföljning visar att andelen invånare med pågående insats ökade, främst i de äldre åldersgrupperna. '

const row = (n: number) =>
  `<tr><th scope="row">Enhet ${n}</th><td>${n * 7}</td><td>${n * 11},5</td><td>Uppnått</td></tr>`

/** Six pages: text, a table, a chart and a note. */
const chapter = (n: number) => `<h1 id="k-${n}">Kapitel ${n}</h1>
${`<p>${SENTENCE.repeat(7)}</p>`.repeat(9)}
<table><caption>Tabell ${n}. Utfall per enhet</caption><thead><tr><th scope="col">Enhet</th><th scope="col">Utfall</th><th scope="col">Budget</th><th scope="col">Bedömning</th></tr></thead>
<tbody>${Array.from({ length: 40 }, (_, i) => row(i + 1)).join('')}</tbody></table>
<figure><figcaption>Diagram ${n}. Ärenden</figcaption><svg role="img" aria-label="Stapeldiagram: ärenden per kvartal" viewBox="0 0 480 200" width="480" height="200">${Array.from(
  { length: 12 },
  (_, i) =>
    `<rect x="${i * 40}" y="${(i * 37 * n) % 150}" width="24" height="50" fill="#1f5f8b"/><text x="${i * 40}" y="195" font-size="9">K${i}</text>`
).join('')}</svg></figure>
<h2>Diskussion</h2>${`<p>${SENTENCE.repeat(7)}</p>`.repeat(9)}
<p>Se <sup><a href="#not-${n}" id="notref-${n}">${n}</a></sup> och sidan <span data-sidref="k-${n}"></span>.</p>
<div class="noter"><ol><li id="not-${n}">En not.</li></ol></div>`

/** A made-up report of about so many pages. */
export function longReport(pages: number): string {
  const chapters = Math.max(1, Math.round((pages - 7) / 6))
  return sample({ extra: Array.from({ length: chapters }, (_, i) => chapter(i + 1)).join('\n') })
}
