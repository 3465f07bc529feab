/** An indicator with one year, for the examples of rules: "målvärde: max 4,5", "utfall: 6,0". */
export function indikator(rader: readonly string[], egna: readonly string[] = []): string {
  return `indikatorer:
  - id: sjukfrånvaro
    namn: Sjukfrånvaro
    enhet: procent
${egna.map((rad) => `    ${rad}\n`).join('')}    serie:
      2021:
${rader.map((rad) => `        ${rad}\n`).join('')}`
}
