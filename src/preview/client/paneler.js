// Det som visas ovanpå och bredvid rapporten: fel, fynd och varifrån ett tal kommer.
import { gör, inställning, kortPlats, tillKällan } from './stallen.js'

const ORDNING = ['fel', 'varning', 'råd']
const FLERTAL = { fel: 'fel', varning: 'varningar', råd: 'råd' }

/** "2 fel, 1 varning" */
export function räknaUpp(fynden) {
  return ORDNING.flatMap((nivå) => {
    const antal = fynden.filter((fynd) => fynd.nivå === nivå).length
    return antal ? [`${antal} ${antal === 1 ? nivå : FLERTAL[nivå]}`] : []
  }).join(', ')
}

function ram({ ram: rader }) {
  if (rader.length === 0) return null
  return gör(
    'pre',
    { class: 't-ram', tabindex: '0', role: 'region', 'aria-label': 'Raden i filen' },
    ...rader.flatMap(({ rad, text, från, till }) => [
      gör('span', { class: 't-radnr' }, String(rad)),
      ...(från === undefined
        ? [text]
        : [text.slice(0, från), gör('mark', {}, text.slice(från, till) || ' '), text.slice(till)]),
      '\n'
    ])
  )
}

/** Ett fynd i sin helhet: vad, var, varför och vad man gör åt det. */
export function fyndkort(fynd, { rubrik = 'h3', visa } = {}) {
  return gör(
    'li',
    { class: `t-kort t-${fynd.nivå}` },
    gör(rubrik, {}, gör('span', { class: 't-niva' }, fynd.nivå), ' ', fynd.text),
    ram(fynd),
    fynd.råd ? gör('p', { class: 't-rad' }, fynd.råd) : null,
    ...fynd.andra.map(({ text, ställe }) =>
      gör('p', { class: 't-annan' }, `${text}: `, tillKällan(ställe))
    ),
    gör(
      'p',
      { class: 't-var' },
      fynd.ställe ? tillKällan(fynd.ställe) : null,
      ' ',
      visa
        ? gör('button', { type: 'button', class: 't-lank', onclick: visa }, 'Visa på sidan')
        : null,
      ' ',
      gör('span', { class: 't-regel' }, fynd.regel)
    )
  )
}

/** Ett fynd i marginalen: det som behövs för att förstå det där det står. */
export function fyndnot(fynd) {
  return gör(
    'aside',
    {
      class: `t-not t-${fynd.nivå}`,
      'data-egen': 'fore',
      'data-fynd': fynd.id,
      'aria-label': `${fynd.nivå}: ${fynd.regel}`
    },
    gör('p', { class: 't-text' }, gör('span', { class: 't-niva' }, fynd.nivå), ' ', fynd.text),
    fynd.råd ? gör('p', { class: 't-rad' }, fynd.råd) : null,
    fynd.ställe
      ? gör('p', { class: 't-var' }, tillKällan(fynd.ställe, kortPlats(fynd.ställe)))
      : null
  )
}

/** Felen över den senaste sidan som gick att göra. */
export function felruta(fel, gjord, dölj) {
  const när = new Date(gjord).toLocaleTimeString('sv-SE')
  return [
    gör('button', { type: 'button', class: 't-lank t-dolj', onclick: dölj }, 'Dölj'),
    gör('h2', { id: 't-fel-rubrik' }, `${räknaUpp(fel)} hindrar rapporten`),
    gör(
      'p',
      { class: 't-ingress' },
      gjord
        ? `Sidan visar hur den såg ut kl. ${när}. Rätta felet och spara, så visas den nya.`
        : 'Sidan visas när felet är rättat och sparat.'
    ),
    gör('ul', { class: 't-lista' }, ...fel.map((fynd) => fyndkort(fynd)))
  ]
}

/** Ett tal eller något som det räknades ut av, ned till raden i data. */
function post(del, djup = 0) {
  const huvud = [
    gör('span', { class: 't-vad' }, `${del.namn}, ${del.period}`),
    ' ',
    gör('b', {}, del.värde)
  ]
  const mer = [
    del.formel ? gör('p', { class: 't-formel' }, `Uträknat: ${del.formel}`) : null,
    del.ställe ? gör('p', { class: 't-var' }, tillKällan(del.ställe)) : null
  ]
  if (del.ingår.length === 0) return gör('li', {}, gör('p', { class: 't-post' }, ...huvud), ...mer)
  return gör(
    'li',
    {},
    gör(
      'details',
      { open: djup === 0 || del.ingår.length < 4 },
      gör('summary', {}, ...huvud),
      ...mer,
      lista(del, djup + 1)
    )
  )
}

function lista(del, djup) {
  return gör(
    'ul',
    { class: 't-ingar' },
    ...del.ingår.map((inre) => post(inre, djup)),
    del.fler ? gör('li', {}, `och ${del.fler} till`) : null
  )
}

/** Allt om ett tal: värde, uträkning, vad det räknades av, var det står, och förra årets värde. */
export function talruta(ursprung, platsISidan) {
  const { föregående } = ursprung
  return [
    gör('h2', { id: 't-panel-rubrik', tabindex: '-1' }, ursprung.text),
    gör('p', { class: 't-ingress' }, `${ursprung.namn}, ${ursprung.period}`),
    gör(
      'dl',
      { class: 't-fakta' },
      ...(ursprung.formel
        ? [gör('dt', {}, 'Uträknat'), gör('dd', { class: 't-formel' }, ursprung.formel)]
        : []),
      ...(ursprung.ställe
        ? [gör('dt', {}, 'I data'), gör('dd', {}, tillKällan(ursprung.ställe))]
        : []),
      ...(ursprung.ursprung ? [gör('dt', {}, 'Ursprung'), gör('dd', {}, ursprung.ursprung)] : []),
      gör('dt', {}, 'Året före'),
      föregående
        ? gör(
            'dd',
            {},
            gör('b', {}, föregående.värde),
            ` (${föregående.period})`,
            föregående.formel ? gör('p', { class: 't-formel' }, föregående.formel) : null,
            föregående.ställe ? gör('p', {}, tillKällan(föregående.ställe)) : null
          )
        : gör('dd', {}, 'Inget värde i data'),
      ...(platsISidan ? [gör('dt', {}, 'I texten'), gör('dd', {}, tillKällan(platsISidan))] : [])
    ),
    ...(ursprung.ingår.length ? [gör('h3', {}, 'Räknat av'), lista(ursprung, 0)] : [])
  ]
}

export async function hämtaUrsprung(nr, version) {
  const fråga = new URLSearchParams({
    rapport: inställning.rapport,
    nr,
    version,
    nyckel: inställning.nyckel
  })
  const svar = await fetch(`/_tertial/kalla?${fråga}`)
  return svar.ok ? svar.json() : null
}
