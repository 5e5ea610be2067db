import { type Attribute, mergeAttributes, Node } from '@tiptap/core'

type Part = {
  name: string
  content: string
  /** Left out for what only occurs inside another node. */
  group?: string
  attributes?: Record<string, Partial<Attribute>>
  marks?: string
}

/** A node of our own that holds others: a structured block, or a part of one. In HTML `<section data-type="<name>">`. */
export const part = ({ name, content, group, attributes = {}, marks }: Part) =>
  Node.create({
    name,
    content,
    ...(group === undefined ? {} : { group }),
    ...(marks === undefined ? {} : { marks }),
    defining: true,
    isolating: true,
    addAttributes: () => attributes,
    parseHTML: () => [{ tag: `section[data-type="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => [
      'section',
      mergeAttributes(HTMLAttributes, { 'data-type': name }),
      0,
    ],
  })
