import type { JSONContent } from '@tiptap/core'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { canonical } from './canonical.ts'
import { deepest } from './faults.ts'
import { schema } from './schema.ts'

/** The name of the shared fragment that holds a document's text; the editor's collaboration extension has the same. */
export const fragmentName = 'default'

/**
 * A new shared document with this content, for import and templates. Never use it on content that people already share: it
 * would appear twice. `clientId` names the writer in the document's history and must be unused by anybody else.
 */
export const toYDoc = (doc: JSONContent, clientId: number): Y.Doc => {
  const ydoc = new Y.Doc()
  ydoc.clientID = clientId
  prosemirrorJSONToYXmlFragment(schema, doc, ydoc.getXmlFragment(fragmentName))
  return ydoc
}

/**
 * The content of a shared document. It reads without touching: the editor's own binding deletes what its schema does not
 * know. Clients may have written anything, so whatever is no element or text is passed over, as are blocks nested deeper than
 * any editor shows, and elements the schema does not know are kept for a newer one.
 */
export const fromYDoc = (ydoc: Y.Doc): JSONContent => {
  const content = childrenOf(ydoc.getXmlFragment(fragmentName), 0)
  return canonical({ type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] })
}

const childrenOf = (shared: Y.XmlFragment, depth: number): JSONContent[] =>
  depth >= deepest ? [] : shared.toArray().flatMap(child => nodesOf(child, depth + 1))

const nodesOf = (shared: unknown, depth: number): JSONContent[] => {
  if (shared instanceof Y.XmlText) return textsOf(shared)
  if (!(shared instanceof Y.XmlElement)) return []
  return [{ type: shared.nodeName, attrs: shared.getAttributes(), content: childrenOf(shared, depth) }]
}

type Delta = { insert?: unknown; attributes?: Record<string, unknown> }

const textsOf = (shared: Y.XmlText): JSONContent[] => {
  const deltas: Delta[] = shared.toDelta()
  return deltas.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') return []
    const marks = Object.entries(attributes).map(([name, attrs]) => ({
      // Marks that may overlap themselves carry a hash behind their name.
      type: name.replace(/--[a-zA-Z0-9+/=]{8}$/, ''),
      attrs: typeof attrs === 'object' && attrs !== null ? { ...attrs } : {},
    }))
    return [{ type: 'text', text: insert, marks }]
  })
}
