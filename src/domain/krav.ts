/** What a document template can ask for: always, never, or in the report that the law asks for. */
export const KRAV = ['ja', 'nej', 'lagstadgad'] as const
export type Krav = (typeof KRAV)[number]

/** Whether what a template asks for is asked of this report. */
export function krävs(
  { krav }: { readonly krav?: Krav | undefined },
  lagstadgad: boolean
): boolean {
  return krav === 'ja' || (krav === 'lagstadgad' && lagstadgad)
}
