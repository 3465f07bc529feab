import type { Textrule } from './rule.ts'

const TOMMA =
  /^(?:här|läs mer(?: här)?|klicka här|länk(?:en)?|mer|se mer|se här|mer information|den här sidan|webbplats(?:en)?|hemsida(?:n)?|dokument(?:et)?|pdf)[.!…›»>]*$/iu
const ADRESS = /^(?:https?:\/\/|www\.)\S{25,}$/i

export const rule: Textrule = {
  id: 'lanktext-sager-vart',
  severity: 'warning',
  on: 'text',
  why: 'Den som använder skärmläsare hoppar mellan länkar och hör bara deras text. "Här" och "läs mer" säger inte vart länken leder (WCAG 2.4.4).',
  good: [
    { text: 'Läs [revisorernas rapport om IT-säkerhet](https://example.se/rapport).' },
    { text: 'Se [www.example.se](https://www.example.se).' }
  ],
  bad: [
    {
      text: 'Läs mer [här](https://example.se/rapport).',
      väntat: ['text 3:9 Länktexten "här" säger inte vart länken leder.']
    },
    {
      text: '[Läs mer](https://example.se) om detta.',
      väntat: ['text 3:1 Länktexten "Läs mer" säger inte vart länken leder.']
    }
  ],
  check(subject, report) {
    for (const { länkar } of subject.avsnitt)
      for (const { text, span } of länkar)
        if (TOMMA.test(text) || ADRESS.test(text))
          report({
            text: `Länktexten "${text}" säger inte vart länken leder.`,
            hint: 'Skriv vad som finns där: [årsredovisningen för 2021](…)',
            span
          })
  }
}
