/** A report as the browser printed it, with what the finishing needs to know of it. */
export interface PrintedRaw {
  readonly bytes: Uint8Array
  /** The report's own date, `2022-03-01`; stands in the file as its time of creation. */
  readonly date: string
}

/**
 * What is done to the browser's bytes before they are written: here only the two times that differ
 * from print to print. The length is kept, so that the file's offsets stay true.
 */
export function finish(raw: PrintedRaw): Uint8Array {
  const bytes = Buffer.from(raw.bytes)
  const stamp = `D:${raw.date.replaceAll('-', '')}000000+00'00'`
  if (!/^D:\d{8}000000/.test(stamp)) throw new RangeError(`not a date: ${raw.date}`)
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
