import type { Uppställning } from '../domain/modell.ts'
import { formatLista } from '../text/swedish.ts'
import { isDelårsrapport, isÅrsredovisning } from './lagstadgad.ts'
import type { Rapportrule, Rapportsubject } from './rule.ts'
import { tryckta } from './uppfoljning.ts'

type Post = readonly [pattern: RegExp, namn: string, frivillig?: true]

/** The posts by table and order (5, 6 and 8 kap. LKBR); those that may be empty may be left out. */
const FORMER: Readonly<Record<string, readonly Post[]>> = {
  resultaträkning: [
    [/^verksamhetens intäkter/iu, 'Verksamhetens intäkter'],
    [/^verksamhetens kostnader/iu, 'Verksamhetens kostnader'],
    [/^av-? ?(?:och ned)?skrivningar/iu, 'Avskrivningar'],
    [/^verksamhetens nettokostnad/iu, 'Verksamhetens nettokostnader'],
    [/^skatteintäkter/iu, 'Skatteintäkter'],
    [/^generella statsbidrag/iu, 'Generella statsbidrag och utjämning'],
    [/^verksamhetens resultat/iu, 'Verksamhetens resultat'],
    [/^finansiella intäkter/iu, 'Finansiella intäkter'],
    [/^finansiella kostnader/iu, 'Finansiella kostnader'],
    [/^resultat efter finansiella poster/iu, 'Resultat efter finansiella poster'],
    [/^extraordinära/iu, 'Extraordinära poster', true],
    [/^(?:årets|periodens) resultat/iu, 'Årets resultat']
  ],
  balansräkning: [
    [/anläggningstillgångar/iu, 'Anläggningstillgångar'],
    [/^bidrag till .*infrastruktur/iu, 'Bidrag till infrastruktur', true],
    [/omsättningstillgångar/iu, 'Omsättningstillgångar'],
    [/^(?:summa )?tillgångar$/iu, 'Summa tillgångar'],
    [/eget kapital(?!.*(?:skuld|avsättning))/iu, 'Eget kapital'],
    [/avsättning(?!.*skuld)/iu, 'Avsättningar'],
    [/skulder(?!.*eget kapital)/iu, 'Skulder']
  ],
  kassaflödesanalys: [
    [/löpande verksamhet/iu, 'Den löpande verksamheten'],
    [/investering/iu, 'Investeringsverksamheten'],
    [/finansiering/iu, 'Finansieringsverksamheten'],
    [
      /(?:förändring av|årets|periodens) .*(?:likvida|kassaflöde)|^(?:årets|periodens) kassaflöde/iu,
      'Årets kassaflöde'
    ]
  ]
}

const RAPPORT = 'dokumenttyp: årsredovisning\nperiod: 2021\nstatus: utkast\n'
const POSTER = ['Löpande verksamheten', 'Investeringar', 'Finansiering']
const KASSAFLÖDE = (namn: readonly string[]) => `konton:
${namn.map((n, i) => `  - id: post-${i}\n    namn: ${n}\n    enhet: mnkr\n    serie:\n      2021:\n        utfall: ${i + 1}\n`).join('')}uppställningar:
  - id: kassaflödesanalys
    namn: Kassaflödesanalys
    enhet: mnkr
    kolumner:
      - mått: utfall
    rader:
${namn.map((_, i) => `      - konto: post-${i}\n`).join('')}      - summa: Årets kassaflöde
`
const TEXT = '{{tabell "kassaflödesanalys"}}'

export const rule: Rapportrule = {
  id: 'rakningar-i-lagens-form',
  severity: 'advice',
  on: 'rapport',
  omSaknat: true,
  why: 'Resultaträkningen, balansräkningen och kassaflödesanalysen ställs upp i en form som lagen bestämmer (5, 6 och 8 kap. LKBR), så att de går att jämföra mellan kommuner och år. Ett råd, eftersom formens text inte har gått att läsa när regeln skrevs.',
  good: [
    { rapport: RAPPORT, data: KASSAFLÖDE(POSTER), text: TEXT },
    { data: KASSAFLÖDE(POSTER.slice(1)), text: TEXT }
  ],
  bad: [
    {
      rapport: RAPPORT,
      data: KASSAFLÖDE(POSTER.slice(1)),
      text: TEXT,
      väntat: ['data 15:9 Kassaflödesanalysen saknar posten Den löpande verksamheten.']
    },
    {
      rapport: RAPPORT,
      data: KASSAFLÖDE([...POSTER].reverse()),
      text: TEXT,
      väntat: [
        'data 21:9 Posterna i kassaflödesanalysen står inte i lagens ordning: Den löpande verksamheten, Investeringsverksamheten och Finansieringsverksamheten.'
      ]
    }
  ],
  check(subject, report) {
    if (!isÅrsredovisning(subject) && !isDelårsrapport(subject)) return
    for (const tabell of tryckta(subject)) {
      const form = FORMER[tabell.id]
      if (!form) continue
      const places = form.map((post) => ({ post, plats: placeOf(tabell, post, subject) }))
      const saknas = places.filter(({ post, plats }) => plats < 0 && !post[2])
      const namn = tabell.id
      if (saknas.length > 0)
        report({
          text: `${namn.charAt(0).toUpperCase()}${namn.slice(1)}en saknar ${saknas.length === 1 ? 'posten' : 'posterna'} ${formatLista(saknas.map(({ post }) => post[1]))}.`,
          hint: 'Lägg till raden, eller ge den som finns lagens namn.',
          span: tabell.span
        })
      const found = places.filter(({ plats }) => plats >= 0)
      if (found.every(({ plats }, i) => i === 0 || plats > (found[i - 1]?.plats ?? -1))) continue
      report({
        text: `Posterna i ${namn}en står inte i lagens ordning: ${formatLista(found.filter((f, i) => isMisplaced(found, i) && f).map(({ post }) => post[1]))}.`,
        hint: 'Flytta raderna i uppställningen.',
        span: tabell.span
      })
    }
  }
}

/** Whether a post has one after it that should come before, or the other way about. */
function isMisplaced(found: readonly { readonly plats: number }[], i: number): boolean {
  const own = found[i]?.plats ?? -1
  return found.some(({ plats }, j) => (j < i ? plats > own : plats < own) && j !== i)
}

/** The row with the post's name, the sum rather than the head above it; -1 where there is none. */
function placeOf({ rader }: Uppställning, [pattern]: Post, { modell }: Rapportsubject): number {
  const names = rader.map((rad) =>
    rad.slag === 'rubrik' ? rad.text : (rad.namn ?? modell.serier.get(rad.id)?.namn ?? rad.id)
  )
  const sum = names.findIndex((namn, i) => rader[i]?.slag !== 'rubrik' && pattern.test(namn))
  return sum >= 0 ? sum : names.findIndex((namn) => pattern.test(namn))
}
