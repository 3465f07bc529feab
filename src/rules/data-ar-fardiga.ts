import { PLATSHÅLLARE, VERSALA } from './inget-att-komplettera.ts'
import type { Datarule } from './rule.ts'

const UPPDRAG = (kommentar: string) => `uppdrag:
  - id: sjukresor
    namn: Samordna sjukresor
    uppföljning:
      2021:
        status: pågår
        kommentar: ${kommentar}
`

export const rule: Datarule = {
  id: 'data-ar-fardiga',
  severity: 'error',
  on: 'data',
  why: 'Texter i data skrivs ut i tabeller och listor. En platshållare där ("kompletteras senare") syns lika mycket som en i löptexten.',
  good: [
    { data: UPPDRAG('Arbetet pågår enligt plan.') },
    { data: `# TODO: fråga ekonomi\n${UPPDRAG('Klart i höst.')}` }
  ],
  bad: [
    {
      data: UPPDRAG('Kompletteras senare'),
      väntat: ['data 7:20 Platshållaren "Kompletteras senare" är kvar.']
    }
  ],
  check({ datafiler }, report) {
    for (const { path, text } of datafiler) {
      if (!/\.(?:ya?ml|csv)$/i.test(path)) continue
      for (const match of text.matchAll(PLATSHÅLLARE)) {
        const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index)
        // Comments are the writer's own notes.
        if (/(?:^|\s)#/.test(line) || VERSALA.test(match[0])) continue
        report({
          text: `Platshållaren "${match[0]}" är kvar.`,
          hint: 'Skriv det som ska stå där, eller ta bort raden.',
          span: { file: path, start: match.index, end: match.index + match[0].length }
        })
      }
    }
  }
}
