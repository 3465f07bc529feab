import type { Message } from '../diagnostic.ts'
import { fel } from '../messages.ts'
import { formatLista } from '../text/swedish.ts'

/** What the preview says, in the terminal and on the page. */

export function oväntat(error: unknown): Message {
  return fel(
    'forhandsvisning-gar-att-gora',
    `Sidan kunde inte göras: ${error instanceof Error ? error.message : String(error)}`,
    'Spara filen en gång till. Står felet kvar: avsluta förhandsvisningen och starta den igen.'
  )
}

export const okändEditor = (text: string, kända: readonly string[]): string =>
  `Okänd editor "${text}". Välj ${formatLista(kända, 'eller')}, eller skriv ett eget mönster med {path} och {line}: --editor "mineditor://open?file={path}&line={line}"`

export const okändPort = (text: string): string =>
  `Ogiltig port "${text}". Ange ett tal mellan 1 och 65535, eller utelämna --port så väljs en ledig.`

export const upptagenPort = (port: number): string =>
  `Port ${port} är upptagen, troligen av en annan förhandsvisning. Ange en annan, eller utelämna --port så väljs en ledig.`

export const nekadPort = (port: number): string =>
  `Port ${port} får inte användas på den här datorn. Ange en annan, eller utelämna --port så väljs en ledig.`

export const ingetProjekt = (root: string): string =>
  `I ${root} finns inga rapporter än. De visas här så snart det finns en rapport.yaml i content/<organisation>/<enhet>/<rapport>/.`

export const visas = (adress: string): string =>
  `Förhandsvisningen finns på ${adress}\nSidan följer med när du sparar. Avsluta med Ctrl+C.`

export const ingenÖppnare = (adress: string): string =>
  `Webbläsaren kunde inte öppnas härifrån. Öppna ${adress} själv.`
