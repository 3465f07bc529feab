import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { REPO } from '../setup/site.ts'

const folder = mkdtempSync(join(tmpdir(), 'tertial-preview-'))
for (const top of ['content', 'data', 'templates']) mkdirSync(join(folder, top))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the real command; `until` ends it as Ctrl+C does once that has been said. */
async function preview(args: readonly string[], until?: RegExp) {
  const child = spawn(process.execPath, [join(REPO, 'src/cli.ts'), 'preview', ...args], {
    cwd: folder,
    env: { ...process.env, TERTIAL_EDITOR: undefined, TERTIAL_CACHE: 'nej' }
  })
  let said = ''
  const hear = (text: Buffer): void => {
    said += String(text)
    if (until?.test(said)) child.kill('SIGINT')
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, said }
}

describe('tertial preview', () => {
  it('waits in a project without reports, and ends cleanly with Ctrl+C', async () => {
    const { code, said } = await preview(['--öppna-inte'], /Ctrl\+C/)
    expect(said).toBe(
      `I ${folder} finns inga rapporter än. De visas här så snart det finns en rapport.yaml i content/<organisation>/<enhet>/<rapport>/.
Förhandsvisningen finns på ${/http:\S+/.exec(said)?.[0]}
Sidan följer med när du sparar. Avsluta med Ctrl+C.
`
    )
    expect(/http:\S+/.exec(said)?.[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(code).toBe(0)
  })

  it('says that a port is taken', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', () => resolve()))
    const { port } = taken.address() as { port: number }
    const { code, said } = await preview(['--port', String(port), '--öppna-inte'])
    taken.close()
    expect([code, said.split('\n')[0]]).toEqual([
      2,
      `Port ${port} är upptagen, troligen av en annan förhandsvisning. Ange en annan, eller utelämna --port så väljs en ledig.`
    ])
  })

  it('says what a port and an editor can be', async () => {
    expect((await preview(['--port', 'åtta'])).said).toContain('Ogiltig port "åtta".')
    const { code, said } = await preview(['--editor', 'emacs'])
    expect([code, said.split('.')[0]]).toEqual([2, 'Okänd editor "emacs"'])
  })

  it('says which reports there are when none fits the name', async () => {
    const report = join(folder, 'content/region/enhet/2021-arsrapport')
    mkdirSync(report, { recursive: true })
    writeFileSync(join(report, 'rapport.yaml'), 'rapport:\n  titel: X\n')
    const { code, said } = await preview(['finns-inte', '--öppna-inte'])
    expect(code).toBe(2)
    expect(said).toContain('Ingen rapport passar "finns-inte".')
  })
})
