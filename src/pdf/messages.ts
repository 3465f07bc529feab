import type { Message } from '../diagnostic.ts'
import type { Finding } from './audit.ts'
import { plainText } from './place.ts'

/** What a finding means to the writer, and what to do about it. */
export function osundPdf({ rule, what }: Finding): Message {
  const text = plainText(what)
  const quoted = text === '' ? '' : ` "${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`
  const { rule: name, text: sentence, hint } = WORDS[rule]
  return { rule: name, severity: 'error', text: sentence.replace(' %', quoted), hint }
}

const WORDS: Readonly<Record<Finding['rule'], { rule: string; text: string; hint: string }>> = {
  'lost-text': {
    rule: 'pdf-text-finns',
    text: 'Texten % finns på sidan men inte hel i PDF:ens läsordning.',
    hint: 'Den kan vara dold av stilmallen, stå i fel ordning eller ha förlorat ett mellanslag vid ett radslut. Se över elementet i mallen.'
  },
  'lost-figure': {
    rule: 'pdf-tal-finns',
    text: 'Talet % ska enligt tal.json stå i PDF:en men finns inte där.',
    hint: 'Se över mallen som skriver talet, eller diagrammet om det står i ett sådant.'
  },
  'cut-text': {
    rule: 'pdf-text-hel',
    text: 'Texten % är avskuren i PDF:en.',
    hint: 'Ge kolumnen eller rutan mer plats, eller lägg tabellen på en liggande sida.'
  },
  'hidden-text': {
    rule: 'pdf-text-syns',
    text: 'Texten % står i PDF:en men syns inte på sidan.',
    hint: 'Den har samma färg som underlaget, är för liten eller ligger under något annat. Se över stilmallen för utskrift.'
  },
  'unknown-sign': {
    rule: 'pdf-tecken-finns',
    text: 'Ett tecken efter % finns inte i något av rapportens typsnitt.',
    hint: 'Skriv om med andra tecken; emoji och tecken ur andra skriftsystem går inte att skriva ut.'
  },
  'borrowed-sign': {
    rule: 'pdf-tecken-finns',
    text: 'Tecknen % finns inte i rapportens typsnitt; webbläsaren tog dem ur ett annat.',
    hint: 'Skriv om med andra tecken, eller välj ett typsnitt som har dem.'
  },
  'skipped-heading': {
    rule: 'pdf-rubriknivaer-i-foljd',
    text: 'Rubriken % hoppar över en rubriknivå.',
    hint: 'Använd nästa nivå under rubriken ovanför: ## följs av ###.'
  },
  'irregular-table': {
    rule: 'pdf-tabell-jamn',
    text: 'Tabellen % har inte lika många kolumner på alla rader.',
    hint: 'Se över colspan och rowspan, och att ingen cell saknas.'
  },
  'lost-cells': {
    rule: 'pdf-celler-finns',
    text: 'Tabellen % har celler som inte kom med i PDF:en.',
    hint: 'Skriv ett tankstreck i celler som annars är tomma.'
  },
  'missing-alternative': {
    rule: 'pdf-bild-beskriven',
    text: 'En bild % saknar beskrivning för den som inte ser den.',
    hint: 'Skriv vad bilden visar: ![beskrivning](bild.png).'
  },
  'drawn-text': {
    rule: 'pdf-text-ar-text',
    text: 'Effekten % gör text till bild i PDF:en, eller skriver den två gånger.',
    hint: 'Ta bort filter, mask och text-shadow ur stilmallen för utskrift och ur bilder.'
  },
  'repeated-text': {
    rule: 'pdf-text-en-gang',
    text: 'Texten % står på varje sida och läses upp lika många gånger.',
    hint: 'Använd sidhuvudet eller sidfoten (@page) i stället för position: fixed.'
  }
}
