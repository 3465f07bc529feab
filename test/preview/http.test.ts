import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../../src/preview/http.ts'
import { previewProject, REPORT, type Previewed } from './project.ts'

let project: Previewed
let nyckel: string
beforeAll(async () => {
  project = await previewProject()
  const { body } = await ask(`/${REPORT}/index.html`)
  nyckel = /nyckel&quot;:&quot;([\w-]+)/.exec(body)?.[1] ?? ''
})
afterAll(() => project?.close())

interface Answer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

function ask(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET'
): Promise<Answer> {
  const { port } = project.preview
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        body += text
        // A line that stays open is known by its first words.
        if (response.headers['content-type'] === 'text/event-stream') response.destroy()
      })
      const done = () => resolve({ status: response.statusCode, headers: response.headers, body })
      response.on('end', done)
      response.on('close', done)
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** The answer to a request as it is written here, which no client would write. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(project.preview.port, '127.0.0.1', () => socket.write(`${text}\r\n\r\n`))
    let answer = ''
    socket.on('data', (part) => (answer += String(part)))
    socket.on('close', () => resolve(answer))
  })
}

const own = () => `127.0.0.1:${project.preview.port}`
const line = () => `/_tertial/flode?rapport=${REPORT}&version=1&nyckel=${nyckel}`
const STREAM = { accept: 'text/event-stream' }

describe('who is answered', () => {
  it('is who asks by the address it is served at', async () => {
    expect((await ask('/')).status).toBe(200)
    expect((await ask('/', { host: `localhost:${project.preview.port}` })).status).toBe(200)
  })

  it.each([
    ['a name made to point here', 'rapporter.example:4173'],
    ['a name that begins as ours', '127.0.0.1.example'],
    ['another port', '127.0.0.1:1'],
    ['no port', '127.0.0.1'],
    ['this machine by its address on the net', '192.168.1.10:4173']
  ])('is not %s', async (_, host) => {
    const { status, body } = await ask('/', { host })
    expect([status, body]).toEqual([403, 'Förhandsvisningen svarar bara på sin egen adress.\n'])
  })

  it.each([
    ['https://rapporter.example'],
    ['http://localhost:3000'],
    ['http://127.0.0.1:1'],
    ['null']
  ])('is not a page of %s', async (origin) => {
    expect((await ask('/', { origin })).status).toBe(403)
    expect((await ask(line(), { origin, ...STREAM })).status).toBe(403)
  })

  it('is its own pages', async () => {
    const origin = `http://${own()}`
    const { status, headers } = await ask(line(), { origin, ...STREAM })
    expect([status, headers['content-type']]).toEqual([200, 'text/event-stream'])
  })

  it('is not a picture, frame or script of another page, but is who follows a link', async () => {
    const from = (site: string, mode: string, dest: string) =>
      ask(`/${REPORT}/tal.json`, {
        'sec-fetch-site': site,
        'sec-fetch-mode': mode,
        'sec-fetch-dest': dest
      })
    expect((await from('cross-site', 'no-cors', 'image')).status).toBe(403)
    expect((await from('cross-site', 'no-cors', 'script')).status).toBe(403)
    expect((await from('cross-site', 'navigate', 'iframe')).status).toBe(403)
    expect((await from('same-site', 'cors', 'empty')).status).toBe(403)
    expect((await from('cross-site', 'navigate', 'document')).status).toBe(200)
    expect((await from('same-origin', 'cors', 'empty')).status).toBe(200)
  })

  it('is nobody from outside this machine', () => {
    expect(project.preview.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })
})

describe('what is answered', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('is not %s', async (method) => {
    const { status, headers } = await ask('/', {}, method)
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD'])
  })

  it.each([
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2fetc%2fpasswd',
    `/${REPORT}/../../../../data/region-norrbotten/organisation.yaml`,
    `/${REPORT}/..%2f..%2f..%2f..%2fdata%2fregion-norrbotten%2forganisation.yaml`,
    `/${REPORT}/rapport.yaml`,
    '/data/region-norrbotten/organisation.yaml',
    '/typsnitt/..%2f..%2fpackage.json',
    '/typsnitt/',
    '/_tertial/../server.ts',
    '/_tertial/..%2fserver.ts',
    '/_tertial/constructor',
    `/${REPORT}/nagon-annan.pdf`,
    '/a/b/c/index.html'
  ])('is nothing at %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  it.each(['//ond.example/', '/%', '/%ff'])('is nothing at the unreadable %s', async (path) => {
    expect([400, 404]).toContain((await ask(path)).status)
  })

  it('is nothing where the request names another host than the headers do, or none', async () => {
    expect(
      await raw(`GET http://ond.example/ HTTP/1.1\r\nHost: ${own()}\r\nConnection: close`)
    ).toMatch(/^HTTP\/1\.1 400 /)
    expect(await raw('GET / HTTP/1.0')).toMatch(/^HTTP\/1\.1 403 /)
  })

  it('is no line and no figure without the key that a page from here has', async () => {
    const wrong = line().replace(nyckel, 'gissad')
    expect((await ask(wrong, STREAM)).status).toBe(403)
    expect((await ask(`/_tertial/kalla?rapport=${REPORT}&nr=1&nyckel=gissad`)).status).toBe(404)
    expect((await ask(`/_tertial/kalla?rapport=${REPORT}&nr=1&nyckel=${nyckel}`)).status).toBe(200)
    expect(nyckel.length).toBeGreaterThanOrEqual(24)
  })

  it('lets nobody else read, frame or keep it', async () => {
    const { headers } = await ask(`/${REPORT}/index.html`)
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self' 'sha256-[\w+/]+=*'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/
    )
  })

  it('has the ledger, the tables and the fonts where the built site has them', async () => {
    const page = await ask(`/${REPORT}/index.html`)
    expect((await ask(`/${REPORT}/tal.json`)).body).toContain('"tal": [')
    const table = await ask(`/${REPORT}/data/risker-efter.csv`)
    expect([table.status, table.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    const font = /typsnitt\/([\w-]+\.woff2)/.exec(page.body)?.[1] ?? ''
    expect((await ask(`/typsnitt/${font}`)).headers['content-type']).toBe('font/woff2')
    expect((await ask(`/${REPORT}`)).headers['location']).toBe(`/${REPORT}/index.html`)
  })
})

describe('serve(wanted, handler)', () => {
  const handler = { answer: async () => undefined, open: () => false }

  it('takes a free port of its own, so that two don’t collide', async () => {
    const [a, b] = [await serve(undefined, handler), await serve(undefined, handler)]
    if ('fel' in a || 'fel' in b) throw new Error('no port')
    expect(new Set([a.port, b.port, project.preview.port]).size).toBe(3)
    await Promise.all([a.close(), b.close()])
  })

  it('says when the port that is asked for is taken', async () => {
    const { port } = project.preview
    expect(await serve(port, handler)).toEqual({ fel: 'upptagen', port })
  })
})
