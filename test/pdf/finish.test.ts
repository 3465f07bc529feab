import { describe, expect, it } from 'vitest'
import { finish } from '../../src/pdf/finish.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const INFO = `%PDF-1.4\n1 0 obj\n<</CreationDate (D:20261122002753+00'00')\n/ModDate (D:20261122002754+00'00')>>\nendobj\n`

describe('finish', () => {
  it('puts the report’s date in the place of the two times of printing', () => {
    const finished = finish({ bytes: bytes(INFO), date: '2022-03-01' })
    expect(new TextDecoder().decode(finished)).toBe(
      `%PDF-1.4\n1 0 obj\n<</CreationDate (D:20220301000000+00'00')\n/ModDate (D:20220301000000+00'00')>>\nendobj\n`
    )
  })

  it('leaves the bytes it was given alone', () => {
    const raw = bytes(INFO)
    finish({ bytes: raw, date: '2022-03-01' })
    expect(new TextDecoder().decode(raw)).toBe(INFO)
  })

  it.each(['', '2022', '1 mars 2022', '2022-03-01T12:00'])('refuses the date %j', (date) => {
    expect(() => finish({ bytes: bytes(INFO), date })).toThrow()
  })

  it('refuses a file whose times it does not find: it would not be the same twice', () => {
    expect(() => finish({ bytes: bytes('%PDF-1.4'), date: '2022-03-01' })).toThrow(
      '/CreationDate is not where'
    )
    const other = INFO.replace("+00'00')\n/Mod", 'Z)\n/Mod')
    expect(() => finish({ bytes: bytes(other), date: '2022-03-01' })).toThrow('/CreationDate')
  })
})
