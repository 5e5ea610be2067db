import type { JSONContent } from '@tiptap/core'

/** A word, a run of white space, a sign, or an inline node; `key` is what makes two of them the same to a reader. */
export type Token = { key: string; length: number; node: JSONContent }

const pieces = /[\p{L}\p{M}\p{N}_]+|\n|[^\S\n]+|[\s\S]/gu

/** Cuts inline content into tokens. */
export const tokensOf = (content: readonly JSONContent[] = []): Token[] =>
  content.flatMap(node => {
    if (node.type !== 'text') return [{ key: `\u0000${JSON.stringify(node)}`, length: 1, node }]
    return (node.text?.match(pieces) ?? []).map(text => ({
      key: text,
      length: text.length,
      node: { ...node, text },
    }))
  })

export const sameMarks = (a: Token, b: Token): boolean =>
  JSON.stringify(a.node.marks) === JSON.stringify(b.node.marks)

/** Whether a token says something by itself: a word or a node, not a space or a comma. */
export const isWord = ({ key, node }: Token): boolean => node.type !== 'text' || /[\p{L}\p{N}]/u.test(key)
