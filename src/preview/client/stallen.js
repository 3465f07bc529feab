// Från sidan till källan: var varje del av sidan är skriven, och hur man kommer dit.

const inställning = JSON.parse(document.querySelector('meta[name=tertial]').content)
export { inställning }

/** Platsen i en text som "10-inledning.md:12:1-14": fil från projektets mapp, rad, kolumn, slutrad. */
export function läsPlats(text) {
  const [, namn, rad, kol, slut] = /^(.*?):(\d+)(?::(\d+))?(?:-(\d+))?$/.exec(text ?? '') ?? []
  if (namn === undefined) return null
  const fil = /^(?:data|templates|content)\//.test(namn)
    ? namn
    : `content/${inställning.rapport}/${namn}`
  return { fil, rad: Number(rad), kol: Number(kol ?? 1), slutrad: Number(slut ?? rad) }
}

export const visaPlats = ({ fil, rad }) => `${fil}:${rad}`
export const kortPlats = ({ fil, rad }) => `${fil.slice(fil.lastIndexOf('/') + 1)}:${rad}`

/** Adressen som öppnar editorn, eller null där ingen är vald. */
export function editoradress({ fil, rad, kol }) {
  if (!inställning.editor) return null
  const hel = `${inställning.rot}/${fil}`.replaceAll('\\', '/').replace(/^\/+/, '')
  const kodad = hel
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/^([A-Za-z])%3A/, '$1:')
  return inställning.editor
    .replaceAll('{path}', kodad)
    .replaceAll('{line}', String(rad))
    .replaceAll('{col}', String(kol))
}

/** Ett element med text och egenskaper. */
export function gör(namn, egenskaper = {}, ...barn) {
  const element = document.createElement(namn)
  for (const [nyckel, värde] of Object.entries(egenskaper)) {
    if (nyckel.startsWith('on')) element.addEventListener(nyckel.slice(2), värde)
    else if (värde === true) element.setAttribute(nyckel, '')
    else if (värde !== undefined && värde !== null && värde !== false)
      element.setAttribute(nyckel, värde)
  }
  element.append(...barn.filter((del) => del !== null && del !== undefined))
  return element
}

/** Säger något till skärmläsare och visar det en stund. */
let säger
export function säg(text) {
  säger ??= document.querySelector('.t-ord')
  if (säger) säger.textContent = text
}

export async function kopiera(plats) {
  const text = visaPlats(plats)
  try {
    await navigator.clipboard.writeText(text)
    säg(`Kopierat: ${text}`)
  } catch {
    säg(`Kopiera för hand: ${text}`)
  }
}

/** En länk till editorn och en knapp som kopierar platsen. */
export function tillKällan(plats, text = visaPlats(plats)) {
  const adress = editoradress(plats)
  const kort = visaPlats(plats)
  return gör(
    'span',
    { class: 't-plats' },
    adress
      ? gör('a', { href: adress, title: `Öppna ${kort} i editorn` }, text)
      : gör('code', {}, text),
    ' ',
    gör(
      'button',
      {
        type: 'button',
        class: 't-kopiera',
        'aria-label': `Kopiera ${kort}`,
        title: 'Kopiera fil och rad',
        onclick: () => kopiera(plats)
      },
      'Kopiera'
    )
  )
}

/** Närmaste del av sidan som har en plats i källan, med platsen. */
export function platsFör(nod, kapitel) {
  const element = nod?.nodeType === 1 ? nod : nod?.parentElement
  const tal = element?.closest('data.tal[data-källa]')
  const märkt = element?.closest('[data-plats]')
  const källa = tal && läsPlats(tal.getAttribute('data-källa').split(/, | och \d+ till$/)[0])
  // Ett tal i en tabell är skrivet i data; ett i löpande text står där texten står.
  if (källa && tal.closest('td, th, .nyckeltal, figure'))
    return { element: tal.closest('td, th') ?? tal, plats: källa }
  if (märkt) {
    const plats = läsPlats(märkt.dataset.plats)
    if (plats) return { element: märkt, plats }
  }
  const del = element?.closest('section[data-kapitel]')
  const början = del && kapitel[del.dataset.kapitel]
  if (början && element.closest('h2'))
    return { element: element.closest('h2'), plats: { ...början, slutrad: början.rad } }
  if (element?.closest('.omslag'))
    return {
      element: element.closest('.titelblock, .faktarad') ?? element.closest('.omslag'),
      plats: {
        fil: `content/${inställning.rapport}/rapport.yaml`,
        rad: 1,
        kol: 1,
        slutrad: 1
      }
    }
  return null
}
