import { randomBytes } from 'node:crypto'
import { readClient } from './client.ts'
import type { Effects } from '../effects.ts'
import type { FontReader } from '../printing.ts'
import { fontFiles } from '../template/fonts.ts'
import type { Flöde, Handler, Svar } from './http.ts'
import { renderList } from './list.ts'
import { describeOrigin } from './origin.ts'
import { dressPage, policy } from './page.ts'
import type { Pdfer } from './pdf.ts'
import type { Öppen } from './report.ts'
import type { Session } from './session.ts'
import { renderShell } from './shell.ts'
import { discover } from '../stages/1-discover.ts'
import { Diagnostics } from '../diagnostic.ts'

export interface RoutesInput {
  readonly root: string
  readonly editor: string | null
  readonly session: Session
  readonly pdfer: Pdfer
  readonly effects: Effects
  readonly fonts: FontReader
  /** The open pages of all reports. */
  readonly lists: Set<Flöde>
  /** A save is on screen, so many milliseconds after. */
  readonly onShown: (paths: readonly string[], ms: number) => void
}

const HTML = 'text/html; charset=utf-8'
const json = (data: unknown): Svar => ({
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(data)
})

/** What is answered at each address. The built site's own addresses hold here too. */
export function createRoutes(input: RoutesInput): Handler {
  const { root, session, effects } = input
  // Only a page from here knows it, so only such a page hears what is written.
  const nyckel = randomBytes(18).toString('base64url')

  async function knows(id: string): Promise<boolean> {
    const { rapporter } = await discover(root, effects.files, new Diagnostics())
    return rapporter.some((mapp) => mapp.id === id)
  }

  const inställning = (report: Öppen | undefined) => ({
    rapport: report?.id ?? null,
    version: report?.visad?.version ?? 0,
    nyckel,
    rot: root,
    editor: input.editor
  })

  function page(html: string, report?: Öppen): Svar {
    return {
      type: HTML,
      body: dressPage(html, inställning(report)),
      headers: { 'content-security-policy': policy(html) }
    }
  }

  async function own(url: URL): Promise<Svar | undefined> {
    const name = url.pathname.slice('/_tertial/'.length)
    const client = readClient(name)
    if (client) return client
    if (url.searchParams.get('nyckel') !== nyckel) return undefined
    const report = await session.open(url.searchParams.get('rapport') ?? '')
    const version = Number(url.searchParams.get('version'))
    if (name === 'visad') {
      const change = session.changeOf(report, version)
      const at = Number(url.searchParams.get('tid'))
      if (change && Number.isFinite(at)) input.onShown(change.paths, Math.max(0, at - change.at))
      return json({ tagits: change !== undefined })
    }
    if (name === 'kalla') return origin(report, Number(url.searchParams.get('nr')))
    return undefined
  }

  function origin(report: Öppen, nr: number): Svar | undefined {
    const composed = report.visad?.composed
    const post = composed?.bok.poster[nr - 1]
    if (!composed || !post) return undefined
    return json(describeOrigin(post, composed.miljö.räknare, composed.miljö.sources))
  }

  async function reportFile(id: string, rest: string): Promise<Svar | undefined> {
    if (!(await knows(id))) return undefined
    const report = await session.open(id)
    const { visad } = report
    if (rest === '')
      return {
        status: 302,
        type: HTML,
        body: '',
        headers: { location: `/${encodeURI(id)}/index.html` }
      }
    if (rest === 'index.html') {
      const läge = session.läge(report)
      return visad
        ? page(visad.html, report)
        : page(await renderShell(id, läge.fel, root, effects), report)
    }
    if (rest.endsWith('.pdf')) return pdf(report, rest)
    const text = visad?.finished.files.get(rest)
    if (text === undefined) return undefined
    const type = rest.endsWith('.json') ? 'application/json' : 'text/csv'
    return { type: `${type}; charset=utf-8`, body: text }
  }

  async function pdf(report: Öppen, name: string): Promise<Svar | undefined> {
    const [, enhet, rapport] = report.id.split('/')
    if (name !== `${enhet}-${rapport}.pdf`) return undefined
    await session.idle()
    const made = await input.pdfer.get(report)
    if (typeof made !== 'string')
      return { type: 'application/pdf', body: made, headers: { 'content-disposition': 'inline' } }
    const fault = { nivå: 'fel', text: made, råd: null }
    return { ...page(await renderShell(report.id, [fault], root, effects)), status: 503 }
  }

  async function font(name: string): Promise<Svar | undefined> {
    // The organisation's own are those of the reports that are open.
    const all = [
      ...fontFiles,
      ...session.reports().flatMap(({ visad }) => visad?.finished.fonts ?? [])
    ]
    const file = all.find((known) => known.file === name)
    return file && { type: 'font/woff2', body: await input.fonts(file) }
  }

  return {
    async answer(url) {
      const path = decodeURIComponent(url.pathname)
      if (path === '/' || path === '/index.html') return page(await renderList(root, effects))
      if (path.startsWith('/_tertial/')) return own(url)
      if (path.startsWith('/typsnitt/')) return font(path.slice('/typsnitt/'.length))
      const [, organisation, enhet, rapport, ...rest] = path.split('/')
      if (!organisation || !enhet || !rapport) return undefined
      return reportFile(`${organisation}/${enhet}/${rapport}`, rest.join('/'))
    },
    open(url, flöde) {
      if (url.pathname !== '/_tertial/flode' || url.searchParams.get('nyckel') !== nyckel)
        return false
      const id = url.searchParams.get('rapport')
      if (id) {
        const version = Number(url.searchParams.get('version'))
        void session.open(id).then((report) => session.follow(report, version, flöde))
        return true
      }
      input.lists.add(flöde)
      flöde.onClose(() => input.lists.delete(flöde))
      return true
    }
  }
}
