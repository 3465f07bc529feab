import { latin } from '../text/letters.ts'

/** What went down, and what went up, in words beside a number. */
export const NER = latin(
  /(?<!\p{L})(?:minsk(?:ade|at|ar|ning|ningen|ningar)|sjönk|sjunkit|sjunker|föll|fallit|gick ner|gått ner|nedgång|nedgången|lägre|färre|reducera(?:des|ts|t)|sänk(?:tes|ts|t|te))(?!\p{L})/iu
)
export const UPP = latin(
  /(?<!\p{L})(?:ök(?:ade|at|ar|ning|ningen|ningar)|steg|stigit|stiger|växte|vuxit|gick upp|gått upp|uppgång|uppgången|högre|fler|höj(?:des|ts|t|de))(?!\p{L})/iu
)

/** +1 up, −1 down, 0 where nothing or both are said. */
export function directionSaid(...texts: readonly string[]): number {
  const up = texts.some((text) => UPP.test(text))
  const down = texts.some((text) => NER.test(text))
  return up === down ? 0 : up ? 1 : -1
}
