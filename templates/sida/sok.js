/* Sökningen i läsarens webbläsare. Orden jämförs efter sin stam: kommunernas hittar kommun. */
const tertialSökmotor = (() => {
  /* Tal hålls ihop: 15 264, med fast mellanslag, är ett ord, och 6,03 likaså. */
  const ORD =
    /\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}\p{N}]*/gu
  const delaUpp = (text) => text.normalize('NFC').match(ORD) ?? []
  /* I en fråga skrivs talet med vanligt mellanslag. */
  const delaFråga = (text) =>
    delaUpp(text.trim().replace(/(?<=(?<!\d)\d{1,3}(?: \d{3})*) (?=\d{3}(?!\d))/g, '\u00a0'))

  const stammar = new Map()
  function stam(ord) {
    const litet = ord.toLowerCase().replace(/[\u00a0\u202f]/g, '')
    let känd = stammar.get(litet)
    if (känd === undefined) {
      känd = /^\d/.test(litet) ? litet.replace('.', ',') : tertialStam(litet)
      stammar.set(litet, känd)
    }
    return känd
  }

  const avsnitten = []
  const ordförråd = new Set()
  const index = new MiniSearch({
    idField: 'nr',
    fields: ['titel', 'rubrik', 'text'],
    tokenize: delaUpp,
    processTerm(ord) {
      const term = stam(ord)
      ordförråd.add(term)
      return term
    }
  })

  /** Lägger till en rapports avsnitt; `om` är vad förteckningen vet om rapporten. */
  function add({ rapport, avsnitt }, om) {
    for (const [ankare, rubrik, kapitel, text] of avsnitt) {
      const nr = avsnitten.length
      avsnitten.push({ rapport, ankare, rubrik, kapitel, text, om })
      index.add({ nr, titel: ankare === '' ? `${om.titel} ${om.enhet}` : '', rubrik, text })
    }
  }

  /** Utan prickar och ringar, för den som inte har dem på tangentbordet. */
  const vik = (ord) => ord.normalize('NFD').replace(/\p{M}/gu, '')

  /** Orden i förrådet som ett sökord kan mena: sin egen stam, ord som börjar så, sammansättningar. */
  function möjliga(ord) {
    const egen = stam(ord)
    const litet = ord.toLowerCase()
    const funna = new Set([egen])
    for (const term of ordförråd)
      if (term.startsWith(litet) || (egen.length > 3 && term.includes(egen))) funna.add(term)
    if (funna.size === 1 && !ordförråd.has(egen))
      for (const term of ordförråd) if (vik(term) === vik(egen)) funna.add(term)
    return { egen, funna }
  }

  /** Avsnitt som har alla orden, de bästa först. `passar` säger vilka rapporter som söks. */
  function sök(fråga, passar) {
    const ord = delaFråga(fråga)
    if (ord.length === 0) return []
    const grupper = ord.map(möjliga)
    const egna = new Set(grupper.map(({ egen }) => egen))
    const träffar = index.search(
      {
        combineWith: 'AND',
        queries: grupper.map(({ funna }) => ({ combineWith: 'OR', queries: [...funna] }))
      },
      {
        tokenize: (text) => [text],
        processTerm: (term) => term,
        boost: { titel: 3, rubrik: 4 },
        boostTerm: (term) => (egna.has(term) ? 5 : 1),
        filter: ({ id }) => passar(avsnitten[id].rapport)
      }
    )
    const alla = new Set(grupper.flatMap(({ funna }) => [...funna]))
    return träffar.map(({ id }) => ({ ...avsnitten[id], utdrag: utdrag(avsnitten[id].text, alla) }))
  }

  /** Texten runt den första träffen, delad i bitar; `träff` är orden som söktes. */
  function utdrag(text, termer) {
    const ställen = [...text.matchAll(ORD)].filter(({ 0: ord }) => termer.has(stam(ord)))
    const första = ställen[0]?.index ?? 0
    const från = första < 70 ? 0 : text.indexOf(' ', första - 60) + 1
    const slut = från + 220 >= text.length ? text.length : text.lastIndexOf(' ', från + 220)
    const bitar = []
    let här = från
    for (const { 0: ord, index: vid } of ställen) {
      if (vid < här || vid >= slut) continue
      if (vid > här) bitar.push({ text: text.slice(här, vid), träff: false })
      bitar.push({ text: ord, träff: true })
      här = vid + ord.length
    }
    bitar.push({ text: text.slice(här, slut), träff: false })
    if (från > 0) bitar.unshift({ text: '… ', träff: false })
    if (slut < text.length) bitar.push({ text: ' …', träff: false })
    return bitar.filter((bit) => bit.text !== '')
  }

  return { add, sök, stam }
})()
