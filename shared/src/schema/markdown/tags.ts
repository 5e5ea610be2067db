import { blockRules, inlineRules, markRules } from '../pieces.ts'
import type { BlockRule, InlineRule, MarkRule } from './rules.ts'

const byTag = <Rule extends { tags?: readonly string[] }>(rules: Readonly<Record<string, Rule>>) =>
  new Map(
    Object.entries(rules).flatMap(([type, rule]) =>
      (rule.tags ?? []).map(tag => [tag, { type, rule }] as const),
    ),
  )

const bySyntax = <Rule extends { syntax?: readonly string[] }>(rules: Readonly<Record<string, Rule>>) =>
  new Map(
    Object.entries(rules).flatMap(([type, rule]) =>
      (rule.syntax ?? []).map(name => [name, { type, rule }] as const),
    ),
  )

export const blocksByTag: ReadonlyMap<string, { type: string; rule: BlockRule }> = byTag(blockRules)
export const inlineByTag: ReadonlyMap<string, { type: string; rule: InlineRule }> = byTag(inlineRules)
export const marksByTag: ReadonlyMap<string, { type: string; rule: MarkRule }> = byTag(markRules)
export const blocksBySyntax: ReadonlyMap<string, { type: string; rule: BlockRule }> = bySyntax(blockRules)
export const inlineBySyntax: ReadonlyMap<string, { type: string; rule: InlineRule }> = bySyntax(inlineRules)
export const marksBySyntax: ReadonlyMap<string, { type: string; rule: MarkRule }> = bySyntax(markRules)

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Wrappers around blocks that say nothing about them; what they hold is read as if they were not there. */
export const blockWrappers = words(
  'p div section article main header footer nav center figure figcaption address hgroup dl dt dd fieldset picture tbody thead tfoot tr td th li caption colgroup col',
)

/** Wrappers around text, likewise. */
export const inlineWrappers = words(
  'span font small big abbr cite dfn var time bdi bdo q label nobr wbr source',
)

/** Elements that could do something if they were not shown as text; worth telling the author. */
export const active = words(
  'script style iframe object embed form input button select textarea video audio svg link meta base frame frameset applet noscript template',
)
