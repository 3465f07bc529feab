/** What completing needs to know of the program and the project. */
export interface Känt {
  /** Each command's options, and whether each takes a value. */
  readonly kommandon: Readonly<Record<string, Readonly<Record<string, boolean>>>>
  /** Reports' ids. */
  rapporter(): Promise<readonly string[]>
  enheter(): Promise<readonly string[]>
  dokumenttyper(): Promise<readonly string[]>
  regler(): Promise<readonly string[]>
}

/** Values of options that are one of a few words. */
const VÄRDEN: Readonly<Record<string, readonly string[]>> = {
  '--format': ['html', 'pdf', 'html,pdf'],
  '--annotera': ['github', 'gitlab', 'azure']
}

export const SKAL = ['bash', 'zsh', 'fish', 'powershell'] as const
export type Skal = (typeof SKAL)[number]

/**
 * What can stand last on the line: the words after `tertial`, of which the last is being typed and may
 * be empty. Nothing where the shell's own file names do better.
 */
export async function complete(words: readonly string[], känt: Känt): Promise<readonly string[]> {
  const typed = words.at(-1) ?? ''
  const before = words.slice(0, -1)
  const command = before.find((word) => !word.startsWith('-'))
  const fits = (all: readonly string[]) => all.filter((word) => word.startsWith(typed)).toSorted()
  if (command === undefined) return fits([...Object.keys(känt.kommandon), '--help', '--version'])
  const options = känt.kommandon[command]
  if (!options) return []
  const last = before.at(-1) ?? ''
  if (last.startsWith('--') && options[last.slice(2)]) {
    if (last === '--enhet') return fits(await känt.enheter())
    return fits(VÄRDEN[last] ?? [])
  }
  if (typed.startsWith('-'))
    return fits([...Object.keys(options).map((name) => `--${name}`), '--help'])
  switch (command) {
    case 'explain':
      return fits(await känt.regler())
    case 'new':
      return before.filter((word) => !word.startsWith('-')).length === 1
        ? fits(await känt.dokumenttyper())
        : []
    case 'completion':
      return fits(SKAL)
    case 'init':
    case 'schema':
      return []
  }
  return anyPart(typed, await känt.rapporter())
}

/** Reports by any part of their path, since any part that fits one alone will do on the line. */
function anyPart(typed: string, rapporter: readonly string[]): readonly string[] {
  const first = rapporter.filter((id) => id.startsWith(typed))
  return (first.length > 0 ? first : rapporter.filter((id) => id.includes(typed))).toSorted()
}

/** What a shell runs at its start to complete `tertial` and `npx tertial`. */
export function completionScript(skal: Skal): string {
  return SCRIPTS[skal]
}

/** The project's own program where there is one, so that no other version answers. */
const SCRIPTS: Readonly<Record<Skal, string>> = {
  bash: `# Komplettering av tertial för bash. Lägg i ~/.bashrc: source <(npx tertial completion bash)
_tertial() {
  local program=tertial first=1
  [ -x ./node_modules/.bin/tertial ] && program=./node_modules/.bin/tertial
  if [ "\${COMP_WORDS[0]}" = npx ]; then
    [ "\${COMP_WORDS[1]}" = tertial ] && [ "$COMP_CWORD" -gt 1 ] || return
    first=2
  fi
  local IFS=$'\\n'
  COMPREPLY=($("$program" completion --ord -- "\${COMP_WORDS[@]:$first:$COMP_CWORD-$first+1}" 2>/dev/null))
  COMPREPLY=("\${COMPREPLY[@]// /\\\\ }")
}
complete -o default -F _tertial tertial npx
`,
  zsh: `# Komplettering av tertial för zsh. Lägg i ~/.zshrc: source <(npx tertial completion zsh)
_tertial() {
  local program=tertial first=2
  [ -x ./node_modules/.bin/tertial ] && program=./node_modules/.bin/tertial
  if [ "$words[1]" = npx ]; then
    [ "$words[2]" = tertial ] && [ "$CURRENT" -gt 2 ] || return
    first=3
  fi
  local -a found
  found=("\${(@f)$("$program" completion --ord -- "\${(@)words[$first,$CURRENT]}" 2>/dev/null)}")
  [ -n "\${found[1]}" ] && compadd -U -a found || _files
}
compdef _tertial tertial npx
`,
  fish: `# Komplettering av tertial för fish. Lägg i ~/.config/fish/config.fish: npx tertial completion fish | source
function __tertial
  set -l program tertial
  test -x ./node_modules/.bin/tertial; and set program ./node_modules/.bin/tertial
  set -l words (commandline -opc) (commandline -ct)
  test "$words[1]" = npx; and set -e words[1]
  test "$words[1]" = tertial; or return
  set -e words[1]
  $program completion --ord -- $words 2>/dev/null
end
complete -c tertial -f -a '(__tertial)'
complete -c npx -n 'test (count (commandline -opc)) -gt 1; and test (commandline -opc)[2] = tertial' -f -a '(__tertial)'
`,
  powershell: `# Komplettering av tertial för PowerShell. Lägg i $PROFILE: npx tertial completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName tertial, npx -ScriptBlock {
  param($typed, $line, $position)
  $words = @($line.CommandElements | ForEach-Object { $_.ToString() })
  if ($words[0] -eq 'npx') { $words = @($words | Select-Object -Skip 1) }
  if ($words[0] -ne 'tertial') { return }
  $words = @($words | Select-Object -Skip 1)
  if ($typed -eq '') { $words += '""' }
  $program = if (Test-Path ./node_modules/.bin/tertial.cmd) { './node_modules/.bin/tertial.cmd' } else { 'tertial' }
  & $program completion --ord '--' @words 2>$null | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`
}
