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
 * The nearest shade on the way to `towards` (black or white) for which `passes` holds, in steps of
 * one per cent; the colour itself when it passes, `towards` when nothing does.
 */
export function nearestShade(
  colour: Colour,
  towards: Colour,
  passes: (shade: Colour) => boolean
): Colour {
  for (let step = 0; step <= 100; step++) {
    const shade = parseColour(formatColour(mix(colour, towards, step / 100))) ?? colour
    if (passes(shade)) return shade
  }
  return towards
}

function luminance([red, green, blue]: Colour): number {
  const linear = (part: number): number =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
