// Förhandsvisningen i webbläsaren: tar emot det som ändras, håller läsarens plats, visar fel och fynd,
// och leder från varje del av sidan till raden där den är skriven.
import { jämför, läsHtml } from './jamfor.js'
import { felruta, fyndkort, fyndnot, hämtaUrsprung, räknaUpp, talruta } from './paneler.js'
import {
  editoradress,
  gör,
  inställning,
  kopiera,
  kortPlats,
  läsPlats,
  platsFör,
  säg,
  tillKällan,
  visaPlats
} from './stallen.js'

const MINNE = 'tertial-plats'
let version = inställning.version
let läge = { version, fel: [], fynd: [], kapitel: {}, gjord: 0 }
let pdf = { läge: 'ingen' }

// Raden längst ned, och rutorna som öppnas ur den.
const ord = gör('span', { class: 't-ord', role: 'status' })
const felknapp = knapp('Fel', () => visaFel(felrutan.hidden))
felknapp.classList.add('t-felknapp')
const fyndknapp = knapp('Fynd', () => visaPanel('fynd'))
const radknapp = knapp('Visa rader', () =>
  visaRader(!document.documentElement.hasAttribute('data-t-rader'))
)
const pdflänk = gör('a', { class: 't-knapp', target: '_blank', rel: 'noopener' }, 'Pdf')
const fält = gör(
  'section',
  { class: 't-falt', 'data-egen': true, 'aria-label': 'Förhandsvisning' },
  gör('span', { class: 't-prick', 'aria-hidden': 'true' }),
  ord,
  felknapp,
  fyndknapp,
  radknapp,
  pdflänk
)
const felrutan = gör('section', {
  class: 't-felruta',
  'data-egen': true,
  hidden: true,
  'aria-labelledby': 't-fel-rubrik'
})
const panel = gör('section', {
  class: 't-panel',
  'data-egen': true,
  hidden: true,
  'aria-labelledby': 't-panel-rubrik'
})
const flik = gör('div', { class: 't-flik', 'data-egen': true, hidden: true })
const radlager = gör('nav', {
  class: 't-rader',
  'data-egen': true,
  hidden: true,
  'aria-label': 'Rader i källan'
})

function knapp(text, onclick) {
  return gör('button', { type: 'button', class: 't-knapp', onclick }, text)
}

let panelslag = null
let panelvägTillbaka = null

function stängPanel() {
  panel.hidden = true
  panelslag = null
  fyndknapp.setAttribute('aria-expanded', 'false')
  if (panelvägTillbaka?.isConnected) panelvägTillbaka.focus()
  panelvägTillbaka = null
}

function öppnaPanel(slag, innehåll, fokusera = true) {
  const färsk = panel.hidden
  if (färsk) panelvägTillbaka = document.activeElement
  panelslag = slag
  panel.replaceChildren(
    gör(
      'button',
      {
        type: 'button',
        class: 't-stang',
        'aria-label': 'Stäng',
        title: 'Stäng (Esc)',
        onclick: stängPanel
      },
      '×'
    ),
    ...innehåll
  )
  panel.hidden = false
  fyndknapp.setAttribute('aria-expanded', String(slag === 'fynd'))
  if (fokusera) panel.querySelector('#t-panel-rubrik')?.focus()
}

function visaPanel(slag) {
  if (panelslag === slag) return stängPanel()
  ritaFyndlista()
}

function ritaFyndlista(fokusera = true) {
  const { fynd } = läge
  öppnaPanel(
    'fynd',
    [
      gör(
        'h2',
        { id: 't-panel-rubrik', tabindex: '-1' },
        fynd.length ? räknaUpp(fynd) : 'Inga fynd'
      ),
      fynd.length
        ? gör(
            'ul',
            { class: 't-lista' },
            ...fynd.map((ett) => {
              const not = notFör(ett)
              return fyndkort(ett, {
                visa: not ? () => gåTill(not) : undefined
              })
            })
          )
        : gör('p', { class: 't-ingress' }, 'Kontrollen har inget att anmärka på.')
    ],
    fokusera
  )
}

const notFör = ({ id }) =>
  [...document.querySelectorAll('.t-not')].find((not) => not.dataset.fynd === id)

