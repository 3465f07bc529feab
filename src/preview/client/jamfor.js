// Ändrar sidan på skärmen så att den blir som den nya, och rör inget annat: jämför hur servern skrev
// den förut med hur den skriver den nu, och för över skillnaden. Det som läsaren har öppnat, markerat
// eller ställt in står kvar, eftersom det inte skiljer de två åt.

/** Egna tillägg på sidan står utanför jämförelsen. */
const ärEgen = (nod) => nod.nodeType === 1 && nod.hasAttribute('data-egen')

/** Platser och löpnummer ändras utan att innehållet gör det. */
const nyckel = (nod) =>
  nod.nodeType === 1
    ? `${nod.nodeName} ${nod.id} ${nod.childElementCount} ${nod.textContent}`
    : `${nod.nodeType} ${nod.nodeValue}`

/** Ett element som HTML. */
export function läsHtml(html) {
  const mall = document.createElement('template')
  mall.innerHTML = html
  return mall.content
}

/** För över skillnaden mellan `före` och `efter` till `nu`, som är `före` så som det står på sidan. */
export function jämför(nu, före, efter, ändrade) {
  if (före.isEqualNode(efter)) return
  if (före.nodeType !== 1 && före.nodeType !== 11) {
    if (nu.nodeValue !== efter.nodeValue) nu.nodeValue = efter.nodeValue
    return
  }
  if (före.nodeType === 1) attribut(nu, före, efter)
  barn(nu, före, efter, ändrade)
}

function attribut(nu, före, efter) {
  for (const { name } of före.attributes) if (!efter.hasAttribute(name)) nu.removeAttribute(name)
  for (const { name, value } of efter.attributes)
    if (före.getAttribute(name) !== value) nu.setAttribute(name, value)
}

function barn(nu, före, efter, ändrade) {
  const live = [...nu.childNodes].filter((nod) => !ärEgen(nod))
  const [a, b] = [[...före.childNodes], [...efter.childNodes]]
  // Något annat har ändrat sidan: då är den nya den enda som stämmer.
  if (live.length !== a.length) {
    nu.replaceChildren(...b.map((nod) => document.importNode(nod, true)))
    ändrade.push(nu)
    return
  }
  const par = para(a, b)
  let i = 0
  let förra = null
  const efterDen = (nod) => {
    // Efter den förra, förbi egna tillägg som hör till den.
    let plats = förra ? förra.nextSibling : nu.firstChild
    while (plats && ärEgen(plats) && plats.dataset.egen !== 'fore') plats = plats.nextSibling
    nu.insertBefore(nod, plats)
  }
  for (const [j, nod] of b.entries()) {
    const k = par[j]
    if (k === undefined) {
      const ny = document.importNode(nod, true)
      efterDen(ny)
      if (ny.nodeType === 1) ändrade.push(ny)
      förra = ny
      continue
    }
    for (; i < k; i++) live[i].remove()
    const textFöre = a[k].textContent
    jämför(live[k], a[k], nod, ändrade)
    if (a[k].nodeType === 1 && nod.childElementCount === 0 && textFöre !== nod.textContent)
      ändrade.push(live[k])
    förra = live[k]
    i = k + 1
  }
  for (; i < live.length; i++) live[i].remove()
}

/** För varje nod i `b` den i `a` som den är, i ordning; undefined för nya. */
function para(a, b) {
  const par = new Array(b.length)
  const [ka, kb] = [a.map(nyckel), b.map(nyckel)]
  let start = 0
  while (start < a.length && start < b.length && ka[start] === kb[start]) par[start] = start++
  let slut = 0
  while (
    slut < a.length - start &&
    slut < b.length - start &&
    ka[a.length - 1 - slut] === kb[b.length - 1 - slut]
  ) {
    par[b.length - 1 - slut] = a.length - 1 - slut
    slut++
  }
  const [fråna, tilla, frånb, tillb] = [start, a.length - slut, start, b.length - slut]
  const lika = längsta(ka.slice(fråna, tilla), kb.slice(frånb, tillb))
  let [i, j] = [fråna, frånb]
  for (const [x, y] of [...lika, [tilla - fråna, tillb - frånb]]) {
    // Mellan två som är lika: de som är av samma slag är samma, ändrade.
    while (i < fråna + x && j < frånb + y) {
      if (liknar(a[i], b[j])) par[j++] = i++
      else if (tilla - i > tillb - j) i++
      else j++
    }
    ;[i, j] = [fråna + x, frånb + y]
    if (j < tillb) par[j++] = i++
  }
  return par
}

const liknar = (x, y) =>
  x.nodeName === y.nodeName &&
  (x.nodeType !== 1 || !x.id || !y.id || x.id === y.id) &&
  (x.nodeType !== 1 || x.className === y.className)

/** Längsta gemensamma följd, som par av platser. Mycket långa listor jämförs bara i ordning. */
function längsta(a, b) {
  if (a.length * b.length > 250_000) return []
  const bredd = b.length + 1
  const tabell = new Uint16Array((a.length + 1) * bredd)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      tabell[i * bredd + j] =
        a[i] === b[j]
          ? tabell[(i + 1) * bredd + j + 1] + 1
          : Math.max(tabell[(i + 1) * bredd + j], tabell[i * bredd + j + 1])
  const par = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) par.push([i++, j++])
    else if (tabell[(i + 1) * bredd + j] >= tabell[i * bredd + j + 1]) i++
    else j++
  }
  return par
}
