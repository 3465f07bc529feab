// node src/node24.mjs test/readme/screenshot.ts: takes the README's picture from a report built anew.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBrowser, openPage } from '../setup/browser.ts'

const repo = fileURLToPath(new URL('../..', import.meta.url))
const picture = join(repo, '.github/tertial.png')
const report = 'region-norrbotten/regionstod/2021-arsrapport'
const out = mkdtempSync(join(tmpdir(), 'tertial-bild-'))
const browser = await openBrowser()
try {
  spawnSync(process.execPath, ['src/cli.ts', 'build', report, '--format', 'html', '--out', out], {
    cwd: repo,
    stdio: 'inherit'
  })
  const { page } = await openPage(browser, join(out, report, 'index.html'), { width: 1280 })
  await page.setViewport({ width: 1280, height: 800 })
  await page.evaluate(
    `document.getElementById('resultat').closest('.tabellblock').scrollIntoView({ block: 'center' })`
  )
  // Until the contents show what is read.
  await page.evaluate('new Promise((done) => setTimeout(done, 300))')
  const [x, y] = (await page.evaluate(`(() => {
    const all = [...document.querySelectorAll('[data-kapitel=ekonomi] tr.summa data.tal')]
    const box = all[0].getBoundingClientRect()
    return [box.left + box.width / 2, box.top + box.height / 2]
  })()`)) as [number, number]
  await page.mouse.move(x, y)
  await page.screenshot({ path: picture as `${string}.png`, optimizeForSpeed: false })
  console.log(`${picture}: ${Math.ceil(statSync(picture).size / 1000)} kB`)
} finally {
  await browser.close()
  rmSync(out, { recursive: true })
}
