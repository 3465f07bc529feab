// Visar var talen kommer från, och var i rapporten läsaren är. Sidan fungerar utan.
;(() => {
  const talen = () => document.querySelectorAll('data.tal')
  const knapp = document.getElementById('visa-kallor')
  const ruta = document.createElement('div')
  ruta.className = 'kallruta'
  ruta.id = 'kallruta'
  ruta.setAttribute('role', 'tooltip')
  ruta.hidden = true
  ruta.setAttribute('data-egen', '')
  ;(document.querySelector('main') ?? document.body).append(ruta)
  let visat = null
  let fäst = false
  let väntan = 0

  const rad = (text, klass) => {
    if (!text) return
    const p = document.createElement('p')
    if (klass) p.className = klass
    p.textContent = text
    ruta.append(p)
  }

  const dölj = () => {
    clearTimeout(väntan)
    visat?.removeAttribute('aria-describedby')
    visat = null
    fäst = false
    ruta.hidden = true
  }

  const visa = (tal) => {
    clearTimeout(väntan)
    if (visat === tal) return
    dölj()
    visat = tal
    const celler = document.getElementById('kalla-' + tal.getAttribute('data-nr'))?.cells
    ruta.replaceChildren()
    if (celler) rad(celler[2].textContent + ', ' + celler[3].textContent)
    rad(tal.getAttribute('data-formel') && 'Uträknat: ' + tal.getAttribute('data-formel'))
    rad(tal.getAttribute('data-källa'), 'bi')
    rad(tal.getAttribute('data-ursprung'), 'bi')
    ruta.hidden = false
    tal.setAttribute('aria-describedby', 'kallruta')
    const box = tal.getClientRects()[0] ?? tal.getBoundingClientRect()
    const bredd = document.documentElement.clientWidth
    const under =
      box.bottom + 6 + ruta.offsetHeight < innerHeight || box.top < ruta.offsetHeight + 6
    const vänster = Math.max(8, Math.min(box.left, bredd - ruta.offsetWidth - 8))
    ruta.style.left = vänster + scrollX + 'px'
    ruta.style.top = (under ? box.bottom + 6 : box.top - 6 - ruta.offsetHeight) + scrollY + 'px'
  }

  // En stund på sig att föra pekaren från talet till rutan (WCAG 1.4.13).
  const snartDölj = () => {
    clearTimeout(väntan)
    if (!fäst) väntan = setTimeout(dölj, 250)
  }
  const talet = (händelse) => händelse.target.closest?.('data.tal')

  if (talen().length > 0) {
    document.addEventListener('pointerover', (e) => {
      if (e.pointerType !== 'mouse') return
      const tal = talet(e)
      if (tal && !fäst) visa(tal)
      else if (ruta.contains(e.target)) clearTimeout(väntan)
      else if (visat) snartDölj()
    })
    document.addEventListener('click', (e) => {
      const tal = talet(e)
      if (tal) {
        const samma = fäst && visat === tal
        dölj()
        if (!samma) {
          visa(tal)
          fäst = true
        }
      } else if (!ruta.contains(e.target)) dölj()
    })
    document.addEventListener('focusin', (e) => {
      const tal = talet(e)
      if (tal) visa(tal)
      else if (visat && !fäst) dölj()
    })
    document.addEventListener('keydown', (e) => {
      if (e.key === 'Escape') {
        if (visat) dölj()
        else if (knapp?.getAttribute('aria-pressed') === 'true') knapp.click()
      }
    })
    if (knapp) {
      knapp.hidden = false
      knapp.addEventListener('click', () => {
        const på = knapp.getAttribute('aria-pressed') !== 'true'
        knapp.setAttribute('aria-pressed', String(på))
        ställ(på)
        if (!på) dölj()
      })
    }
  }

  // Med knappen intryckt går det att gå mellan talen med tabb.
  function ställ(på) {
    for (const tal of talen()) {
      if (på) {
        tal.tabIndex = 0
        tal.setAttribute('role', 'button')
      } else {
        tal.removeAttribute('tabindex')
        tal.removeAttribute('role')
      }
    }
  }

  // Källistan öppnas när en länk leder in i den.
  const öppna = () => {
    const mål = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const lista =
      mål?.closest('details') ?? (mål?.matches('.kallor') ? mål.querySelector('details') : null)
    if (lista) lista.open = true
  }
  addEventListener('hashchange', öppna)
  öppna()

  // Tabeller och diagram som får plats behöver inte vara tabbstopp.
  const mät = () => {
    for (const tabell of document.querySelectorAll(
      '.tabell:is([role=region], [role=group]), .rityta'
    )) {
      const rullar = tabell.scrollWidth > tabell.clientWidth + 1
      if (rullar) {
        tabell.tabIndex = 0
        tabell.setAttribute('role', 'region')
      } else {
        tabell.removeAttribute('tabindex')
        tabell.setAttribute('role', 'group')
      }
      const dra = tabell.parentElement.querySelector(':scope > .dra')
      if (dra) {
        dra.hidden = !rullar
        tabell.parentElement.toggleAttribute('data-rullar', rullar)
      }
    }
  }
  mät()
  addEventListener('resize', mät)
  document.addEventListener('toggle', mät, true)

  // Det kapitel som läses står framhävt i innehållet.
  const rader = new Map()
  const synliga = new Set()
  let kapitlen = []
  const följ = new IntersectionObserver(
    (ändringar) => {
      for (const { target, isIntersecting } of ändringar)
        synliga[isIntersecting ? 'add' : 'delete'](target)
      const nu = kapitlen.find((kapitel) => synliga.has(kapitel))?.dataset.kapitel
      for (const [id, rad] of rader) {
        rad.classList.toggle('här', id === nu)
        const länk = rad.firstElementChild
        if (id === nu) länk.setAttribute('aria-current', 'true')
        else länk.removeAttribute('aria-current')
      }
    },
    { rootMargin: '-20% 0px -70% 0px' }
  )
  const läs = () => {
    rader.clear()
    for (const länk of document.querySelectorAll('.innehall > ol > li > a'))
      rader.set(decodeURIComponent(länk.hash.slice(1)), länk.parentElement)
    följ.disconnect()
    synliga.clear()
    kapitlen = [...document.querySelectorAll('[data-kapitel]')]
    for (const kapitel of kapitlen) följ.observe(kapitel)
  }
  läs()

  // Förhandsvisningen ändrar sidan medan den läses.
  document.addEventListener('tertial:ny', () => {
    if (knapp?.getAttribute('aria-pressed') === 'true') ställ(true)
    if (visat && !visat.isConnected) dölj()
    mät()
    läs()
  })
})()
