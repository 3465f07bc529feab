import { readFileSync } from 'node:fs'

const FONTS = new URL('../../node_modules/@fontsource/source-sans-3/files/', import.meta.url)

function fontFace(weight: number, style: string): string {
  const file = new URL(`source-sans-3-latin-${weight}-${style}.woff2`, FONTS)
  const data = readFileSync(file).toString('base64')
  return `@font-face{font-family:"Source Sans 3";font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${data})}`
}

/** The style sheet of the sample: cover without margin boxes, named landscape pages, page x of y. */
const CSS = `
${fontFace(400, 'normal')}
${fontFace(700, 'normal')}
@page { size: A4; margin: 20mm; font: 9pt "Source Sans 3"; @top-left { content: "Provnämndens berättelse"; }
  @bottom-right { content: "Sida " counter(page) " av " counter(pages); } }
@page :first { @top-left { content: none } @bottom-right { content: none } }
@page liggande { size: A4 landscape }
body { margin: 0; font: 11pt/1.4 "Source Sans 3" }
h1, h2 { padding-top: 1mm; break-after: avoid }
h1, nav { break-before: page }
.omslag h1 { break-before: auto }
.liggande { page: liggande }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; border-bottom: 0.5pt solid }
nav li { display: flex; justify-content: space-between }
nav [data-sidref] { min-width: 2em; text-align: right }
`

/** Parts of the sample that a test may want otherwise. */
export interface SampleParts {
  readonly rows?: number
  readonly extra?: string
  readonly style?: string
}

/** A report in small: cover, contents, text, a table over several pages, a landscape section. */
export function sample({ rows = 90, extra = '', style = '' }: SampleParts = {}): string {
  const row = (n: number) =>
    `<tr><th scope="row">Rad ${n}</th><td>${n * 3} st</td><td>Utfall för rad ${n}</td></tr>`
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8">
<title>Provnämndens berättelse 2021</title><style>${CSS}${style}</style></head><body>
<div class="omslag"><h1>Provnämndens berättelse 2021</h1></div>
<nav aria-label="Innehåll"><h2>Innehåll</h2><ol>
  <li><a href="#inledning">Inledning</a> <span data-sidref="inledning"></span></li>
  <li><a href="#måluppföljning">Måluppföljning</a> <span data-sidref="måluppföljning"></span></li>
  <li><a href="#bilaga-a">Bilaga A</a> <span data-sidref="bilaga-a"></span></li>
</ol></nav>
<main>
<h1 id="inledning">Inledning</h1>
<p>Nämndens uppföljning visar att andelen invånare med pågående insats ökade under året, främst i de
  äldre <b>åldersgrupperna</b>, medan väntetiderna förkortades. Hela tabellen står på sidan <span
  data-sidref="bilaga-a"></span>.</p>
<h1 id="måluppföljning">Måluppföljning av nämndens samtliga strategiska mål och uppdrag under det gångna
  verksamhetsåret</h1>
<table><thead><tr><th scope="col">Mått</th><th scope="col">Utfall</th><th scope="col">Text</th></tr></thead>
<tbody>${Array.from({ length: rows }, (_, i) => row(i + 1)).join('\n')}</tbody></table>
${extra}
<section class="liggande"><h1 id="bilaga-a">Bilaga A</h1><p>En bred tabell.</p></section>
</main></body></html>`
}
