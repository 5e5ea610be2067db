import type { Category } from './categories.ts'
import type { Persona } from './personas.ts'

/** What a run of text is in the document. Text in code, quotes and guidance is counted, never judged as prose. */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'code' | 'quote' | 'guidance' | 'matter'

/** Half-open range of UTF-16 units in a block's text that is not plain prose. */
export type InlineMark = {
  kind: 'code' | 'link' | 'image' | 'syntax' | 'strong' | 'emphasis'
  from: number
  to: number
}

/**
 * One textblock: a heading, a paragraph, a list item's own line, a table cell, a code block. A block knows nothing of its
 * place, so an unchanged block is the same object before and after an edit elsewhere and its facts are kept.
 */
export type Block = {
  kind: BlockKind
  /** Heading level 1–6, list depth 1–n, otherwise 0. */
  level: number
  /** For Markdown the exact source slice, markup included (marked `syntax`); for the editor the text content. */
  text: string
  marks: readonly InlineMark[]
}

/** Blocks in reading order, and where each one's first character is: a Markdown offset or a ProseMirror position. */
export type TextDocument = {
  blocks: readonly Block[]
  starts: readonly number[]
}

/** UTF-16 units `from`–`to` of the text of block number `block`. */
export type Span = { block: number; from: number; to: number }

export type Layer = 'forecast' | 'check'

/** Something that raised or lowered a prediction; `weight` is in log-odds and may be negative. */
export type Influence = { feature: string; weight: number }

/** A question a reader is likely to ask, where it arises, and why we think so. */
export type Finding = {
  /** Fingerprint: survives edits elsewhere in the document. */
  id: string
  /** Looser fingerprint, used when `id` has no match: survives small edits of the sentence itself. */
  looseId: string
  layer: Layer
  rule: string
  category: Category
  question: string
  /** Who would ask, most likely first. */
  personas: readonly Persona[]
  /** Headings from the outermost to the one above the passage; empty before the first heading. */
  path: readonly string[]
  /** The last of `path`, or ''. */
  section: string
  /** The passage as written, or '' when the question is about something that is missing. */
  quote: string
  /** Null when the document as a whole lacks something; otherwise the passage or the heading it concerns. */
  span: Span | null
  reason: string
  influences: readonly Influence[]
  /** 0–1, comparable within one document. */
  score: number
  /** Within the budget; the others belong behind "more". */
  shown: boolean
}

/** A section the template asks for. */
export type RequiredSection = {
  heading: string
  /** Other headings that count as the same section. */
  aliases?: readonly string[]
  /** The question readers are left with when it is missing. */
  question?: string
}

export type ForecastOptions = {
  required?: readonly RequiredSection[]
  /** Guidance texts of the template, to notice when one is left in the document. */
  guidance?: readonly string[]
  /** Who will read it; their questions rank higher. Empty or absent: everyone. */
  audience?: readonly Persona[]
  /** Terms of the workspace's glossary; they need no explanation. */
  knownTerms?: readonly string[]
  /** Rules switched against their default, by rule id. */
  rules?: Readonly<Record<string, boolean>>
  /** Lifts the budget and lists every category. */
  all?: boolean
}

export type CategoryScore = { category: Category; probability: number; influences: readonly Influence[] }

/** Reading effort of one section; for percentiles and trends, never a gate. */
export type SectionReadability = {
  path: readonly string[]
  heading: string
  /** Block number of the heading, -1 for text before the first heading. */
  block: number
  words: number
  sentences: number
  /** Words in the longest sentence. */
  longest: number
  ari: number
  fleschKincaid: number
}

export type Forecast = {
  words: number
  /** Most likely to be asked first. */
  findings: readonly Finding[]
  /** All categories, most likely first. */
  ranking: readonly CategoryScore[]
  sections: readonly SectionReadability[]
}
