/** A check that is made where data are read or pages made, and so isn't a rule in the list. */
export interface Inbyggd {
  readonly why: string
  /** Its level can't be set and it can't be silenced: nothing right could be printed. */
  readonly fast: boolean
}

const fast = (why: string): Inbyggd => ({ why, fast: true })
const ställbar = (why: string): Inbyggd => ({ why, fast: false })

/** Checks outside the list, so that they too can be explained. */
export const inbyggda: Readonly<Record<string, Inbyggd>> = {
  'referens-finns': fast(
    'En hänvisning till en uppgift, en tabell eller ett diagram som inte finns kan inte skrivas ut.'
  ),
  'yaml-gar-att-lasa': fast('En datafil som inte går att läsa ger inga siffror.'),
  'nyckel-finns': fast('En okänd nyckel är oftast felstavad, och då saknas uppgiften i rapporten.'),
  'nyckel-saknas-inte': fast('Utan nyckeln går posten inte att använda.'),
  'varde-finns': fast('Ett tomt värde går inte att skriva ut.'),
  'varde-finns-i-listan': fast('Värdet måste vara ett av dem som programmet kan tolka.'),
  'enhet-finns': fast('Utan känd enhet går tal varken att jämföra eller skriva ut.'),
  'givet-lika-med-beraknat': ställbar(
    'Ett angivet tal som inte går att räkna fram ur sina delar är antingen fel eller avrundat. Skiljer det mer än avrundningen kan förklara är det ett fel.'
  ),
  'tystning-har-skal': ställbar(
    'En tystning utan skäl säger inte den som läser sedan varför det fick stå.'
  ),
  'tystning-galler-en-regel': ställbar('En tystning av en regel som inte finns tystar ingenting.'),
  'tystning-behovs': ställbar('En tystning som inget tystar döljer nästa fel på samma ställe.'),
  'regel-finns': ställbar('En inställning för en regel som inte finns gör ingenting.')
}
