import type { Effects } from './effects.ts'
import type { Made } from './pipeline.ts'
import { attachmentsOf, readInputs } from './pdf/inputs.ts'
import type { PrintDocument } from './pdf/print-page.ts'
import type { Rapportmapp } from './stages/1-discover.ts'
import type { PrintOutcome } from './stages/8-pdf.ts'
import { fontFiles, type FontFile } from './template/fonts.ts'

/** A figure in `tal.json`, as far as printing looks at it. */
interface Talpost {
  readonly nr: number
  readonly text: string
  readonly plats: { readonly diagram?: string }
  readonly finnsI: readonly string[]
}

/** What is needed to print a report that has been made. */
export async function describePrint(
  root: string,
  made: Made,
  fonts: FontReader,
  effects: Effects,
  version: string
): Promise<PrintDocument> {
  const { finished, rapport, mapp } = made
  if (!finished || !rapport) throw new Error(`${mapp.id} is not made`)
  const uris = new Map(
    await Promise.all(
      finished.fonts.map(
        async (file) =>
          [
            file.file,
            `data:font/woff2;base64,${Buffer.from(await fonts(file)).toString('base64')}`
          ] as const
      )
    )
  )
  const { tal } = JSON.parse(finished.files.get('tal.json') ?? '{"tal":[]}') as {
    tal: readonly Talpost[]
  }
  const inputs = await readInputs(root, mapp, tal, effects.files)
  return {
    id: mapp.id,
    // Where the last print's page numbers still hold, which is checked, one print is enough.
    pageGuess: parseGuess(await effects.cache?.get(guessKey(mapp))),
    title: rapport.titel,
    date: dateOf(made, effects),
    about: {
      organisation: made.organisation?.namn ?? mapp.organisation,
      enhet: made.enhet ?? mapp.enhet,
      diarienummer: rapport.diarienummer,
      period: rapport.period,
      status: rapport.status,
      program: `Tertial ${version}`,
      underlag: inputs
    },
    attachments: attachmentsOf(inputs, finished.files),
    placed: tal
      .filter(({ finnsI }) => finnsI.includes('pdf'))
      .map(({ nr, text, plats }) => ({ nr, text, diagram: plats.diagram })),
    html: await finished.print((file) => uris.get(file.file) ?? '')
  }
}

const guessKey = ({ id }: Rapportmapp): string => `sidor-${id.replaceAll('/', '.')}`

/** Keeps on which pages the anchors came, for the next print to guess from. */
export async function keepGuess(
  mapp: Rapportmapp,
  outcome: PrintOutcome,
  effects: Effects
): Promise<void> {
  if ('bytes' in outcome) await effects.cache?.set(guessKey(mapp), JSON.stringify(outcome.anchors))
}

/** Page of each anchor as it was kept; undefined when it was not, or not whole. */
function parseGuess(json: string | undefined): Readonly<Record<string, number>> | undefined {
  try {
    return json === undefined ? undefined : (JSON.parse(json) as Record<string, number>)
  } catch {
    return undefined
  }
}

/** The report's own date; else that of SOURCE_DATE_EPOCH; else the year's last day, never today. */
function dateOf({ rapport }: Made, effects: Effects): string {
  const epoch = Number(effects.env['SOURCE_DATE_EPOCH'])
  if (rapport?.datum) return rapport.datum
  if (effects.env['SOURCE_DATE_EPOCH'] && Number.isFinite(epoch))
    return new Date(epoch * 1000).toISOString().slice(0, 10)
  return `${rapport?.period.slice(0, 4) ?? '2000'}-12-31`
}

export type FontReader = (file: FontFile) => Promise<Uint8Array>

/** Font files by where they lie: in an npm package or with the theme. Each is read once. */
export function fontReader(root: string, effects: Effects): FontReader {
  const read = new Map<string, Promise<Uint8Array>>()
  return (file) => {
    const known = read.get(file.file)
    if (known) return known
    const path =
      'package' in file.from
        ? effects.packageFile(`${file.from.package}/${file.from.path}`)
        : `${root}/${file.from.path}`
    const bytes = effects.files.readFile(path)
    read.set(file.file, bytes)
    return bytes
  }
}

export async function sharedFonts(
  fonts: FontReader,
  made: readonly Made[]
): Promise<Map<string, Uint8Array>> {
  return new Map(
    await Promise.all(
      [...fontFiles, ...made.flatMap(({ typsnitt }) => typsnitt)].map(
        async (file) => [`typsnitt/${file.file}`, await fonts(file)] as const
      )
    )
  )
}