function gåTill(element) {
  element.scrollIntoView({ block: 'center' })
  element.setAttribute('tabindex', '-1')
  element.focus({ preventScroll: true })
}

function visaFel(visa) {
  felrutan.hidden = !visa || läge.fel.length === 0
  felknapp.setAttribute('aria-expanded', String(!felrutan.hidden))
}

function döljFel() {
  visaFel(false)
  felknapp.focus()
}

/** Allt som inte är själva sidan, efter det som servern har sagt. */
function ritaLäge(nytt) {
  const hade = läge.fel.map(({ id }) => id).join()
  läge = nytt
  const fick = läge.fel.map(({ id }) => id).join()
  felknapp.hidden = läge.fel.length === 0
  felknapp.textContent = räknaUpp(läge.fel)
  fält.dataset.läge = läge.fel.length ? 'fel' : 'ny'
  if (hade !== fick || läge.fel.length)
    felrutan.replaceChildren(...felruta(läge.fel, läge.gjord, döljFel))
  if (hade !== fick) {
    visaFel(läge.fel.length > 0)
    säg(läge.fel.length ? `${räknaUpp(läge.fel)} hindrar rapporten` : 'Felen är rättade')
  }
  fyndknapp.hidden = inställning.rapport === null
  fyndknapp.textContent = läge.fynd.length ? räknaUpp(läge.fynd) : 'Inga fynd'
  hållPlats(ritaNoter)
  if (panelslag === 'fynd') ritaFyndlista(false)
}

/** Fynden där de hör hemma: före det stycke, den tabell eller det tal som de gäller. */
function ritaNoter() {
  const fokus = document.activeElement?.closest?.('.t-not')?.dataset.fynd
  for (const not of document.querySelectorAll('.t-not')) not.remove()
  for (const fynd of läge.fynd) {
    const element = elementFör(fynd)
    const block = element && blockFör(element)
    if (!block) continue
    const not = fyndnot(fynd)
    block.before(not)
    if (fynd.id === fokus) not.querySelector('a, button')?.focus({ preventScroll: true })
  }
  passaNoter()
}

/** Där marginalen är för smal står noten i texten, ovanför det den gäller. */
function passaNoter() {
  for (const not of document.querySelectorAll('.t-not')) {
    not.classList.remove('i-marginalen')
    let block = not.nextElementSibling
    while (block?.matches('.t-not')) block = block.nextElementSibling
    if (!block) continue
    const höger = block.getBoundingClientRect().right
    const plats = document.documentElement.clientWidth - höger - 24
    if (plats >= 208) {
      not.classList.add('i-marginalen')
      not.style.setProperty('--t-bredd', `${Math.min(plats, 272)}px`)
      const spalt = not.parentElement.getBoundingClientRect().right
      not.style.setProperty('--t-ut', `${spalt - höger - Math.min(plats, 272) - 16}px`)
    }
  }
}

function elementFör({ ställe, slutrad, tal }) {
  if (!ställe) return null
  if (tal.length) {
    const ett = document.querySelector(`main data.tal[data-nr="${tal[0]}"]`)
    if (ett) return ett
  }
  if (ställe.fil.endsWith('/rapport.yaml')) return document.querySelector('.omslag .titelblock')
  let bäst = null
  for (const element of document.querySelectorAll('[data-plats]')) {
    const plats = läsPlats(element.dataset.plats)
    if (plats.fil !== ställe.fil || plats.rad > slutrad) continue
    if (plats.slutrad >= ställe.rad) {
      const storlek = plats.slutrad - plats.rad
      if (!bäst || storlek <= bäst.storlek) bäst = { element, storlek }
    }
  }
  if (bäst) return bäst.element
  const kapitel = Object.entries(läge.kapitel).find(([, { fil }]) => fil === ställe.fil)
  return kapitel ? document.getElementById(kapitel[0]) : null
}

/** Det yttersta som står för sig i kapitlet. */
function blockFör(element) {
  let block = element
  while (
    block.parentElement &&
    !block.parentElement.matches('section, main, body, .omslag, .ruta, .liggande')
  )
    block = block.parentElement
  return block.parentElement ? block : null
}

