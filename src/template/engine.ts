import Handlebars from 'handlebars'
import type { Diagnostics } from '../diagnostic.ts'
import type { Source, Span } from '../source.ts'
import { inspect, type Inspected } from './inspect.ts'
import { BLOCKS, FIELD_OR_HELPER, prepare } from './prepare.ts'
import { offsetOf, parseTemplate } from './syntax.ts'

/** The text between the `---` lines at the top of a document template, and where it starts. */
export interface FrontMatter {
  readonly text: string
  readonly offset: number
}

export interface Engine {
  has(name: string): boolean
  /**
   * The text of a template (`block/tabell`, `dokument/arsrapport`, `sida/index`) filled with a
   * view; undefined when the template or the view has faults, which are then in the diagnostics.
   * `data` is reached as `@name`.
   */
  render(name: string, view: object, data?: Readonly<Record<string, unknown>>): string | undefined
  /** A document template's source and front matter, or undefined where there is no such template. */
  dokument(
    slug: string
  ): { readonly source: Source; readonly frontMatter: FrontMatter | null } | undefined
  /** Slugs of the document templates, in order. */
  readonly dokumenttyper: readonly string[]
}

/** Any function can be a helper; Handlebars calls it with the arguments and then its options. */
export type Helper = (...args: never[]) => unknown

export interface EngineInput {
  /** Every `.hbs` under templates/; the path below templates/ without ending is its name. */
  readonly sources: readonly Source[]
  readonly helpers: Readonly<Record<string, Helper>>
}

export interface Template extends Inspected {
  readonly source: Source
  readonly frontMatter: FrontMatter | null
  readonly run: Handlebars.TemplateDelegate | null
}

/** Templates ready to be filled, by name; the faults in them are told. */
export interface Compiled {
  readonly templates: ReadonlyMap<string, Template>
  readonly helpers: ReadonlySet<string>
}

/** As `compileTemplates` and `openTemplates`, for what is used once. */
export function createEngine(input: EngineInput, diagnostics: Diagnostics): Engine {
  return openTemplates(compileTemplates(input, diagnostics), diagnostics)
}

/**
 * Compiles all templates, once. A template with faults is known but never printed. The Handlebars
 * instance is private: no prototypes, no raw output, no `log` and `lookup`, text always escaped.
 */
export function compileTemplates(
  { sources, helpers }: EngineInput,
  diagnostics: Diagnostics
): Compiled {
  const handlebars = Handlebars.create()
  for (const name of ['log', 'lookup']) handlebars.unregisterHelper(name)
  for (const [name, helper] of Object.entries(helpers))
    handlebars.registerHelper(name, helper as Handlebars.HelperDelegate)
  handlebars.registerHelper(FIELD_OR_HELPER, fieldOrHelper(helpers))

  const names = {
    helpers: new Set(Object.keys(helpers)),
    partials: new Set(sources.map((source) => nameOf(source.path)))
  }
  const knownHelpers = Object.fromEntries(
    [...BLOCKS, ...names.helpers, FIELD_OR_HELPER].map((name) => [name, true])
  ) as Record<string, true> as KnownHelpers

  const templates = new Map<string, Template>()
  for (const source of sources) {
    const template = load(source)
    templates.set(nameOf(source.path), template)
    if (template.run) handlebars.registerPartial(nameOf(source.path), template.run)
  }

  function load(source: Source): Template {
    const { frontMatter, start } = split(source.text)
    const text = source.text.slice(start)
    const parsed = parseTemplate(text)
    if ('fault' in parsed) {
      const { message, start: from, end } = parsed.fault
      diagnostics.add(message, { file: source.path, start: start + from, end: start + end })
      const program = { type: 'Program', body: [], blockParams: [] } as unknown as hbs.AST.Program
      return {
        source,
        frontMatter,
        program,
        spanOf: () => ({ file: source.path, start, end: start }),
        run: null
      }
    }
    const spanOf = (node: hbs.AST.Node): Span => ({
      file: source.path,
      start: start + offsetOf(parsed.source, node.loc.start),
      end: start + offsetOf(parsed.source, node.loc.end)
    })
    let sound = true
    prepare(parsed.program, names, spanOf, (message, span) => {
      sound = false
      diagnostics.add(message, span)
    })
    const run = sound
      ? handlebars.compile(parsed.program, { strict: true, knownHelpers, knownHelpersOnly: true })
      : null
    return { source, frontMatter, program: parsed.program, spanOf, run }
  }

  return { templates, helpers: names.helpers }
}

/** The templates with a place to tell what is wrong with the views they are given. */
export function openTemplates({ templates, helpers }: Compiled, diagnostics: Diagnostics): Engine {
  return {
    has: (name) => templates.has(name),
    dokumenttyper: [...templates.keys()]
      .filter((name) => name.startsWith('dokument/'))
      .map((name) => name.slice('dokument/'.length))
      .toSorted(),
    dokument(slug) {
      const template = templates.get(`dokument/${slug}`)
      return template && { source: template.source, frontMatter: template.frontMatter }
    },
    render(name, view, data = {}) {
      const template = templates.get(name)
      if (!template) throw new Error(`No such template: ${name}`)
      let sound = true
      inspect(name, view, data, {
        templates,
        helpers,
        report(message, span) {
          sound = false
          diagnostics.add(message, span)
        },
        uses(used) {
          if (!templates.get(used)?.run) sound = false
        }
      })
      return sound ? template.run?.(view, { data: { ...data, root: view } }) : undefined
    }
  }
}

/** `templates/block/tabell.hbs` is `block/tabell`, wherever templates/ lies. */
function nameOf(path: string): string {
  return path.replace(/^(?:.*\/)?templates\//, '').replace(/\.hbs$/, '')
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m

function split(text: string): { frontMatter: FrontMatter | null; start: number } {
  const match = FRONT_MATTER.exec(text)
  if (match?.index !== 0) return { frontMatter: null, start: 0 }
  const inner = match[1] ?? ''
  return {
    frontMatter: { text: inner, offset: match[0].indexOf('\n') + 1 },
    start: match[0].length
  }
}

/** `{{namn}}` is the view's field where it has one, else the helper. */
function fieldOrHelper(helpers: Readonly<Record<string, Helper>>) {
  return function (this: unknown, name: string, options: unknown): unknown {
    if (typeof this === 'object' && this !== null && Object.hasOwn(this, name))
      return (this as Record<string, unknown>)[name]
    return (helpers[name] as ((options: unknown) => unknown) | undefined)?.call(this, options)
  }
}
