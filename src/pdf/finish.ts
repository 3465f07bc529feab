import { renumberTableIds } from './table-ids.ts'

/** A report as the browser printed it, with what the finishing needs to know of it. */
export interface PrintedRaw {
  readonly bytes: Uint8Array
  /** The report's own date, `2022-03-01`; stands in the file as its time of creation. */
  readonly date: string
}

/**
 * What is done to the browser's bytes before they are written, so that the same page gives the same
 * bytes: the two times of printing are replaced, the ids of table cells numbered anew. This is where
 * any further work on the tags belongs.
 */
export function finish(raw: PrintedRaw): Uint8Array {
  return fixDates(renumberTableIds(raw.bytes), raw.date)
}

/** Puts the report's date in the place of both times; the length is kept, so that offsets stay true. */
function fixDates(raw: Uint8Array, date: string): Uint8Array {
  const bytes = Buffer.from(raw)
  const stamp = `D:${date.replaceAll('-', '')}000000+00'00'`
  if (!/^D:\d{8}000000/.test(stamp)) throw new RangeError(`not a date: ${date}`)
  for (const key of ['/CreationDate (', '/ModDate (']) {
    const start = bytes.indexOf(key, 0, 'latin1') + key.length
    const end = bytes.indexOf(')', start, 'latin1')
    if (start < key.length || end - start !== stamp.length) {
      throw new Error(`${key.slice(0, -2)} is not where the browser writes it`)
    }
    bytes.write(stamp, start, 'latin1')
  }
  return bytes
}