/** Låter läsaren stå kvar vid det hen läser, vad som än ändras ovanför. */
function hållPlats(ändra) {
  const hållpunkter = synliga()
  ändra()
  for (const { element, topp } of hållpunkter) {
    if (!element.isConnected) continue
    const nu = element.getBoundingClientRect().top
    if (Math.abs(nu - topp) > 0.5) scrollBy({ top: nu - topp, behavior: 'instant' })
    return
  }
}

/** Det som syns, uppifrån; det första som finns kvar efter en ändring håller platsen. */
function synliga() {
  const kandidater = []
  for (const element of document.querySelectorAll('main [data-plats], main h2, main h3, main tr')) {
    const box = element.getBoundingClientRect()
    if (box.bottom < 0 || box.height === 0) continue
    if (box.top > innerHeight) break
    if (box.top >= 0) kandidater.push({ element, topp: box.top })
  }
  return kandidater
}

/** För över en ändring av sidan, eller hämtar den på nytt där det inte går. */
function taEmot(nytt) {
  if (nytt.från !== version) return laddaOm()
  const ändrade = []
  try {
    hållPlats(() => {
      for (const not of document.querySelectorAll('.t-not')) not.remove()
      if (nytt.stil !== undefined) document.querySelector('style').textContent = nytt.stil
      if (nytt.titel !== undefined) document.title = läsHtml(nytt.titel).textContent
      if (nytt.klass !== undefined) document.body.className = nytt.klass
      for (const { nyckel, före, efter } of nytt.delar) {
        const nu =
          nyckel === null
            ? document.body
            : document.querySelector(
                `section[data-kapitel="${CSS.escape(nyckel)}"], section#${CSS.escape(nyckel)}`
              )
        const [gammal, ny] = [läsHtml(före), läsHtml(efter)]
        if (nyckel === null) jämför(nu, gammal, ny, ändrade)
        else jämför(nu, gammal.firstElementChild, ny.firstElementChild, ändrade)
      }
      document.dispatchEvent(new Event('tertial:ny'))
      ritaNoter()
    })
  } catch (fel) {
    console.error(fel)
    return laddaOm()
  }
  version = nytt.version
  rapporteraVisad(version)
  märkÄndrade(ändrade)
  if (!radlager.hidden) ritaRader()
  flik.hidden = true
}

/** Säger när ändringen syns, så att programmet kan mäta vägen från sparad till visad. */
function rapporteraVisad(visad) {
  const säg = () => {
    const tid = performance.timeOrigin + performance.now()
    fetch(
      `/_tertial/visad?${new URLSearchParams({ rapport: inställning.rapport, version: visad, tid, nyckel: inställning.nyckel })}`
    )
  }
  if (document.visibilityState !== 'visible') return
  // Efter nästa bild har den förra ritats.
  requestAnimationFrame(() => setTimeout(säg))
}

/** Det nya lyser till, så att ögat finner det. */
function märkÄndrade(ändrade) {
  const första = ändrade.find((element) => element.isConnected && element.closest?.('main'))
  for (const element of ändrade.slice(0, 40)) {
    if (!element.isConnected || element.closest('.kallor')) continue
    element.classList.add('t-ny')
    setTimeout(() => {
      element.classList.remove('t-ny')
      if (element.className === '') element.removeAttribute('class')
    }, 1600)
  }
  const tid = new Date().toLocaleTimeString('sv-SE')
  säg(första || ändrade.length ? `Uppdaterad kl. ${tid}` : `Sparad kl. ${tid}`)
}

/** Läser in sidan på nytt, på samma ställe. */
function laddaOm() {
  const [första] = synliga()
  try {
    sessionStorage.setItem(
      MINNE,
      JSON.stringify({
        sida: location.pathname,
        y: scrollY,
        plats: första?.element.dataset.plats ?? null,
        topp: första?.topp ?? 0
      })
    )
  } catch {
    // Utan lagring börjar sidan från början.
  }
  location.reload()
}

function återställPlats() {
  try {
    const minne = JSON.parse(sessionStorage.getItem(MINNE) ?? 'null')
    sessionStorage.removeItem(MINNE)
    if (minne?.sida !== location.pathname) return
    const element =
      minne.plats && document.querySelector(`[data-plats="${CSS.escape(minne.plats)}"]`)
    if (element)
      scrollBy({ top: element.getBoundingClientRect().top - minne.topp, behavior: 'instant' })
    else scrollTo({ top: minne.y, behavior: 'instant' })
  } catch {
    // Sidan börjar från början.
  }
}

