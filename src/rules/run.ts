import type { Diagnostics } from '../diagnostic.ts'
import { menade, varning } from '../messages.ts'
import { textOf } from '../markdown/tree.ts'
import { readProsa } from '../markdown/prose.ts'
import type { MarkdownTree } from '../markdown/tree.ts'
import type { Span } from '../source.ts'
import type { Bokpost } from '../template/ledger.ts'
import { inbyggda } from './builtin.ts'
import { datatexter } from './datatexter.ts'
import { ruleIds, rules } from './index.ts'
import type { Regelnivåer } from './levels.ts'
import type {
  Avsnittstext,
  Datarule,
  Datasubject,
  Fynd,
  Rapportera,
  Rapportsubject,
  Rule,
  Sidsubject,
  Styckesrule
} from './rule.ts'

/** Tries the rules about a unit's data. */
export function runData(subject: Datasubject, nivåer: Regelnivåer, diagnostics: Diagnostics): void {
  for (const rule of wanted('data', nivåer))
    if (isTried(rule, subject)) (rule as Datarule).check(subject, add(rule, diagnostics))
  const texter = subject.datafiler.flatMap(datatexter)
  for (const rule of rules)
    if (isAboutStycken(rule) && nivåer.get(rule.id) !== 'av')
      for (const stycke of texter) rule.checkStycke(stycke, add(rule, diagnostics))
}

/** Tries the rules about a report's text and the report as a whole. */
export function runRapport(
  subject: Rapportsubject,
  nivåer: Regelnivåer,
  diagnostics: Diagnostics
): void {
  const rapportfil = subject.sources.get(subject.rapportSpan('titel').file)
  const stycken = [
    ...(rapportfil ? datatexter(rapportfil) : []),
    ...subject.avsnitt.flatMap(({ stycken: own }) => own)
  ]
  for (const rule of rules) {
    if (nivåer.get(rule.id) === 'av' || !isTried(rule, subject)) continue
    const report = add(rule, diagnostics)
    if (isAboutStycken(rule)) for (const stycke of stycken) rule.checkStycke(stycke, report)
    else if (rule.on === 'text' || rule.on === 'rapport') rule.check(subject, report)
  }
}

/** Tries the rules about the finished page. */
export function runPage(subject: Sidsubject, nivåer: Regelnivåer, diagnostics: Diagnostics): void {
  for (const rule of rules)
    if (rule.on === 'page' && nivåer.get(rule.id) !== 'av')
      rule.check(subject, add(rule, diagnostics))
}

const wanted = (on: Rule['on'], nivåer: Regelnivåer): Rule[] =>
  rules.filter((rule) => rule.on === on && nivåer.get(rule.id) !== 'av')

const isAboutStycken = (rule: Rule): rule is Styckesrule => 'checkStycke' in rule

/** What can't be read isn't missing: that it can't is told already. */
const isTried = ({ omSaknat }: Rule, { läsbart }: Datasubject): boolean => läsbart || !omSaknat

const add =
  (rule: Rule, diagnostics: Diagnostics): Rapportera =>
  (fynd: Fynd) => {
    const { span, severity, fix, related, text, hint } = fynd
    diagnostics.add(
      {
        rule: rule.id,
        severity: severity ?? rule.severity,
        text,
        hint,
        ...(related ? { related } : {}),
        ...(fix ? { fix } : {})
      },
      span
    )
  }

/** A section's parsed text with what its calls printed, as rules read it. */
export function readAvsnitt(text: {
  readonly tree: MarkdownTree
  readonly id: string
  readonly nr: string
  readonly bilaga: boolean
  readonly utskrifter: readonly (
    | { readonly html: string; readonly block: boolean; readonly poster: readonly Bokpost[] }
    | undefined
  )[]
}): Avsnittstext {
  const { tree, utskrifter } = text
  const prosa = readProsa(tree, (nr) => {
    const utskrift = utskrifter[nr]
    // A call with a fault still stands between its neighbours: no second fault for the gap it leaves.
    if (!utskrift) return '\uFFFC'
    if (utskrift.block) return tree.values[nr]?.block ? '' : '\uFFFC'
    return plain(utskrift.html)
  })
  return {
    ...prosa,
    id: text.id,
    nr: text.nr,
    bilaga: text.bilaga,
    anrop: tree.values.map(({ text }) => text.normalize('NFC').replace(/^\{\{\s*/, '')),
    rubrik: tree.chapter ? textOf(tree.chapter) : '',
    printed: (nr) => utskrifter[nr]?.poster ?? []
  }
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** Settings for rules that don't exist, or that can't be set. */
export function checkNivåer(
  regler: Readonly<Record<string, string>> | undefined,
  spanOf: (regel: string) => Span,
  diagnostics: Diagnostics
): void {
  for (const regel of Object.keys(regler ?? {})) {
    if (ruleIds.has(regel) || inbyggda[regel]?.fast === false) continue
    const known = [
      ...ruleIds,
      ...Object.keys(inbyggda).filter((id) => inbyggda[id]?.fast === false)
    ]
    diagnostics.add(
      regel in inbyggda
        ? varning(
            'regel-finns',
            `Nivån på regeln "${regel}" går inte att ändra.`,
            'Felet gör att något inte kan skrivas ut. Ta bort raden.'
          )
        : varning(
            'regel-finns',
            `Okänd regel "${regel}".`,
            menade(regel, known, 'Reglerna finns i "tertial explain".') ??
              'Reglerna finns i "tertial explain".'
          ),
      spanOf(regel)
    )
  }
}
