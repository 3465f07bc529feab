import type { Span } from '../source.ts'
import { latin } from '../text/letters.ts'
import type { Textrule } from './rule.ts'
import { styckena } from './walk.ts'

/** Shorter than this, two alike are a phrase, not a copy. */
const KORTAST = 80

export const rule: Textrule = {
  id: 'stycken-en-gang',
  severity: 'advice',
  on: 'text',
  why: 'Ett stycke som står två gånger i samma rapport läses två gånger i onödan, och när det ena ändras säger de emot varandra.',
  good: [
    {
      text: 'Åtgärderna följs upp varje tertial, och nämnden får en samlad redovisning i årsrapporten.\n\nÅtgärderna följs upp varje månad, och nämnden får en samlad redovisning i årsrapporten.'
    },
    { text: 'Se bilagan.\n\nSe bilagan.' }
  ],
  bad: [
    {
      text: 'Modellen ger ett tydligt ansvar, men dialogen mellan beställare och utförare behöver komma i gång.\n\nMellan.\n\nModellen ger ett tydligt ansvar, men dialogen mellan beställare och utförare behöver komma i gång.',
      väntat: ['text 7:1 Stycket står redan i avsnittet "Inledning".']
    }
  ],
  check(subject, report) {
    const seen = new Map<string, { span: Span; rubrik: string }>()
    for (const { stycke, avsnitt } of styckena(subject)) {
      if (stycke.slag !== 'stycke' || stycke.text.length < KORTAST) continue
      const key = stycke.text
        .toLowerCase()
        .replace(latin(/[^\p{L}\d]+/gu), ' ')
        .trim()
      const first = seen.get(key)
      if (!first) seen.set(key, { span: stycke.span, rubrik: avsnitt.rubrik })
      else
        report({
          text: `Stycket står redan i avsnittet "${first.rubrik}".`,
          hint: 'Behåll det på ett ställe och hänvisa dit, till exempel med {{se "…"}}.',
          span: { ...stycke.span, end: Math.min(stycke.span.end, stycke.span.start + 60) },
          related: [{ text: 'Det första stycket', span: first.span }]
        })
    }
  }
}