// Från sidan till källan.

function visaFlik(träff) {
  if (!träff || träff.element.closest('[data-egen]')) return
  if (flik.träff === träff.element && !flik.hidden) return
  flik.träff = träff.element
  const adress = editoradress(träff.plats)
  const text = kortPlats(träff.plats)
  flik.replaceChildren(
    adress
      ? gör(
          'a',
          { href: adress, title: `Öppna ${visaPlats(träff.plats)} (Alt+klick)`, tabindex: '-1' },
          text
        )
      : gör(
          'button',
          {
            type: 'button',
            tabindex: '-1',
            title: `Kopiera ${visaPlats(träff.plats)}`,
            onclick: () => kopiera(träff.plats)
          },
          text
        )
  )
  flik.hidden = false
  const box = träff.element.getBoundingClientRect()
  const vänster = box.left - flik.offsetWidth - 6
  flik.style.top = `${box.top + scrollY + (vänster < 4 ? -flik.offsetHeight : 0)}px`
  flik.style.left = `${Math.max(4, vänster < 4 ? box.left : vänster) + scrollX}px`
}

/** En länk i marginalen för varje rad, som går att nå med tangentbordet. */
function visaRader(på) {
  document.documentElement.toggleAttribute('data-t-rader', på)
  radknapp.setAttribute('aria-pressed', String(på))
  radlager.hidden = !på
  if (på) ritaRader()
}

function ritaRader() {
  const poster = []
  const tagna = new Set()
  const vänster = document.querySelector('main')?.getBoundingClientRect().left ?? 0
  for (const ett of document.querySelectorAll(MED_RAD)) {
    if (ett.closest('.kallor, [data-egen], td, th') || ett.getClientRects().length === 0) continue
    const träff = platsFör(ett, läge.kapitel)
    if (!träff) continue
    const box = träff.element.getBoundingClientRect()
    const topp = Math.round(box.top + scrollY)
    const nyckel = `${topp} ${visaPlats(träff.plats)}`
    if (tagna.has(nyckel)) continue
    tagna.add(nyckel)
    // Där marginalen är smal står raden ovanför, vid högra kanten.
    const smal = vänster < 48
    const x = smal ? document.documentElement.clientWidth - 4 : Math.max(vänster, 60) - 10
    poster.push({ ...träff, topp: smal ? topp - 16 : topp, x: x + scrollX })
  }
  let botten = 0
  radlager.replaceChildren(
    ...poster.map(({ element, plats, topp, x }) => {
      const y = Math.max(topp, botten)
      botten = y + 20
      return radlänk(element, plats, `top:${y}px;left:${x}px`)
    })
  )
}

/** Det som får en rad: allt som är skrivet för sig, tabellers rader i data och sidans början. */
const MED_RAD = '.omslag .titelblock, .kapitel > h2, main [data-plats]'

function radlänk(element, plats, style) {
  const adress = editoradress(plats)
  const text = plats.fil.startsWith('content/') ? `rad ${plats.rad}` : kortPlats(plats)
  const egenskaper = {
    style,
    'aria-label': `${kortPlats(plats)}: ${element.textContent.trim().slice(0, 60)}`,
    title: adress ? visaPlats(plats) : `Kopiera ${visaPlats(plats)}`,
    onfocus: () => element.classList.add('t-utpekad'),
    onblur: () => element.classList.remove('t-utpekad')
  }
  return adress
    ? gör('a', { ...egenskaper, href: adress }, text)
    : gör('button', { ...egenskaper, type: 'button', onclick: () => kopiera(plats) }, text)
}

async function visaTal(tal) {
  const nr = tal.getAttribute('data-nr')
  const stycke = tal.closest('p[data-plats], li[data-plats], h3[data-plats], [data-plats]')
  const plats = stycke && läsPlats(stycke.dataset.plats)
  const iText = plats?.fil.startsWith('content/') ? plats : null
  if (!nr) {
    return öppnaPanel(
      'tal',
      [
        gör('h2', { id: 't-panel-rubrik', tabindex: '-1' }, tal.textContent),
        gör('p', { class: 't-ingress' }, tal.getAttribute('data-källa') ?? ''),
        iText ? gör('p', {}, tillKällan(iText)) : null
      ].filter(Boolean)
    )
  }
  const ursprung = await hämtaUrsprung(nr, version)
  if (ursprung) öppnaPanel('tal', talruta(ursprung, iText))
}

