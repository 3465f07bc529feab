import { diffArrays } from 'diff'
import type { Ord } from './words.ts'

/** A stretch of text: on both sides, on the old one alone, or on the new one alone. */
export interface Del {
  readonly slag: 'lika' | 'bort' | 'nytt'
  readonly text: string
  /** Whether white space stands before it. */
  readonly mellanrum: boolean
}

/** Below this share of common words two texts are shown whole, one after the other. */
const KIN = 0.35
/** As many unchanged words as are kept on each side of a change; longer stretches are cut. */
const KEPT = 14
const CUT = 45

/** Two texts word by word; empty where nothing that a reader sees has changed. */
export function diffOrd(gammal: readonly Ord[], ny: readonly Ord[]): Del[] {
  const changes = diffArrays<Ord>([...gammal], [...ny], { comparator: isSame })
  if (changes.every((change) => !change.added && !change.removed)) return []
  const same = changes.filter((c) => !c.added && !c.removed).reduce((n, c) => n + c.value.length, 0)
  if ((2 * same) / (gammal.length + ny.length) < KIN)
    return apart([part('bort', gammal), part('nytt', ny)].filter(({ text }) => text !== ''))
  return apart(shorten(join(changes.map((c) => ({ slag: kind(c), ord: c.value })))))
}

/** All of a text as one stretch. */
export function whole(slag: Del['slag'], ord: readonly Ord[]): Del {
  return part(slag, ord)
}

export function isSame(a: Ord, b: Ord): boolean {
  return a.nyckel === b.nyckel || (a.ankare !== undefined && a.ankare === b.ankare)
}

const kind = (change: { added?: boolean; removed?: boolean }): Del['slag'] =>
  change.added ? 'nytt' : change.removed ? 'bort' : 'lika'

interface Stretch {
  readonly slag: Del['slag']
  readonly ord: readonly Ord[]
}

/**
 * A lone small word between two changes is part of one change, which reads better than three
 * fragments; then what goes and what comes stand once each, in that order.
 */
function join(parts: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  let [bort, nytt]: [Ord[], Ord[]] = [[], []]
  const flush = () => {
    if (bort.length > 0) joined.push({ slag: 'bort', ord: bort })
    if (nytt.length > 0) joined.push({ slag: 'nytt', ord: nytt })
    ;[bort, nytt] = [[], []]
  }
  parts.forEach(({ slag, ord }, i) => {
    if (slag === 'bort') bort.push(...ord)
    else if (slag === 'nytt') nytt.push(...ord)
    else if (
      ord.length === 1 &&
      isSmall(ord[0]) &&
      bort.length > 0 &&
      nytt.length > 0 &&
      parts[i + 1]
    ) {
      bort.push(...ord)
      nytt.push(...ord)
    } else {
      flush()
      joined.push({ slag, ord })
    }
  })
  flush()
  return joined
}

const isSmall = (ord: Ord | undefined): boolean =>
  ord !== undefined && ord.status === undefined && /^\p{L}{1,3}$/u.test(ord.text)

function shorten(parts: readonly Stretch[]): Del[] {
  return parts.map(({ slag, ord }, i) => {
    if (slag !== 'lika' || ord.length <= CUT) return part(slag, ord)
    const before = i === 0 ? [] : ord.slice(0, KEPT)
    const after = i === parts.length - 1 ? [] : ord.slice(-KEPT)
    const [a, b] = [part('lika', before), part('lika', after)]
    const text = [a.text, '[…]', b.text].filter((piece) => piece !== '').join(' ')
    return { slag, text, mellanrum: a.mellanrum }
  })
}

/** What goes and what comes in its stead are two words, also where they begin the text. */
function apart(delar: readonly Del[]): Del[] {
  return delar.map((del, i) => {
    const before = delar[i - 1]
    const words = before?.slag === 'bort' && /[\p{L}\p{N}%.!?)]$/u.test(before.text)
    return del.slag === 'nytt' && words && /^[\p{L}\p{N}(+−]/u.test(del.text)
      ? { ...del, mellanrum: true }
      : del
  })
}

function part(slag: Del['slag'], ord: readonly Ord[]): Del {
  const shown = ord.map(({ text, mellanrum, adress }, i) => {
    const last = adress !== undefined && ord[i + 1]?.adress !== adress
    return `${mellanrum && i > 0 ? ' ' : ''}${text}${last && slag !== 'lika' ? ` (${adress})` : ''}`
  })
  return { slag, text: shown.join(''), mellanrum: ord[0]?.mellanrum ?? false }
}
