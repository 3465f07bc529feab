import type { Message } from '../diagnostic.ts'

const error = (rule: string, text: string, hint: string): Message => ({
  rule,
  severity: 'error',
  text,
  hint
})

const meant = (nearest: string | undefined, fallback: string): string =>
  nearest ? `Menade du "${nearest}"?` : fallback

/** At most eight names, so that a hint stays one line. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(', ')
  return names.length > 8 ? `${shown} …` : shown
}

export function blockNotClosed(name: string): Message {
  return error(
    'mall-syntax',
    `Blocket {{#${name}}} stängs aldrig.`,
    `Skriv {{/${name}}} där det tar slut.`
  )
}

export function blockClosedByOther(name: string, closing: string): Message {
  return error(
    'mall-syntax',
    `Blocket {{#${name}}} stängs med {{/${closing}}}.`,
    `Skriv {{/${name}}} här, eller stäng blocken i omvänd ordning.`
  )
}

export function nothingToClose(name: string): Message {
  return error(
    'mall-syntax',
    `{{/${name}}} stänger inget öppet block.`,
    `Ta bort det, eller öppna med {{#${name} …}}.`
  )
}

export function elseOutside(): Message {
  return error(
    'mall-syntax',
    '{{else}} står utanför ett block.',
    'Det hör hemma mellan {{#if …}} och {{/if}}.'
  )
}

export function notClosed(): Message {
  return error('mall-syntax', 'Uttrycket stängs aldrig, väntade }}.', 'Skriv }} där det tar slut.')
}

export function quoteNotClosed(): Message {
  return error(
    'mall-syntax',
    'Citattecknet stängs aldrig.',
    'Skriv ett rakt citattecken (") till efter texten.'
  )
}

export function curlyQuotes(): Message {
  return error(
    'mall-syntax',
    'Typografiska citattecken går inte att använda i ett uttryck.',
    'Skriv raka citattecken (") runt texten.'
  )
}

export function decimalComma(number: string): Message {
  return error(
    'mall-syntax',
    `Talet ${number} kan inte ha decimalkomma i ett uttryck.`,
    `Skriv "${number}" inom citattecken, eller ${number.replace(',', '.')} med punkt.`
  )
}

export function unexpected(char: string): Message {
  return error(
    'mall-syntax',
    `Oväntat tecken "${char}" i uttrycket.`,
    'Ett uttryck skrivs {{namn "värde" val="värde"}}.'
  )
}

export function incomplete(): Message {
  return error(
    'mall-syntax',
    'Uttrycket är ofullständigt, väntade ett namn eller ett värde.',
    'Ett uttryck skrivs {{namn "värde" val="värde"}}.'
  )
}

export function broken(): Message {
  return error(
    'mall-syntax',
    'Uttrycket går inte att läsa.',
    'Ett uttryck skrivs {{namn "värde" val="värde"}}. Text står alltid inom citattecken.'
  )
}

export function unknownHelper(name: string, nearest: string | undefined): Message {
  return error(
    'mall-hjalpare-finns',
    `Okänd hjälpare "${name}", väntade en som finns.`,
    meant(nearest, 'Hjälparna står i handboken.')
  )
}

export function fieldAsBlock(name: string): Message {
  return error(
    'mall-hjalpare-finns',
    `{{#${name}}} är inget block.`,
    `Skriv {{#if ${name}}}, {{#each ${name}}} eller {{#with ${name}}}.`
  )
}

export function unknownPartial(name: string, nearest: string | undefined): Message {
  return error(
    'mall-del-finns',
    `Okänd mall "${name}", väntade en som finns under templates/.`,
    meant(nearest, 'Skriv namnet på en fil under templates/, utan .hbs: block/tabell')
  )
}

export function endlessPartial(name: string): Message {
  return error(
    'mall-del-finns',
    `Mallen "${name}" tar in sig själv utan slut.`,
    'Låt den ta in sig själv bara för underordnade värden.'
  )
}

export function unknownPath(
  path: string,
  name: string,
  nearest: string | undefined,
  known: readonly string[]
): Message {
  const where = path === name ? '' : ` i "${path}"`
  return error(
    'mall-sokvag-finns',
    `Okänt fält "${name}"${where}, väntade ett som finns.`,
    meant(nearest, known.length ? `Här finns: ${listed(known)}.` : 'Här finns inga fält.')
  )
}

export function nothingThere(path: string): Message {
  return error(
    'mall-varde-finns',
    `Värdet "${path}" är tomt här och skulle ge en lucka på sidan.`,
    `Skriv {{#if ${path}}} … {{/if}} runt det.`
  )
}

export function notPrintable(path: string, what: 'lista' | 'objekt'): Message {
  return error(
    'mall-varde-finns',
    `"${path}" är ${what === 'lista' ? 'en lista' : 'flera fält'} och kan inte skrivas ut som text.`,
    what === 'lista'
      ? `Skriv {{#each ${path}}} … {{/each}}.`
      : `Skriv ett av fälten: {{${path}.…}}.`
  )
}

export function noWayUp(path: string): Message {
  return error('mall-sokvag-finns', `"${path}" går utanför mallen.`, 'Ta bort ett "../".')
}

export function missingArgument(name: string): Message {
  return error(
    'mall-argument',
    `{{#${name}}} saknar argument, väntade ett.`,
    `Skriv {{#${name} fält}}.`
  )
}

export function tooManyArguments(name: string): Message {
  return error(
    'mall-argument',
    `{{#${name}}} har fler argument än ett.`,
    'Ta bort det som är för mycket.'
  )
}

export function notRaw(): Message {
  return error(
    'mall-skyddar-text',
    'Tre klamrar skulle skriva ut text oskyddad.',
    'Skriv två: {{…}}. Färdig HTML från programmet släpps igenom ändå.'
  )
}

export function noDecorators(): Message {
  return error(
    'mall-syntax',
    'Dekoratörer ({{*…}}) används inte här.',
    'Lägg delen i en egen fil under templates/block/.'
  )
}

export function noDynamicPartial(): Message {
  return error('mall-syntax', 'En mall måste nämnas vid namn.', 'Skriv {{> block/namn}}.')
}

export function blockInText(name: string): Message {
  return error(
    'uttryck-enkelt',
    `Block ({{#${name}}}) går inte att använda i text.`,
    'I text används enkla uttryck, till exempel {{tal "id.utfall"}}. Villkor hör hemma i en mall.'
  )
}

export function partialInText(): Message {
  return error(
    'uttryck-enkelt',
    'En mall ({{> …}}) går inte att ta in i text.',
    'Använd ett block som {{tabell "id"}}.'
  )
}

export function rawInText(): Message {
  return error(
    'uttryck-enkelt',
    'Tre klamrar ({{{…}}}) går inte att använda i text.',
    'Skriv två: {{…}}.'
  )
}

export function valueAlone(): Message {
  return error(
    'uttryck-enkelt',
    'Uttrycket är bara ett värde, väntade en hjälpare.',
    'Skriv till exempel {{tal "id.utfall"}}.'
  )
}

export function emptyValue(word: string): Message {
  return error('uttryck-enkelt', `"${word}" är inget värde här.`, 'Ta bort det.')
}
