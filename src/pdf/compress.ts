import { promisify } from 'node:util'
import { deflate } from 'node:zlib'

const deflated = promisify<Uint8Array, Buffer>(deflate)

/** Compresses (`FlateDecode`) in a thread beside this one. */
export function compress(bytes: Uint8Array): Promise<Buffer> {
  return deflated(bytes)
}
