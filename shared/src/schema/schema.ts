import { type Extensions, getSchema } from '@tiptap/core'
import { nodesAndMarks } from './pieces.ts'

/**
 * The editor's nodes and marks without views or keys of their own, for an editor to add both: the client maps over this list
 * and puts `.extend({ addNodeView })` where a node has a view.
 */
export const extensions = (): Extensions => [...nodesAndMarks]

/** The ProseMirror schema of every document; needs no DOM. */
export const schema = getSchema(extensions())

/** Raised whenever a document written before cannot be read by the schema after, or the other way round. */
export const schemaVersion = 1
