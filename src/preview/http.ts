import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export const HOST = '127.0.0.1'
/** Tried in turn where nothing is asked for, so that the address is mostly the same from day to day. */
const FIRST = 4173
const TRIED = 30

export interface Svar {
  readonly status?: number
  readonly type: string
  readonly body: string | Uint8Array
  /** Added to the headers that every answer has. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A line to one page that stays open; what is sent comes in order. */
export interface Flöde {
  send(event: string, data: unknown): void
  onClose(call: () => void): void
}

export interface Handler {
  /** The answer to an address; undefined where there is nothing. */
  answer(url: URL): Promise<Svar | undefined>
  /** Takes the line that a page opens at an address; false where it isn't let in. */
  open(url: URL, flöde: Flöde): boolean
}

export interface Listening {
  readonly port: number
  readonly origin: string
  close(): Promise<void>
}

/** What stands in the way of a server. */
export type Portfel = { readonly fel: 'upptagen' | 'nekad'; readonly port: number }

/**
 * Serves on the loopback address alone. Only who asks for it by that address is answered: a page of
 * another origin, or a name made to point here, gets nothing, whatever it asks for.
 */
export async function serve(
  wanted: number | undefined,
  handler: Handler
): Promise<Listening | Portfel> {
  const ports =
    wanted === undefined ? [...Array.from({ length: TRIED }, (_, i) => FIRST + i), 0] : [wanted]
  for (const port of ports) {
    const server = createServer((request, response) => {
      void reply(request, response, handler)
    })
    const fault = await listen(server, port)
    if (!fault) return listening(server)
    if (fault !== 'EADDRINUSE' || port === ports.at(-1))
      return { fel: fault === 'EADDRINUSE' ? 'upptagen' : 'nekad', port }
  }
  throw new Error('no port was tried')
}

function listen(server: Server, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ host: HOST, port, exclusive: true }, () => resolve(undefined))
  })
}

function listening(server: Server): Listening {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    port,
    origin: `http://${HOST}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // Lines to pages stay open until they are cut.
        server.closeAllConnections()
      })
  }
}

const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY'
}

async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  handler: Handler
): Promise<void> {
  const refuse = (status: number, text: string, more: Record<string, string> = {}): void => {
    response.writeHead(status, { ...HEADERS, ...more, 'content-type': 'text/plain; charset=utf-8' })
    response.end(`${text}\n`)
  }
  const own = ownAddress(request)
  if (!own) return refuse(403, 'Förhandsvisningen svarar bara på sin egen adress.')
  if (isForeign(request, own)) return refuse(403, 'Förhandsvisningen svarar bara sina egna sidor.')
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(405, 'Förhandsvisningen visar bara.', { allow: 'GET, HEAD' })
  let url: URL
  try {
    url = new URL(request.url ?? '/', own)
    decodeURIComponent(url.pathname)
  } catch {
    return refuse(400, 'Adressen går inte att läsa.')
  }
  // An address with a host of its own ("GET http://…") or two slashes first isn't of ours.
  if (url.origin !== own) return refuse(400, 'Adressen går inte att läsa.')
  if (request.headers.accept === 'text/event-stream') return stream(url, request, response, handler)
  try {
    const svar = await handler.answer(url)
    if (!svar) return refuse(404, 'Här finns ingenting.')
    response.writeHead(svar.status ?? 200, {
      ...HEADERS,
      'content-type': svar.type,
      'content-length': String(Buffer.byteLength(svar.body)),
      ...svar.headers
    })
    response.end(request.method === 'HEAD' ? undefined : svar.body)
  } catch (error) {
    refuse(500, `Något gick fel: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The origin that the request was sent to, if that is us by a name that nobody else can own. */
function ownAddress({ headers, socket }: IncomingMessage): string | undefined {
  const names = [HOST, 'localhost'].map((name) => `${name}:${socket.localPort}`)
  const host = headers.host?.toLowerCase()
  return host !== undefined && names.includes(host) ? `http://${host}` : undefined
}

/** Sent by a page of another origin. Following a link to here is let through: it shows, it does nothing. */
function isForeign({ headers }: IncomingMessage, own: string): boolean {
  if (headers.origin !== undefined && headers.origin !== own) return true
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return false
  return !(headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document')
}

function stream(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  handler: Handler
): void {
  const closers: (() => void)[] = []
  request.socket.setNoDelay(true)
  const flöde: Flöde = {
    send(event, data) {
      if (response.headersSent && !response.writableEnded)
        response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      else waiting.push([event, data])
    },
    onClose: (call) => void closers.push(call)
  }
  const waiting: [string, unknown][] = []
  if (!handler.open(url, flöde)) {
    response.writeHead(403, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' })
    response.end('Sidan är inte öppnad härifrån.\n')
    return
  }
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' })
  response.write('retry: 500\n\n')
  for (const [event, data] of waiting) flöde.send(event, data)
  // Said now and then, so that a page that has gone is noticed.
  const pulse = setInterval(() => response.write(': \n\n'), 30_000)
  pulse.unref()
  response.on('close', () => {
    clearInterval(pulse)
    for (const call of closers) call()
  })
}
