import type { Inbyggd, Inbyggda } from './inbyggd.ts'

/** A check of the printed PDF: none can be shown without printing. */
const tryckt = (why: string, fel: string, rätt: string, rest: Partial<Inbyggd> = {}): Inbyggd => ({
  severity: 'error',
  fast: true,
  why,
  good: [],
  bad: [],
  iOrd: { fel, rätt },
  ...rest
})

/** What is tried of the printed PDF by `tertial build`. */
export const utskriftskontroller: Inbyggda = {
  'inget-bredare-an-sidan': tryckt(
    'En tabell som är bredare än sidan krymper alla sidor.',
    'En tabell med femton kolumner på en stående sida.',
    'Tabellen står i :::liggande, eller har kortare rubriker.'
  ),
  'pdf-bild-beskriven': tryckt(
    'Den som inte ser bilden får inte veta vad den visar (PDF/UA-1, 7.3).',
    'En bild i en mall utan alternativtext.',
    'Bilden har en beskrivning: ![beskrivning](bild.png)'
  ),
  'pdf-celler-finns': tryckt(
    'En cell som försvinner gör att hjälpmedel läser värden under fel kolumn.',
    'En tom cell i en tabell i en mall.',
    'Ett tankstreck i cellen.'
  ),
  'pdf-foljer-standard': tryckt(
    'En pdf-fil för alla och för arkivet ska följa PDF/UA-1 och PDF/A.',
    'En mall som gör text till bild.',
    'Text är text, bilder har beskrivning och tabeller har huvuden.'
  ),
  'pdf-gar-att-skriva': tryckt(
    'En utskrift som avbröts är ingen rapport.',
    'Webbläsaren avslutades medan den skrev.',
    'Bygget körs igen, eller med en annan webbläsare.'
  ),
  'pdf-rubriknivaer-i-foljd': tryckt(
    'En överhoppad rubriknivå gör att skärmläsare tror att något saknas (PDF/UA-1, 7.4).',
    'h2 följs av h4 i en mall.',
    'h2 följs av h3.'
  ),
  'pdf-tabell-jamn': tryckt(
    'Rader med olika många kolumner läses upp under fel rubrik.',
    'En rad med colspan="2" för mycket i en mall.',
    'Alla rader har lika många kolumner.'
  ),
  'pdf-tal-finns': tryckt(
    'Ett tal som står i tal.json men inte på papper har fallit bort på vägen.',
    'En stilmall döljer talet vid utskrift.',
    'Talet syns både på sidan och i pdf-filen.'
  ),
  'pdf-tecken-finns': tryckt(
    'Ett tecken som typsnitten saknar blir en tom ruta, eller byter utseende från dator till dator.',
    'Ett emoji i texten.',
    'Ett ord i stället.'
  ),
  'pdf-text-ar-text': tryckt(
    'Text som blir bild kan varken läsas upp, sökas eller kopieras.',
    'filter: blur() i stilmallen för utskrift.',
    'Stilmallen för utskrift är utan filter och mask.'
  ),
  'pdf-text-en-gang': tryckt(
    'Text som står på varje sida läses upp på varje sida, mitt i det som läses.',
    'position: fixed på en rad i en mall.',
    'Raden står i sidhuvudet eller sidfoten, som hjälpmedel hoppar över.'
  ),
  'pdf-text-finns': tryckt(
    'Text som inte kommer med i pdf-filen läses inte upp av hjälpmedel.',
    'En stilmall lägger texten utanför sidan.',
    'Texten står i läsordningen.'
  ),
  'pdf-text-hel': tryckt(
    'Avskuren text går inte att läsa.',
    'Ett långt ord i en smal kolumn.',
    'Kolumnen är bredare, eller tabellen liggande.'
  ),
  'pdf-text-syns': tryckt(
    'Text som läses upp men inte syns ger olika läsare olika rapporter.',
    'Vit text på vitt i stilmallen för utskrift.',
    'Text och underlag har olika färg.'
  ),
  'verapdf-finns': tryckt(
    'Den som ber om kontroll med veraPDF ska inte tro att den gjordes när den inte kunde göras.',
    'tertial build --kontrollera-pdf på en dator utan Java.',
    'Java 17 och Maven är installerade.'
  ),
  'webblasare-ar-den-fasta': tryckt(
    'En annan webbläsare kan ge en annan sidbrytning.',
    'Chrome från datorn skriver ut.',
    'Den webbläsare som följer med Tertial skriver ut.',
    { severity: 'warning', fast: false }
  ),
  'webblasare-finns': tryckt(
    'Pdf-filen skrivs av en webbläsare. Utan den görs bara webbsidan.',
    'Ingen webbläsare finns på datorn.',
    'Chrome, Chromium eller Edge är installerad, eller PUPPETEER_EXECUTABLE_PATH säger var den finns.'
  )
}
