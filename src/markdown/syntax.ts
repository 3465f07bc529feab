import type { Literal } from 'unist'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type { Code, Construct, Extension, State, TokenizeContext } from 'micromark-util-types'
import type { Processor } from 'unified'

/** `{{…}}` in the tree. `value` has the length of its source, so that offsets in it are true. */
export interface VärdeNode extends Literal {
  type: 'värde'
  value: string
  /** Place among the file's values, set when they are collected. */
  nr: number
}

declare module 'mdast' {
  interface RootContentMap {
    värde: VärdeNode
  }
  interface PhrasingContentMap {
    värde: VärdeNode
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    värde: 'värde'
    värdeData: 'värdeData'
  }
}

const OPEN = 123
const CLOSE = 125

/** Contexts where a search for `}}` has come to the end in vain: later ones needn't search. */
const withoutEnd = new WeakSet<TokenizeContext>()

/**
 * A micromark construct: from `{{` to the first `}}` in the same paragraph, heading or cell nothing
 * is Markdown. `{{{` ends at `}}}`. Without an end the braces stay text.
 */
const construct: Construct = {
  name: 'värde',
  tokenize(effects, ok, nok) {
    if (withoutEnd.has(this)) return nok
    let opened = 0
    let closed = 0
    const open: State = (code) => {
      if (code === OPEN && opened < 3) {
        effects.consume(code)
        opened++
        return open
      }
      return opened < 2 ? nok(code) : inside(code)
    }
    const inside: State = (code) => {
      if (code === null) {
        withoutEnd.add(this)
        return nok(code)
      }
      if (isLineEnding(code)) {
        effects.exit('värdeData')
        effects.enter('lineEnding')
        effects.consume(code)
        effects.exit('lineEnding')
        closed = 0
        return lineStart
      }
      effects.consume(code)
      closed = code === CLOSE ? closed + 1 : 0
      return closed === 2 ? end : inside
    }
    // A token has its true start first when the next character is at hand.
    const lineStart: State = (code) => {
      effects.enter('värdeData')
      return inside(code)
    }
    const end: State = (code) => {
      // `{{{x}}}`: the third brace belongs to the value.
      if (opened === 3 && code === CLOSE) {
        effects.consume(code)
        opened = 2
        return end
      }
      effects.exit('värdeData')
      effects.exit('värde')
      return ok(code)
    }
    return (code) => {
      effects.enter('värde')
      effects.enter('värdeData')
      return open(code)
    }
  }
}

// micromark's codes: -5 CR, -4 LF, -3 CRLF.
function isLineEnding(code: Code): boolean {
  return code !== null && code < -2
}

const syntax: Extension = { text: { [OPEN]: construct } }

function fromMarkdown(): FromMarkdownExtension {
  let offset: number | undefined
  return {
    enter: {
      värde(token) {
        offset = undefined
        this.enter({ type: 'värde', value: '', nr: -1 }, token)
      }
    },
    exit: {
      värdeData(token) {
        const node = this.stack.at(-1) as VärdeNode
        // What lies between two lines (line break, quote marks, list indent) becomes white space.
        if (offset !== undefined) node.value += '\n' + ' '.repeat(token.start.offset - offset - 1)
        node.value += this.sliceSerialize(token)
        offset = token.end.offset
      },
      värde(token) {
        this.exit(token)
      }
    }
  }
}

/** unified plugin: adds `{{…}}` to the parser. */
export function valueSyntax(this: Processor): void {
  const data = this.data()
  ;(data.micromarkExtensions ??= []).push(syntax)
  ;(data.fromMarkdownExtensions ??= []).push(fromMarkdown())
}
