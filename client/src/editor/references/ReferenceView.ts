import { DocumentReference } from '@colloquy/shared/schema/nodes/documentReference'
import type { NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'

/** What a document is called and how it stands now; null when one may not see it. */
export type LookUp = (documentId: string) => Promise<{ title: string; state: string } | null>

/** A document named in the text: its title and state as they are now, and a link to it. */
class ReferenceView implements NodeView {
  readonly dom = document.createElement('a')

  constructor({ node }: NodeViewRendererProps, lookUp: LookUp) {
    this.dom.className = 'reference'
    this.dom.dataset['reference'] = String(node.attrs['id'])
    this.dom.href = `/d/${node.attrs['id']}`
    this.dom.textContent = String(node.attrs['label'] ?? 'A document')
    if (node.attrs['kind'] !== 'document') return
    // Whoever may not see the document reads the title it had when it was named.
    void lookUp(String(node.attrs['id'])).then(found => {
      if (!found) return
      const state = document.createElement('small')
      state.textContent = found.state
      this.dom.replaceChildren(found.title, ' ', state)
    })
  }

  update(_node: Node): boolean {
    return false
  }

  ignoreMutation(): boolean {
    return true
  }
}

export const referenceWithView = (lookUp: LookUp) =>
  DocumentReference.extend({
    addNodeView() {
      return props => new ReferenceView(props, lookUp)
    },
  })
