import type { TextDocument } from './types.ts'

/** A comment in a Markdown file that settles findings: `<!-- colloquy: settled RULE because REASON -->`. */
export type Directive = {
  /** A rule, or the beginning of one up to a `/`: `forecast/security` settles all its cues. */
  rule: string
  reason: string
  /** Blocks it speaks for: its own section, or the whole document when it stands before the first heading. */
  from: number
  to: number
}

const pattern = /<!--\s*colloquy:\s*settled\s+([\w/-]+)\s+because\s+(\S[\s\S]*?)\s*-->/g

/** Settling comments of a document. One without a reason is not a directive: silence needs an argument. */
export function directivesOf({ blocks }: TextDocument): Directive[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'matter') return []
    const headings = blocks.flatMap(({ kind }, at) => (kind === 'heading' ? [at] : []))
    const before = headings.findLast(at => at < index)
    const after = headings.find(at => at > index)
    const [from, to] = before === undefined ? [0, blocks.length] : [before, after ?? blocks.length]
    return [...block.text.matchAll(pattern)].map(([, rule = '', reason = '']) => ({ rule, reason, from, to }))
  })
}

/** Whether one of the directives settles a finding of this rule at this block; -1 is the document as a whole. */
export function isSettledBy(directives: readonly Directive[], rule: string, block: number): boolean {
  return directives.some(directive => {
    const fits = directive.rule === rule || rule.startsWith(`${directive.rule}/`)
    return fits && (block < 0 ? directive.from === 0 : directive.from <= block && block < directive.to)
  })
}
