import type { Message } from '../diagnostic.ts'
import { fel } from '../messages.ts'

export function ingenData(): Message {
  return fel(
    'projekt-finns',
    'Här finns inget projekt: mappen data/ saknas eller är tom.',
    'Gå till projektets mapp, eller gör ett nytt med npx tertial init.'
  )
}

export function oläsligaInställningar(path: string): Message {
  return fel(
    'fil-gar-att-lasa',
    `${path} går inte att läsa som inställningar, så schemana kopplades inte in.`,
    'Rätta filen, oftast ett komma eller en klammer för mycket, och kör npx tertial schema igen.'
  )
}
