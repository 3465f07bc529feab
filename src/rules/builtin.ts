/** A check that is made where data are read or pages made, and so isn't a rule in the list. */
export interface Inbyggd {
  readonly why: string
  /** Its level can't be set and it can't be silenced: nothing right could be printed. */
  readonly fast: boolean
}

const STÄLLBARA: Readonly<Record<string, string>> = {
  'avsnitt-finns': 'Dokumenttypen kräver avsnittet; läsaren och lagen väntar sig att det finns.',
  'avsnitt-foljer-rapporten': 'En rapport är inte längre kommen än sina avsnitt.',
  'balanskrav-finns':
    'Utredningen om balanskravet ska finnas i årsredovisningen (11 kap. 10 § LKBR).',
  'citat-har-kalla': 'Ett citat utan källa går inte att kontrollera.',
  'data-finns': 'Dokumentet bygger på uppgifterna; utan dem blir avsnitten tomma.',
  'fil-pa-sin-plats': 'En fil som ligger på fel plats läses inte.',
  'fotnot-har-hanvisning': 'En fotnot som ingenting hänvisar till läses av ingen.',
  'fotnot-har-text': 'En notsiffra utan not lovar läsaren något som saknas.',
  'givet-lika-med-beraknat':
    'Ett angivet tal som inte går att räkna fram ur sina delar är antingen fel eller avrundat. Skiljer det mer än avrundningen kan förklara är det ett fel.',
  'ingangsvarde-finns': 'Utan ingångsvärde går det inte att se om målet är högt satt.',
  'malvarde-gar-att-tolka': 'Ett målvärde som inte går att tolka kan inte jämföras med utfallet.',
  'regel-finns': 'En inställning för en regel som inte finns gör ingenting.',
  'reservering-under-taket':
    'Till resultatreserven får bara en del av resultatet föras (11 kap. 14 § KL).',
  'rubrik-i-ordning':
    'En överhoppad rubriknivå gör att skärmläsare tror att något saknas (WCAG 1.3.1).',
  'samband-haller':
    'Balansräkning, kassaflöde och resultat hänger ihop; gör de inte det är något fel.',
  'tabell-har-rubrik': 'En tabell utan rubrik säger inte vad den visar.',
  'tema-kontrast': 'Text med för låg kontrast kan inte läsas av alla (WCAG 1.4.3).',
  'text-lases-hel': 'Det som står efter # i YAML är en kommentar och kommer inte med.',
  'tystning-behovs': 'En tystning som inget tystar döljer nästa fel på samma ställe.',
  'tystning-galler-en-regel': 'En tystning av en regel som inte finns tystar ingenting.',
  'tystning-har-skal': 'En tystning utan skäl säger inte den som läser sedan varför det fick stå.',
  'vagledning-ersatt': 'Mallens vägledning är till för den som skriver, inte för den som läser.',
  'varde-finns-i-tabell': 'En tom cell väcker frågan om något har fallit bort.',
  'webblasare-ar-den-fasta': 'En annan webbläsare kan ge en annan sidbrytning.'
}

const FASTA: Readonly<Record<string, string>> = {
  'bild-har-alternativtext': 'Den som inte ser bilden får inte veta vad den visar (WCAG 1.1.1).',
  'enhet-finns': 'Utan känd enhet går tal varken att jämföra eller skriva ut.',
  'faktum-har-kalla': 'Ett faktum är ett tal med källa; utan källa är det bara ett tal.',
  'id-ar-unikt': 'Två saker med samma id går inte att hänvisa till.',
  'nyckel-finns': 'En okänd nyckel är oftast felstavad, och då saknas uppgiften i rapporten.',
  'nyckel-saknas-inte': 'Utan nyckeln går posten inte att använda.',
  'referens-finns':
    'En hänvisning till en uppgift, en tabell eller ett diagram som inte finns kan inte skrivas ut.',
  'varde-finns': 'Ett tomt värde går inte att skriva ut.',
  'varde-finns-i-listan': 'Värdet måste vara ett av dem som programmet kan tolka.',
  'yaml-gar-att-lasa': 'En datafil som inte går att läsa ger inga siffror.'
}

const all = (whys: Readonly<Record<string, string>>, fast: boolean): [string, Inbyggd][] =>
  Object.entries(whys).map(([id, why]) => [id, { why, fast }])

/** Checks outside the list, so that they too can be explained, and most of them set and silenced. */
export const inbyggda: Readonly<Record<string, Inbyggd>> = Object.fromEntries([
  ...all(STÄLLBARA, false),
  ...all(FASTA, true)
])
