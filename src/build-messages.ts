import type { Message } from './diagnostic.ts'
import { fel, menade, varning } from './messages.ts'
import { formatLista } from './text/swedish.ts'

/** What is said about which reports there are, and about printing them. */

export function ingaRapporter(): Message {
  return fel(
    'rapport-finns',
    'Inga rapporter hittades under content/.',
    'En rapport är en mapp content/<organisation>/<enhet>/<period>-<dokumenttyp>/ med rapport.yaml.'
  )
}

export function okändRapport(namn: string, kända: readonly string[]): Message {
  return fel(
    'rapport-finns',
    `Ingen rapport passar "${namn}".`,
    menade(namn, kända, `Rapporter som finns: ${formatLista(kända)}.`)
  )
}

export function flertydigRapport(namn: string, träffar: readonly string[]): Message {
  return fel(
    'rapport-finns',
    `"${namn}" passar flera rapporter.`,
    `Skriv mer av namnet: ${formatLista(träffar, 'eller')}.`
  )
}

export function okändDokumenttyp(typ: string, kända: readonly string[]): Message {
  return fel(
    'dokumenttyp-finns',
    `Okänd dokumenttyp "${typ}".`,
    menade(typ, kända, 'Dokumenttyper är mallarna i templates/dokument.')
  )
}

export function mappnamn(mapp: string, väntat: string): Message {
  return fel(
    'mapp-heter-som-rapporten',
    `Mappen heter "${mapp}" men rapporten gäller ${väntat}.`,
    `Döp om mappen till ${väntat}, eller rätta period och dokumenttyp i rapport.yaml.`
  )
}

export function ingenWebbläsare(prövade: readonly string[]): Message {
  return fel(
    'webblasare-finns',
    'Ingen webbläsare hittades, så PDF kan inte skapas. HTML är byggt.',
    `Installera Chrome, Chromium eller Edge, eller ange sökvägen i PUPPETEER_EXECUTABLE_PATH.${prövade.length ? ` Prövade: ${formatLista(prövade)}.` : ''}`
  )
}

export function annanWebbläsare(vilken: string): Message {
  return varning(
    'webblasare-ar-den-fasta',
    `PDF skrivs med ${vilken}, inte med den fasta webbläsaren.`,
    'Samma bytes som i andra byggen utlovas bara med den fasta webbläsaren.'
  )
}

export function utskriftsfel(orsak: string): Message {
  return fel(
    'pdf-gar-att-skriva',
    `PDF kunde inte skrivas: ${orsak}.`,
    'HTML är byggt. Kör bygget igen; består felet, pröva en annan webbläsare med PUPPETEER_EXECUTABLE_PATH.'
  )
}

export function bredarÄnSidan(vad: string): Message {
  return fel(
    'inget-bredare-an-sidan',
    `${vad} är bredare än sidan i PDF och skulle krympa alla sidor.`,
    'Lägg tabellen i :::liggande, eller korta rubriker och texter i den.'
  )
}
