/** A control with one follow-up, for the examples of rules: "utfört: T3", "resultat: …". */
export function kontroll(...rader: readonly string[]): string {
  return `kontroller:
  - id: avtalstrohet
    namn: Avtalstrohet
    uppföljning:
      2021:
${rader.map((rad) => `        ${rad}\n`).join('')}`
}

/** A risk with one assessment per period. */
export function risk(bedömning: Readonly<Record<string, readonly string[]>>, egna = ''): string {
  const perioder = Object.entries(bedömning).map(
    ([period, rader]) => `      ${period}:\n${rader.map((rad) => `        ${rad}\n`).join('')}`
  )
  return `risker:
  - id: avbrott
    namn: Avbrott
${egna}    bedömning:
${perioder.join('')}`
}
