import { textOf } from './tabledata.ts'

/** A numbered caption: what a list of tables or diagrams has a line for. */
export interface Bildtext {
  readonly slag: 'tabell' | 'diagram'
  /** "7", "A2" */
  readonly nr: string
  readonly text: string
  readonly ankare: string
}

const CAPTION =
  /<caption id="([^"]+)"[^>]*>([\s\S]*?)<\/caption>|<figure\b[^>]*\bid="([^"]+)"[^>]*>\s*<figcaption>([\s\S]*?)<\/figcaption>/g
const NUMBERED = /^\s*<b>(Tabell|Diagram) ([^<]+)\.<\/b>([\s\S]*)$/

/** The captions in a chapter's HTML, in order; the unit beside a caption isn't part of it. */
export function readCaptions(html: string): Bildtext[] {
  return [...html.matchAll(CAPTION)].flatMap((match) => {
    const [, inTable, table = '', inFigure, figure = ''] = match
    const [, word, nr = '', rest = ''] = NUMBERED.exec(inTable === undefined ? figure : table) ?? []
    if (word === undefined) return []
    return {
      slag: word === 'Tabell' ? 'tabell' : 'diagram',
      nr,
      text: textOf(rest.replace(/<span class="enhet">[\s\S]*?<\/span>/g, '')),
      ankare: inTable ?? inFigure ?? ''
    } as const
  })
}
