import { describe, expect, it } from 'vitest'
import { decimal } from '../../src/domain/decimal.ts'
import type { Målstatus } from '../../src/domain/maluppfyllelse.ts'
import { combineBedömning, sammanväg } from '../../src/domain/sammanvagning.ts'

const STATUS: Readonly<Record<string, Målstatus>> = {
  u: 'uppfyllt',
  d: 'delvis',
  e: 'ej uppfyllt',
  m: 'ej mätt',
  b: 'ej bedömt'
}

/** One letter a status: `uud` is two met and one partly met. */
const read = (letters: string): Målstatus[] => [...letters].map((c) => STATUS[c] ?? 'ej bedömt')

describe('sammanväg', () => {
  it.each([
    ['uuu', 'uppfyllt', 'uppfyllt', 'uppfyllt', 'uppfyllt'],
    ['eee', 'ej uppfyllt', 'ej uppfyllt', 'ej uppfyllt', 'ej uppfyllt'],
    ['ddd', 'delvis', 'delvis', 'delvis', 'delvis'],
    ['uud', 'delvis', 'delvis', 'uppfyllt', 'delvis'],
    ['uue', 'delvis', 'ej uppfyllt', 'uppfyllt', 'delvis'],
    ['uee', 'delvis', 'ej uppfyllt', 'ej uppfyllt', 'ej uppfyllt'],
    ['dee', 'delvis', 'ej uppfyllt', 'ej uppfyllt', 'ej uppfyllt'],
    ['ue', 'delvis', 'ej uppfyllt', 'delvis', 'delvis'],
    ['uuuude', 'delvis', 'ej uppfyllt', 'uppfyllt', 'delvis'],
    ['uuuue', 'delvis', 'ej uppfyllt', 'uppfyllt', 'uppfyllt'],
    ['umb', 'uppfyllt', 'uppfyllt', 'uppfyllt', 'uppfyllt'],
    ['mm', 'ej mätt', 'ej mätt', 'ej mätt', 'ej mätt'],
    ['mb', 'ej bedömt', 'ej bedömt', 'ej bedömt', 'ej bedömt'],
    ['', 'ej bedömt', 'ej bedömt', 'ej bedömt', 'ej bedömt']
  ])(
    '%j: alla %s, sämsta %s, majoritet %s, andel %s',
    (letters, alla, sämsta, majoritet, andel) => {
      const statusar = read(letters)
      const share = { slag: 'andel', uppfyllt: decimal('0.8'), delvis: decimal('0.5') } as const
      expect(sammanväg(statusar, { slag: 'alla' }).status).toBe(alla)
      expect(sammanväg(statusar, { slag: 'sämsta' }).status).toBe(sämsta)
      expect(sammanväg(statusar, { slag: 'majoritet' }).status).toBe(majoritet)
      expect(sammanväg(statusar, share).status).toBe(andel)
    }
  )

  it.each([
    ['uud', '2 uppfyllda, 1 delvis av 3; regeln "alla" ger delvis'],
    ['u', '1 uppfyllt av 1; regeln "alla" ger uppfyllt'],
    ['ueemb', '1 uppfyllt, 2 ej uppfyllda, 1 ej mätt, 1 ej bedömt av 5; regeln "alla" ger delvis'],
    ['mm', '2 ej mätta av 2; samlat ej mätt'],
    ['', 'Det finns inget att väga samman']
  ])('%j: %s', (letters, förklaring) => {
    expect(sammanväg(read(letters), { slag: 'alla' }).förklaring).toBe(förklaring)
  })

  it('counts each status, so that a table of them adds up', () => {
    expect(sammanväg(read('uuuuuuuudddmb'), { slag: 'alla' }).antal).toEqual({
      uppfyllt: 8,
      delvis: 3,
      'ej uppfyllt': 0,
      'ej mätt': 1,
      'ej bedömt': 1
    })
  })

  it('takes a third of three as reached', () => {
    const third = decimal(1).div(3).round(4, 0)
    const regel = { slag: 'andel', uppfyllt: third, delvis: decimal('0.1') } as const
    expect(sammanväg(read('uee'), regel).status).toBe('uppfyllt')
  })
})

describe('combineBedömning', () => {
  const beräknad = { status: 'uppfyllt', förklaring: 'Utfallet 77 når målet minst 76' } as const

  it('lets the computed one hold where no one has assessed', () => {
    expect(combineBedömning(beräknad)).toEqual({
      gällande: 'uppfyllt',
      beräknad,
      egen: undefined,
      skiljer: false,
      saknarMotivering: false
    })
  })

  it('lets a person go before it, and keeps both', () => {
    const egen = {
      status: 'delvis',
      motivering: 'Svarsfrekvensen var låg.',
      av: 'Revisionen'
    } as const
    expect(combineBedömning(beräknad, egen)).toEqual({
      gällande: 'delvis',
      beräknad,
      egen,
      skiljer: true,
      saknarMotivering: false
    })
  })

  it('flags an assessment without a reason', () => {
    expect(combineBedömning(beräknad, { status: 'uppfyllt', motivering: ' ' })).toMatchObject({
      skiljer: false,
      saknarMotivering: true
    })
    expect(combineBedömning(beräknad, { status: 'delvis' }).saknarMotivering).toBe(true)
  })

  it('takes a person alone, or no one', () => {
    expect(combineBedömning(undefined, { status: 'delvis', motivering: 'x' })).toMatchObject({
      gällande: 'delvis',
      skiljer: false
    })
    expect(combineBedömning(undefined).gällande).toBe('ej bedömt')
  })
})
