import type { Effects } from '../effects.ts'
import { escapeHtml } from '../template/figure.ts'
import { discover } from '../stages/1-discover.ts'
import { Diagnostics } from '../diagnostic.ts'

/** A page for a report that has no good page yet; what is wrong is shown over it by its script. */
export async function renderShell(
  id: string,
  fel: readonly { readonly text: string; readonly råd: string | null }[],
  root: string,
  { files }: Effects
): Promise<string> {
  const { temafiler } = await discover(root, files, new Diagnostics())
  const css = await Promise.all(
    temafiler
      .filter((path) => path.endsWith('.css'))
      .map((path) => files.readText(`${root}/${path}`))
  )
  const list = fel
    .map(({ text, råd }) => `<li>${escapeHtml(text)}${råd ? ` ${escapeHtml(råd)}` : ''}</li>`)
    .join('\n')
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rapporten kan inte visas – ${escapeHtml(id)}</title>
<style>${css.join('\n')}</style>
</head>
<body>
<main class="index" id="text">
<h1>Rapporten kan inte visas än</h1>
<p>${escapeHtml(id)} har fel som måste rättas först. Sidan kommer av sig själv när det är gjort.</p>
<ul>
${list}
</ul>
<p><a href="/">Alla rapporter</a></p>
</main>
</body>
</html>
`
}
