import type { Stycke } from '../markdown/prose.ts'
import type { Serie } from '../domain/modell.ts'
import { isFel } from '../domain/referens.ts'
import { spansOf, type Tal } from '../domain/tal.ts'
import { latin } from '../text/letters.ts'
import type { Bokpost } from '../template/ledger.ts'
import type { Avsnittstext, Rapportsubject } from './rule.ts'
import { ordenIn } from './walk.ts'
import { wordsOf } from './words.ts'

function* running(subject: Rapportsubject): Generator<{ stycke: Stycke; avsnitt: Avsnittstext }> {
  for (const avsnitt of subject.avsnitt)
    for (const stycke of avsnitt.stycken)
      if (stycke.slag === 'stycke' && !stycke.citat) yield { stycke, avsnitt }
}

const nämnda = new WeakMap<Stycke, ReadonlySet<Serie | undefined>>()

/** The series that a paragraph's words name, looked up once for all that ask. */
function seriesIn(stycke: Stycke, { siffror }: Rapportsubject): ReadonlySet<Serie | undefined> {
  let known = nämnda.get(stycke)
  if (!known) {
    known = new Set(siffror.named(ordenIn(stycke)).map(({ ämne }) => ämne.serie))
    nämnda.set(stycke, known)
  }
  return known
}

const FÅ = 3

/** The paragraphs that speak of a series: by name, with one of its figures or one that it is made of. */
export function omSerie(subject: Rapportsubject, serie: Serie): Stycke[] {
  const { räknare, period } = subject
  const utfall = serie.formel && räknare.serietal(serie, 'utfall', period)
  const delar =
    utfall && !isFel(utfall) && utfall.källa.slag === 'formel'
      ? utfall.källa.ingår.map(({ namn }) => namn)
      : []
  const egna = new Set(
    [...serie.perioder.values()].flatMap(({ värden }) =>
      [...värden.values()].map(({ span }) => `${span.file}:${span.start}`)
    )
  )
  // A change or a deviation rests on few figures; a total of many isn't about any one of them.
  const isMadeOf = (tal: Tal): boolean => {
    const spans = spansOf(tal)
    return spans.length <= FÅ && spans.some(({ file, start }) => egna.has(`${file}:${start}`))
  }
  const isOurs = ({ tal }: Bokpost): boolean =>
    tal.namn.startsWith(serie.namn) || delar.includes(tal.namn) || isMadeOf(tal)
  return [...running(subject)]
    .filter(
      ({ stycke, avsnitt }) =>
        stycke.värden.some(({ nr }) => avsnitt.printed(nr).some(isOurs)) ||
        seriesIn(stycke, subject).has(serie)
    )
    .map(({ stycke }) => stycke)
}

/** The paragraphs that print a figure of a table. */
export function omTabell(subject: Rapportsubject, id: string): Stycke[] {
  return [...running(subject)]
    .filter(({ stycke, avsnitt }) =>
      stycke.värden.some(({ nr }) => avsnitt.anrop[nr]?.includes(`"${id}.`))
    )
    .map(({ stycke }) => stycke)
}

/** All paragraphs under the same headings as some, those themselves among them. */
export function underSammaRubrik(
  { avsnitt }: Rapportsubject,
  stycken: readonly Stycke[]
): Stycke[] {
  const wanted = new Set(stycken)
  const found: Stycke[] = []
  for (const { stycken: all } of avsnitt) {
    const starts = [0, ...all.flatMap(({ slag }, i) => (slag === 'rubrik' ? [i] : [])), all.length]
    for (const [i, start] of starts.entries()) {
      const group = all.slice(start, starts[i + 1])
      if (group.some((each) => wanted.has(each))) found.push(...group)
    }
  }
  return found
}

/** The paragraphs that hold a name: all its words in order, in any inflection. */
export function omNamn(subject: Rapportsubject, namn: string): Stycke[] {
  const wanted = wordsOf(namn).map(({ stam }) => stam)
  const [first] = wanted
  if (first === undefined) return []
  return [...running(subject)]
    .map(({ stycke }) => stycke)
    .filter((stycke) => {
      const words = ordenIn(stycke)
      return words.some(
        ({ stam }, i) => stam === first && wanted.every((each, j) => words[i + j]?.stam === each)
      )
    })
}

/** Words that say that something is done or is to be done. */
export const ÅTGÄRD = latin(
  new RegExp(
    `(?<!\\p{L})(?:${[
      'åtgärd|insats|(?:handlings)?plan(?:en)?(?!\\p{L})|satsning|översyn|rutin|förstärk|inför|utbild|rekryter',
      'påbörja|start(?:ar|at|ade|as)|planera|fortsätt|genomför|driftsätt|antas|införa|uppdrag(?:et)? att|förslag',
      'ska(?!\\p{L})|kommer att|väntas|arbet(?:et|ar) (?:fortsätter|med)'
    ].join('|')})`,
    'iu'
  )
)
