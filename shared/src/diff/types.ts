import type { JSONContent } from '@tiptap/core'

/**
 * What turns the inline content of one version into that of another, in reading order. Lengths count UTF-16 units of text, and
 * one for anything else, in the version before.
 */
export type TextPart =
  | { kind: 'same'; length: number }
  | { kind: 'removed'; length: number; nodes: JSONContent[] }
  | { kind: 'added'; nodes: JSONContent[] }
  /** The same words with other marks; `nodes` are as they are after. */
  | { kind: 'formatted'; length: number; nodes: JSONContent[] }

/** How one block became another. What is absent stayed as it was. */
export type BlockChange = {
  type?: string
  /** All attributes after the change. */
  attrs?: Record<string, unknown>
  text?: TextPart[]
  children?: BlockDiff[]
}

/**
 * One line of a comparison, in reading order of the version after, with removed blocks where they stood. `from` is the index of
 * the block among its siblings before; every block before is named once by `same`, `changed`, `moved` or `removed`.
 */
export type BlockDiff =
  | { kind: 'same'; from: number }
  | { kind: 'changed'; from: number; change: BlockChange }
  | { kind: 'removed'; from: number; block: JSONContent }
  | { kind: 'added'; block: JSONContent }
  /** Stood elsewhere before; changed on the way when `change` is there. */
  | { kind: 'moved'; from: number; change?: BlockChange }
  /** Where a moved block stood: it says nothing about the result and is there to be shown. `to` is its index after. */
  | { kind: 'movedAway'; from: number; to: number }

/** What turns one document into another. */
export type DocumentDiff = { blocks: BlockDiff[] }
