import type { Context } from './context.ts'

/** Ids are what addresses and PDF bookmarks can carry unchanged. */
export function isId(text: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(text)
}

/**
 * Takes the wanted id when it is free, else with the first free number after it. One that is empty
 * or begins with a digit gets `fallback` in front.
 */
export function freeId(context: Context, wanted: string, fallback: string): string {
  const { ids } = context.options
  const base = /^[a-z]/.test(wanted) ? wanted : wanted === '' ? fallback : `${fallback}-${wanted}`
  let id = base
  for (let n = 2; ids.has(id); n++) id = `${base}-${n}`
  ids.add(id)
  return id
}

/** A name that no other region of the page has: the wanted one, or with the heading, or a number. */
export function uniqueLabel(context: Context, wanted: string): string {
  const { ids } = context.options
  const withHeading = context.heading === '' ? wanted : `${wanted}, ${context.heading}`
  let label = ids.has(`label:${wanted}`) ? withHeading : wanted
  for (let n = 2; ids.has(`label:${label}`); n++) label = `${withHeading}, ${n}`
  ids.add(`label:${label}`)
  return label
}
