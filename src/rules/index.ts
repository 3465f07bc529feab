import type { Rule } from './rule.ts'
import { rule as ordEnGang } from './ord-en-gang.ts'

/** Every rule, in the order they are listed and tried. */
export const rules: readonly Rule[] = [ordEnGang]

export const ruleIds: ReadonlySet<string> = new Set(rules.map((rule) => rule.id))
