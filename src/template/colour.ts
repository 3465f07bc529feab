/** A colour as red, green and blue from 0 to 1, gamma-encoded as in `#rrggbb`. */
export type Colour = readonly [number, number, number]

/** Reads `#0f5c6e` (or `#abc`); undefined for anything else. */
export function parseColour(text: string): Colour | undefined {
  const hex = /^#(?:([0-9a-f]{6})|([0-9a-f]{3}))$/i.exec(text.trim())
  if (!hex) return undefined
  const digits = hex[1] ?? (hex[2] ?? '').replace(/./g, '$&$&')
  const part = (at: number): number => parseInt(digits.slice(at, at + 2), 16) / 255
  return [part(0), part(2), part(4)]
}

export function formatColour(colour: Colour): string {
  return `#${colour
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part)) * 255)
        .toString(16)
        .padStart(2, '0')
    )
    .join('')}`
}

/** Contrast between two colours as WCAG 2.2 defines it, 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** `share` of `b` in `a`: 0 gives `a`, 1 gives `b`. */
export function mix(a: Colour, b: Colour, share: number): Colour {
  const part = (at: 0 | 1 | 2): number => a[at] + (b[at] - a[at]) * share
  return [part(0), part(1), part(2)]
}

/**
 * The first of a row of shades for which `passes` holds: `shadeAt` gives them from 0, the colour
 * itself, to 1, where they end, in steps of one per cent. The last one when none passes.
 */
export function nearestShade(
  shadeAt: (share: number) => Colour,
  passes: (shade: Colour) => boolean
): Colour {
  for (let step = 0; step < 100; step++) {
    const shade = parseColour(formatColour(shadeAt(step / 100))) ?? shadeAt(1)
    if (passes(shade)) return shade
  }
  return shadeAt(1)
}

/**
 * The colour with its lightness a share of the way up to white, the hue kept. Mixing in white would
 * turn it grey, and full saturation glows on a dark ground, so that is held back.
 */
export function lighten(colour: Colour, share: number): Colour {
  const high = Math.max(...colour)
  const low = Math.min(...colour)
  const lightness = (high + low) / 2
  const chroma = high - low
  if (share === 0 || chroma === 0) return mix(colour, [1, 1, 1], share)
  const saturation = Math.min(0.6, chroma / (1 - Math.abs(2 * lightness - 1)))
  const lighter = lightness + (1 - lightness) * share
  const spread = saturation * (1 - Math.abs(2 * lighter - 1))
  const part = (value: number): number => lighter + ((value - lightness) / chroma) * spread
  return [part(colour[0]), part(colour[1]), part(colour[2])]
}

function luminance([red, green, blue]: Colour): number {
  const linear = (part: number): number =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
