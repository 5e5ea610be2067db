import { TableHeader as Plain } from '@colloquy/shared/schema/nodes/table'
import type { NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'

/** The shared header cell; while it is empty it heads nothing, and a screen reader is told so. */
export const TableHeader = Plain.extend({
  addNodeView() {
    return props => new HeaderCellView(props)
  },
})

class HeaderCellView implements NodeView {
  readonly dom = document.createElement('th')
  readonly contentDOM = this.dom
  readonly #made: Node

  constructor({ node, HTMLAttributes }: NodeViewRendererProps) {
    this.#made = node
    for (const [name, value] of Object.entries(HTMLAttributes)) {
      if (value !== null && value !== undefined) this.dom.setAttribute(name, String(value))
    }
    this.update(node)
  }

  update(node: Node): boolean {
    if (!node.hasMarkup(this.#made.type, this.#made.attrs, this.#made.marks)) return false
    if (node.textContent === '') this.dom.setAttribute('role', 'cell')
    else this.dom.removeAttribute('role')
    return true
  }

  /** The role is ours, whatever the text around it does. */
  ignoreMutation(mutation: { type: string; target: globalThis.Node }): boolean {
    return mutation.type === 'attributes' && mutation.target === this.dom
  }
}
