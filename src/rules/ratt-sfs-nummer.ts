import { latin } from '../text/letters.ts'
import { LAGAR, type Lag } from './lagar.ts'
import type { Rapportsubject, Textrule } from './rule.ts'
import { change, hits, styckena } from './walk.ts'

const NUMMER = /\(?(?:SFS\s*)?(\d{4}:\d{1,4})(?!\d)/
/** A law's name, then within a few words a number in parentheses. */
const CITAT = latin(
  new RegExp(
    `(?<![\\p{L}-])(?:${LAGAR.map(({ mönster }) => `(${mönster})`).join('|')})(?!\\p{L})([^.;()\\d]{0,40})\\((?:SFS[\\s\\u00a0]*)?(\\d{4}:\\d{1,4})\\)`,
    'giu'
  )
)

export const rule: Textrule = {
  id: 'ratt-sfs-nummer',
  severity: 'error',
  on: 'text',
  why: 'Ett lagrum med fel nummer leder läsaren till en annan lag. "Kommunallagen (2017:25)" har stått i en publicerad granskning; rätt är 2017:725.',
  good: [
    { text: 'Enligt 6 kap. 6 § kommunallagen (2017:725) ansvarar nämnden.' },
    { text: 'Kommunallagen ändrades (2017:725). Enligt en annan lag (1998:3) gäller något annat.' },
    { text: 'Den gamla kommunallagen (1991:900) gällde då.' }
  ],
  bad: [
    {
      text: 'Enligt kommunallagen (2017:25) ska nämnden ha kontroll.',
      väntat: ['text 3:23 Kommunallagen har inte nummer 2017:25.']
    },
    {
      text: 'Upphandlingen följer lagen om offentlig upphandling (SFS 2016:1154).',
      väntat: ['text 3:58 Lagen om offentlig upphandling har inte nummer 2016:1154.']
    }
  ],
  check(subject, report) {
    for (const { stycke } of styckena(subject)) {
      if (!NUMMER.test(stycke.text)) continue
      for (const { match } of hits(stycke, CITAT)) {
        const nr = match.slice(1, LAGAR.length + 1).findIndex((group) => group !== undefined)
        const lag = LAGAR[nr]
        const sfs = match.at(-1) ?? ''
        if (!lag || sfs === lag.sfs || sfs === lag.tidigare?.sfs) continue
        const rätt = currentSfs(lag, subject)
        const start = match.index + match[0].lastIndexOf(sfs)
        report({
          text: `${lag.namn.charAt(0).toUpperCase()}${lag.namn.slice(1)} har inte nummer ${sfs}.`,
          hint: `Rätt nummer är ${rätt}.`,
          span: stycke.spanOf(start, start + sfs.length),
          ...change(stycke, start, start + sfs.length, rätt)
        })
      }
    }
  }
}

/** The number that was in force when the report's period ended. */
function currentSfs(lag: Lag, { period }: Rapportsubject): string {
  const ended = `${period.år}-${String(period.tillMånad).padStart(2, '0')}-31`
  return lag.tidigare && ended < lag.tidigare.till ? lag.tidigare.sfs : lag.sfs
}
