import type { JSONContent } from '@tiptap/core'

/** One node of the parsed Markdown, with offsets into the source. */
export type Syntax = { name: string; from: number; to: number; children: Syntax[] }

/** A mark as it stands in a document's JSON. */
export type MarkJson = { type: string; attrs?: Record<string, unknown> }

/** An HTML start tag, in a paragraph or on lines of its own: names in lower case, entities decoded. */
export type Tag = { name: string; attributes: Readonly<Record<string, string>> }

/** An element of HTML that was written between Markdown, with what it holds already read as far as it is Markdown. */
export type Element = { kind: 'element'; tag: Tag; children: Html[]; open: string; close: string; at: number }
export type Html =
  | Element
  | { kind: 'text'; text: string }
  | { kind: 'comment'; text: string }
  /** An element that is never read, such as a script, as its source. */
  | { kind: 'raw'; text: string }
  | { kind: 'blocks'; blocks: JSONContent[] }

/** What the reading of a document found worth telling its author; nothing that is told here stops the reading. */
export type Notice = {
  code: 'unsafeLink' | 'rawHtml' | 'droppedTag' | 'frontMatter' | 'nesting' | 'longBlock'
  message: string
  /** Offset into the source. */
  at: number
}

/** A link or image as written: where it goes, and which part of it is the text. */
export type LinkParts = { href: string; title: string | null; textFrom: number; textTo: number }

export type Reader = {
  /** The source between two offsets without the markers of quotes and lists around it. */
  source(from: number, to: number, syntax?: Syntax): string
  /** How many characters stand before this one on its line. */
  column(at: number): number
  /** The blocks inside a container such as a quote or a list item. */
  blocks(parent: Syntax): JSONContent[]
  /** The text inside a leaf such as a paragraph; surrounding white space is not part of it. */
  inline(parent: Syntax, from?: number, to?: number): JSONContent[]
  /** What an HTML element holds, as blocks or as text. */
  htmlBlocks(children: readonly Html[]): JSONContent[]
  htmlInline(children: readonly Html[]): JSONContent[]
  /** The bare text of HTML, entities resolved. */
  htmlText(children: readonly Html[]): string
  /** The parts of a link or image, or null for brackets that are neither. */
  link(syntax: Syntax): LinkParts | null
  /** The target and title a reference link's label stands for. */
  reference(label: string): { href: string; title: string | null } | undefined
  hasFootnote(label: string): boolean
  /** A target that is safe to follow, or null with a notice. */
  target(href: string, at: number): string | null
  notice(code: Notice['code'], message: string, at: number): void
}

/** Where text goes: it may span lines in a paragraph, must stay on one in a heading or a table cell, and is HTML in a summary. */
export type Place = 'lines' | 'line' | 'cell' | 'html'

export type Printer = {
  blocks(nodes: readonly JSONContent[] | undefined): string
  inline(nodes: readonly JSONContent[] | undefined, place: Place): string
}

/** How a block is read from Markdown and HTML and printed as Markdown. */
export type BlockRule = {
  syntax?: readonly string[]
  read?(syntax: Syntax, reader: Reader): JSONContent[]
  tags?: readonly string[]
  readHtml?(element: Element, reader: Reader): JSONContent[]
  /** `run` counts the blocks of the same family directly before this one: lists in a row must not look alike. */
  print(node: JSONContent, printer: Printer, run: number): string
  /** Blocks of one family would be read as one if printed alike. */
  family?: string
}

/** How an inline node is read and printed. Marks around it are the caller's. */
export type InlineRule = {
  syntax?: readonly string[]
  read?(syntax: Syntax, reader: Reader): JSONContent[] | null
  tags?: readonly string[]
  readTag?(tag: Tag, reader: Reader, at: number): JSONContent[]
  /** `strict` asks for the form that is read back whatever stands around it. */
  print(node: JSONContent, place: Place, strict: boolean): string
}

/** How a mark is read and printed; `tag` is what it is written as where Markdown's own signs would not be read back. */
export type MarkRule = {
  syntax?: readonly string[]
  tags?: readonly string[]
  fromTag?(tag: Tag, reader: Reader, at: number): MarkJson | null
  sign?: string
  tag: string
}
