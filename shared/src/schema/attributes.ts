import type { Attribute } from '@tiptap/core'

/** An attribute kept in HTML as `data-<name>`; null is not written. */
export const dataAttribute = (name: string): Partial<Attribute> => ({
  default: null,
  parseHTML: element => element.getAttribute(`data-${name}`),
  renderHTML: attributes => {
    const value: unknown = attributes[camel(name)]
    return value === null || value === undefined ? {} : { [`data-${name}`]: String(value) }
  },
})

const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/**
 * The stable id of a block that others point at. It is the block's HTML id, stays when the text changes,
 * and belongs to the first half when a block is split.
 */
export const idAttribute: Partial<Attribute> = {
  default: null,
  keepOnSplit: false,
  parseHTML: element => element.getAttribute('id'),
  renderHTML: attributes => (attributes['id'] ? { id: String(attributes['id']) } : {}),
}
