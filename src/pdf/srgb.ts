/**
 * The sRGB colour profile (ICC version 4), made from the numbers of IEC 61966-2-1: what colours in
 * the file mean, which PDF/A must be told.
 */
export function srgbProfile(): Uint8Array {
  const curve = parametricCurve()
  const tags: readonly (readonly [signature: string, data: Buffer])[] = [
    ['desc', localizedText('sRGB')],
    ['cprt', localizedText('CC0')],
    ['wtpt', xyz(...WHITE)],
    ['chad', Buffer.concat([type('sf32'), ...ADAPTATION.map(fixed)])],
    ['rXYZ', xyz(0.436066, 0.222488, 0.013916)],
    ['gXYZ', xyz(0.385147, 0.716873, 0.097076)],
    ['bXYZ', xyz(0.143066, 0.060608, 0.714096)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve]
  ]
  const directory = Buffer.alloc(4 + 12 * tags.length)
  directory.writeUInt32BE(tags.length, 0)
  const placed = new Map<Buffer, number>()
  const body: Buffer[] = []
  let at = HEADER_LENGTH + directory.length
  tags.forEach(([signature, data], i) => {
    if (!placed.has(data)) {
      placed.set(data, at)
      const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
      body.push(padded)
      at += padded.length
    }
    directory.write(signature, 4 + 12 * i, 'latin1')
    directory.writeUInt32BE(placed.get(data) ?? 0, 8 + 12 * i)
    directory.writeUInt32BE(data.length, 12 + 12 * i)
  })
  return Buffer.concat([header(at), directory, ...body])
}

const HEADER_LENGTH = 128
/** D50, the white that profiles are told in. */
const WHITE = [0.9642, 1, 0.8249] as const
/** From sRGB's own white, D65, to D50 (Bradford). */
const ADAPTATION = [
  1.047882, 0.022919, -0.050217, 0.029587, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678
] as const

function header(length: number): Buffer {
  const bytes = Buffer.alloc(HEADER_LENGTH)
  bytes.writeUInt32BE(length, 0)
  bytes.writeUInt32BE(0x04200000, 8)
  bytes.write('mntrRGB XYZ ', 12, 'latin1')
  // The date is part of the format; any will do, as long as it is always the same.
  bytes.writeUInt16BE(2021, 24)
  bytes.writeUInt16BE(1, 26)
  bytes.writeUInt16BE(1, 28)
  bytes.write('acsp', 36, 'latin1')
  WHITE.forEach((part, i) => fixed(part).copy(bytes, 68 + 4 * i))
  return bytes
}

/** A number in 32 bits, the point in the middle. */
function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(Math.round(value * 0x10000))
  return bytes
}

/** What a tag's data begins with: its type and four zeroes. */
function type(signature: string): Buffer {
  return Buffer.from(`${signature}\0\0\0\0`, 'latin1')
}

function xyz(x: number, y: number, z: number): Buffer {
  return Buffer.concat([type('XYZ '), fixed(x), fixed(y), fixed(z)])
}

/** Linear near black, a power above: ((x + 0,055) / 1,055)^2,4. */
function parametricCurve(): Buffer {
  const kind = Buffer.from([0, 3, 0, 0])
  const parameters = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]
  return Buffer.concat([type('para'), kind, ...parameters.map(fixed)])
}

function localizedText(text: string): Buffer {
  const head = Buffer.alloc(20)
  head.writeUInt32BE(1, 0)
  head.writeUInt32BE(12, 4)
  head.write('enUS', 8, 'latin1')
  head.writeUInt32BE(text.length * 2, 12)
  head.writeUInt32BE(28, 16)
  return Buffer.concat([type('mluc'), head, Buffer.from(text, 'utf16le').swap16()])
}
