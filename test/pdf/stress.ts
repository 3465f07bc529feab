import { sample } from './sample.ts'

const SENTENCE =
  'Nämndens uppföljning visar att andelen invånare med pågående insats ökade, främst i de äldre åldersgrupperna. '
const LONG_WORD = 'upphandlingssamverkansuppföljningsmodell'.repeat(4)

function many(count: number, part: (n: number) => string): string {
  return Array.from({ length: count }, (_, i) => part(i + 1)).join('\n')
}

const chart = (
  n: number
) => `<figure id="d-${n}"><figcaption><b>Diagram ${n}.</b> Ärenden</figcaption>
<svg role="img" aria-label="Stapeldiagram ${n}: ärenden per kvartal, flest i kvartal 4" viewBox="0 0 400 120" width="400" height="120">
${many(8, (k) => `<rect x="${k * 40}" y="${100 - ((n * k * 7) % 80)}" width="24" height="${(n * k * 7) % 80}" fill="#1f5f8b"/><text x="${k * 40}" y="115" font-size="9">K${k} ${n * k}</text>`)}
</svg></figure>`

const note = (n: number) =>
  `<li id="not-${n}"><p>Not ${n}. ${SENTENCE}<a href="#notref-${n}" aria-label="Tillbaka till texten, not ${n}">Åter</a></p></li>`

const referring = (n: number) =>
  `<p>${SENTENCE}<sup><a href="#not-${n}" id="notref-${n}" aria-label="Not ${n}">${n}</a></sup> ${SENTENCE.repeat(2)}</p>`

const BODY = `
<h2 id="langt">Det ${LONG_WORD}</h2>
<p style="overflow-wrap:anywhere">${LONG_WORD.repeat(3)} och ${SENTENCE}</p>
<h3>Nivå tre</h3><p>${SENTENCE}</p><h4>Nivå fyra</h4><p>${SENTENCE}</p>
<h5>Nivå fem</h5><p>${SENTENCE}</p><h6>Nivå sex</h6><p>${SENTENCE}</p>
<h2>Fotnoter</h2>${many(40, referring)}
<div class="noter"><p>Noter</p><ol>${many(40, note)}</ol></div>
<h2>Tabeller</h2>
<table id="lang"><caption>Tabell 1. Trehundra rader</caption>
<thead><tr><th scope="col" rowspan="2">Enhet</th><th scope="colgroup" colspan="2">Antal</th></tr>
<tr><th scope="col">Kvinnor</th><th scope="col">Män</th></tr></thead><tbody>
${many(300, (n) => `<tr><th scope="row">Enhet ${n}</th><td>${n * 7} st</td><td>${n % 3 === 0 ? '' : `${n * 11} st`}</td></tr>`)}
</tbody></table>
<table id="djup"><caption>Tabell 2. Celler längre än en sida</caption>
<thead><tr><th scope="col">Fråga</th><th scope="col">Svar</th></tr></thead><tbody>
<tr><th scope="row">${SENTENCE.repeat(20)}</th><td>${many(16, () => `<p>${SENTENCE.repeat(4)}</p>`)}</td></tr>
<tr><th scope="row" rowspan="2">Listor</th><td><ul><li>Ett<ul><li>Ett i ett<ol><li>Djupast</li></ol></li></ul></li><li>Två</li></ul></td></tr>
<tr><td>Öppet<br>måndag</td></tr>
</tbody></table>
<section class="liggande"><h2>På tvären</h2><table id="bred"><caption>Tabell 3. Tolv månader</caption>
<thead><tr><th scope="col">Enhet</th>${many(12, (n) => `<th scope="col">M${n}</th>`)}</tr></thead>
<tbody>${many(9, (row) => `<tr><th scope="row">Enhet ${row}</th>${many(12, (n) => `<td>${row * n}</td>`)}</tr>`)}</tbody></table></section>
<h2>Åter på höjden</h2>
<dl><dt>Begrepp</dt><dd>Förklaring av begreppet.</dd><dt>Ett till</dt><dt>Synonym</dt><dd>Förklaring av båda.</dd></dl>
<p>På engelska heter det <span lang="en">internal control</span>, <abbr title="till exempel">t.ex.</abbr> i <code>k&oacute;d</code> och <strong>fet</strong> <em>stil</em>. Se <a href="#lang">tabell 1</a>, <a href="https://exempel.se/a?b=1&amp;c=2">webben</a>.</p>
<blockquote>${SENTENCE}</blockquote><pre>rad ett
  rad två</pre>
<p style="text-align:right">${(SENTENCE + 'upp\u00ADfölj\u00ADnings\u00ADunder\u00ADsök\u00ADning\u00ADar ').repeat(12)}</p>
<h2>Diagram</h2>${many(25, chart)}
<figure><img alt="En grå punkt" width="20" height="20" src="data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="></figure>`

/** Everything that has been seen to go wrong in print, in one report. */
export function stressReport(): string {
  return sample({
    extra: BODY,
    style:
      'code,pre{font-family:"Source Sans 3"} ul,ol{margin:0} figure{break-inside:avoid} h2{overflow-wrap:anywhere}'
  })
}
