/** Files as the pipeline sees them; paths are absolute or relative to the process' folder. */
export interface FileEffects {
  readFile(path: string): Promise<Uint8Array>
  readText(path: string): Promise<string>
  writeFile(path: string, data: string | Uint8Array): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** Removes a file or a folder with all in it; nothing happens where there is none. */
  remove(path: string): Promise<void>
  mkdir(path: string): Promise<void>
  /** The entries of a folder in name order; empty where there is no such folder. */
  list(path: string): Promise<readonly { readonly name: string; readonly isDirectory: boolean }[]>
  exists(path: string): Promise<boolean>
  /** Path with symbolic links resolved, to see that nothing leads out of the project. */
  realPath(path: string): Promise<string>
}

/** The outside world as one interface: files, environment, the repository, the terminal. */
export interface Effects {
  readonly files: FileEffects
  readonly env: Readonly<Record<string, string | undefined>>
  /** Commit of the sources, or null outside a repository. */
  commit(root: string): Promise<string | null>
  /** A line of progress, shown where the user can see it. */
  progress(text: string): void
}
