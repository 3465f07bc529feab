/* Urval och sökning i förteckningen. Utan skript finns allt ändå, i listor. */
;(() => {
  const formulär = document.getElementById('sok')
  if (!formulär) return
  const fält = document.getElementById('sokord')
  const antal = document.getElementById('antal')
  const träffdel = document.getElementById('traffar')
  const lista = document.getElementById('traffar-lista')
  const fler = document.getElementById('traffar-fler')
  const rader = [...document.querySelectorAll('.rapporter > li')]
  const urval = [...formulär.querySelectorAll('select')]
  const STEG = 20
  let laddad
  let träffar = []
  let visade = 0

  const svensk = new Intl.Collator('sv')
  for (const val of urval) {
    const värden = [...new Set(rader.map((rad) => rad.dataset[val.name]))].filter(Boolean)
    const nyast = val.name === 'ar'
    värden.sort((a, b) => (nyast ? svensk.compare(b, a) : svensk.compare(a, b)))
    for (const värde of värden) val.append(new Option(värde, värde))
    val.closest('label').hidden = värden.length < 2
  }

  // Utan text att söka i, som i förhandsvisningen, finns bara urvalet.
  fält.closest('label').hidden = !rader.some((rad) => rad.dataset.sok)

  const passar = (rad) =>
    urval.every(({ name, value }) => value === '' || rad.dataset[name] === value)
  const flera = (n, en, många) => `${n} ${n === 1 ? en : många}`

  function filtrera() {
    const kvar = rader.filter((rad) => {
      rad.hidden = !passar(rad)
      return !rad.hidden
    })
    for (const del of document.querySelectorAll('.enhetsdel, .organisationsdel'))
      del.hidden = !del.querySelector('.rapporter > li:not([hidden])')
    return kvar
  }

  /** Sökmotorn och alla rapporters text, en gång, när någon söker. */
  function ladda() {
    laddad ??= hämta('sok/sok.js').then(async () => {
      const om = new Map(rader.map((rad) => [rad.dataset.rapport, rad]))
      globalThis.tertialSök = (data) => {
        const rad = om.get(data.rapport)
        if (rad)
          tertialSökmotor.add(data, {
            ...rad.dataset,
            titel: rad.querySelector('.titel').textContent
          })
      }
      const filer = rader.filter((rad) => rad.dataset.sok).map((rad) => hämta(rad.dataset.sok))
      const svar = await Promise.allSettled(filer)
      return svar.filter(({ status }) => status === 'rejected').length
    })
    return laddad
  }

  function hämta(adress) {
    return new Promise((klart, fel) => {
      const skript = document.createElement('script')
      skript.src = adress
      skript.onload = () => klart()
      skript.onerror = () => fel(new Error(adress))
      document.head.append(skript)
    })
  }

  let senast = 0
  async function visa() {
    const denna = ++senast
    const kvar = filtrera()
    minns()
    const fråga = fält.value.trim()
    if (fråga === '') {
      träffdel.hidden = true
      antal.textContent =
        kvar.length === rader.length
          ? ''
          : `${flera(kvar.length, 'rapport', 'rapporter')} av ${rader.length}`
      return
    }
    antal.textContent = 'Söker …'
    let saknade
    try {
      saknade = await ladda()
    } catch {
      antal.textContent = 'Sökningen kunde inte laddas.'
      return
    }
    if (denna !== senast) return
    const idn = new Set(kvar.map((rad) => rad.dataset.rapport))
    träffar = tertialSökmotor.sök(fråga, (rapport) => idn.has(rapport))
    visade = 0
    lista.replaceChildren()
    träffdel.hidden = false
    const rapporter = new Set(träffar.map(({ rapport }) => rapport)).size
    antal.textContent =
      träffar.length === 0
        ? `Inga träffar på ”${fråga}”.`
        : `${flera(träffar.length, 'träff', 'träffar')} i ${flera(rapporter, 'rapport', 'rapporter')}.`
    if (saknade > 0)
      antal.textContent += ` ${flera(saknade, 'rapport', 'rapporter')} kunde inte sökas.`
    visaFler()
  }

  function visaFler() {
    for (const träff of träffar.slice(visade, visade + STEG)) lista.append(rad(träff))
    visade = Math.min(visade + STEG, träffar.length)
    fler.hidden = visade >= träffar.length
    fler.textContent = `Visa fler, ${träffar.length - visade} återstår`
  }

  function rad({ rapport, ankare, rubrik, kapitel, om, utdrag }) {
    const li = document.createElement('li')
    const länk = document.createElement('a')
    länk.href = `${om.sida}${ankare === '' ? '' : `#${encodeURIComponent(ankare)}`}`
    länk.textContent = ankare === '' ? om.titel : rubrik
    länk.className = 'titel'
    const var_ = document.createElement('span')
    var_.className = 'bi'
    var_.textContent = [om.titel, om.enhet, kapitel, om.status === 'beslutad' ? '' : om.status]
      .filter((del) => del && del !== länk.textContent)
      .join(' · ')
    const text = document.createElement('p')
    for (const { text: bit, träff } of utdrag) {
      if (!träff) text.append(bit)
      else {
        const märke = document.createElement('mark')
        märke.textContent = bit
        text.append(märke)
      }
    }
    li.append(länk, var_, text)
    li.dataset.rapport = rapport
    return li
  }

  /** Adressen minns frågan, så att Tillbaka från en rapport leder till träffarna. */
  function minns() {
    const val = new URLSearchParams()
    if (fält.value.trim() !== '') val.set('q', fält.value.trim())
    for (const { name, value } of urval) if (value !== '') val.set(name, value)
    const text = val.toString()
    history.replaceState(null, '', text === '' ? location.pathname : `#${text}`)
  }

  function återställ() {
    const val = new URLSearchParams(location.hash.slice(1))
    fält.value = val.get('q') ?? ''
    for (const ett of urval) ett.value = val.get(ett.name) ?? ''
    if (location.hash.length > 1) visa()
  }

  let väntar
  fält.addEventListener('focus', () => void ladda().catch(() => undefined), { once: true })
  fält.addEventListener('input', () => {
    clearTimeout(väntar)
    väntar = setTimeout(visa, 120)
  })
  for (const val of urval) val.addEventListener('change', visa)
  formulär.addEventListener('submit', (händelse) => {
    händelse.preventDefault()
    clearTimeout(väntar)
    visa()
  })
  formulär.addEventListener('reset', () => setTimeout(visa))
  fler.addEventListener('click', () => {
    const första = visade
    visaFler()
    lista.children[första]?.querySelector('a')?.focus()
  })
  formulär.hidden = false
  återställ()
})()
