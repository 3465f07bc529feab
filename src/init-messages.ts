import type { Message } from './diagnostic.ts'
import { fel } from './messages.ts'

export function mappFinns(mapp: string): Message {
  return fel(
    'projektmapp-ar-tom',
    `Här finns redan en mapp ${mapp}/ med innehåll, så inget nytt projekt gjordes.`,
    'Gör projektet i en tom mapp: mkdir rapporter && cd rapporter. En ny rapport i ett projekt som finns görs med npx tertial new.'
  )
}
