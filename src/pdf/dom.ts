/**
 * The parts of the browser's DOM that the page's functions use. Named here, since the rest of the
 * program has no DOM and shall not seem to.
 */
export interface DomStyle {
  readonly display: string
  readonly position: string
  readonly float: string
  readonly overflowX: string
  readonly whiteSpaceCollapse: string
  readonly page: string
  readonly content: string
  getPropertyValue(name: string): string
  setProperty(name: string, value: string, priority?: string): void
}
/** A node; `data` is there on text alone. */
export interface DomNode {
  readonly nodeType: number
  readonly childNodes: Iterable<DomNode>
  readonly parentElement: DomElement | null
  readonly nextSibling: DomNode | null
  textContent: string
  data: string
}
export interface DomElement extends DomNode {
  readonly tagName: string
  readonly id: string
  readonly style: DomStyle
  readonly scrollWidth: number
  readonly clientWidth: number
  readonly children: Iterable<DomElement>
  readonly namespaceURI: string
  matches(selector: string): boolean
  closest(selector: string): DomElement | null
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  hasAttribute(name: string): boolean
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
  append(...nodes: (DomNode | string)[]): void
  remove(): void
  getBoundingClientRect(): { readonly right: number; readonly width: number; readonly left: number }
}
export interface DomImage extends DomElement {
  readonly naturalWidth: number
  readonly src: string
  decode(): Promise<void>
}
export interface CssRule {
  readonly cssRules?: Iterable<CssRule>
  readonly selectorText?: string
  readonly style?: DomStyle
  readonly conditionText?: string
}
export interface DomDocument {
  title: string
  readonly body: DomElement
  readonly head: DomElement
  readonly documentElement: DomElement
  readonly fonts: Iterable<{ family: string; weight: string; style: string; status: string }> & {
    readonly ready: Promise<unknown>
  }
  readonly images: Iterable<DomImage>
  readonly styleSheets: Iterable<CssRule>
  createElement(name: string): DomElement
  getElementById(id: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}