function lyssnaPåSidan() {
  let väntar = 0
  document.addEventListener('pointerover', (händelse) => {
    if (händelse.pointerType !== 'mouse' || flik.contains(händelse.target)) return
    clearTimeout(väntar)
    väntar = setTimeout(() => visaFlik(platsFör(händelse.target, läge.kapitel)), 60)
  })
  document.addEventListener(
    'click',
    (händelse) => {
      if (händelse.target.closest('[data-egen]')) return
      const träff = händelse.altKey && platsFör(händelse.target, läge.kapitel)
      const adress = träff && editoradress(träff.plats)
      if (träff) {
        händelse.preventDefault()
        händelse.stopPropagation()
        if (adress) location.href = adress
        else void kopiera(träff.plats)
        return
      }
      const tal = händelse.target.closest('data.tal')
      if (tal && !händelse.target.closest('a, button, summary')) void visaTal(tal)
    },
    true
  )
  document.addEventListener('keydown', (händelse) => {
    if (händelse.key === 'Escape' && !panel.hidden) stängPanel()
    else if (händelse.key === 'Escape' && felrutan.contains(document.activeElement)) {
      döljFel()
    } else if (händelse.key === 'Enter' && document.activeElement?.matches('data.tal')) {
      void visaTal(document.activeElement)
    }
  })
  addEventListener('resize', () => {
    passaNoter()
    if (!radlager.hidden) ritaRader()
  })
}

function ritaPdf(nytt) {
  pdf = nytt
  const [, enhet, rapport] = inställning.rapport.split('/')
  pdflänk.href = `${enhet}-${rapport}.pdf`
  const ORD = { ingen: 'Pdf', görs: 'Pdf görs …', gammal: 'Pdf (äldre)', fel: 'Pdf: går inte' }
  pdflänk.textContent = pdf.läge === 'klar' ? `Pdf, ${pdf.sidor} sidor` : ORD[pdf.läge]
  pdflänk.title = pdf.text ?? ''
}

function koppla() {
  const fråga = new URLSearchParams({ nyckel: inställning.nyckel })
  if (inställning.rapport !== null) {
    fråga.set('rapport', inställning.rapport)
    fråga.set('version', version)
  }
  const flöde = new EventSource(`/_tertial/flode?${fråga}`)
  flöde.addEventListener('open', () => {
    if (fält.dataset.läge === 'bruten') säg('Ansluten igen')
    fält.dataset.läge = läge.fel.length ? 'fel' : 'ny'
  })
  flöde.addEventListener('error', () => {
    fält.dataset.läge = 'bruten'
    säg('Förhandsvisningen är avslutad. Starta den igen så fortsätter sidan.')
    if (flöde.readyState !== EventSource.CLOSED) return
    // En ny start har en ny nyckel: sidan hämtas då på nytt.
    const prövar = setInterval(async () => {
      if (!(await fetch('/_tertial/klient.css').catch(() => null))?.ok) return
      clearInterval(prövar)
      laddaOm()
    }, 1000)
  })
  flöde.addEventListener('sida', ({ data }) => taEmot(JSON.parse(data)))
  flöde.addEventListener('läge', ({ data }) => ritaLäge(JSON.parse(data)))
  flöde.addEventListener('pdf', ({ data }) => ritaPdf(JSON.parse(data)))
  flöde.addEventListener('ladda', laddaOm)
  addEventListener('pagehide', () => flöde.close())
}

if (inställning.rapport !== null) {
  felknapp.hidden = true
  felknapp.setAttribute('aria-expanded', 'false')
  fyndknapp.setAttribute('aria-expanded', 'false')
  radknapp.setAttribute('aria-pressed', 'false')
  document.documentElement.classList.add('t-forhandsvisning')
  document.body.append(felrutan, fält, panel, flik, radlager)
  säg('Följer med när du sparar')
  lyssnaPåSidan()
  återställPlats()
}
koppla()
