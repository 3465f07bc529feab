/** The package has no types of its own. */
declare module 'hyphen/sv/index.js' {
  const hyphen: {
    hyphenateSync(text: string, options: { hyphenChar: string; minWordLength: number }): string
  }
  export default hyphen
}
