import { type Node, Schema } from '@tiptap/pm/model'
import { type Mapping, Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { type Reading, read } from '../reading.ts'

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'inline*', group: 'block' },
    heading: { content: 'inline*', group: 'block', attrs: { level: { default: 1 } } },
    codeBlock: { content: 'text*', group: 'block', marks: '', code: true },
    bulletList: { content: 'listItem+', group: 'block' },
    listItem: { content: 'paragraph block*' },
    image: { group: 'block', attrs: { src: { default: '' } } },
    hardBreak: { group: 'inline', inline: true },
    text: { group: 'inline' },
  },
  marks: { bold: {}, link: { attrs: { href: {} } } },
})

type Content = string | Node

const node = (name: string, content: Content[]) =>
  schema.node(
    name,
    null,
    content.map(part => (typeof part === 'string' ? schema.text(part) : part)),
  )

export const doc = (...content: Node[]) => node('doc', content)
export const p = (...content: Content[]) => node('paragraph', content)
export const h = (...content: Content[]) => node('heading', content)
export const pre = (...content: Content[]) => node('codeBlock', content)
export const ul = (...content: Node[]) => node('bulletList', content)
export const li = (...content: Node[]) => node('listItem', content)
export const image = () => node('image', [])
export const br = () => node('hardBreak', [])
export const bold = schema.mark('bold')
export const strong = (characters: string) => schema.text(characters, [bold])
export const heading = schema.node('heading').type
export const paragraph = schema.node('paragraph').type
export const text = (characters: string) => schema.text(characters)

/** Takes marks such as `<a>` out of the text of an example and gives the positions they stood at. */
export function marked(example: Node): { document: Node; at: Record<string, number> } {
  const transform = new Transform(example)
  const at: Record<string, number> = {}
  for (let found = firstMark(transform.doc); found; found = firstMark(transform.doc)) {
    at[found.name] = found.position
    transform.delete(found.position, found.position + 3)
  }
  return { document: transform.doc, at }
}

function firstMark(document: Node): { name: string; position: number } | undefined {
  let found: { name: string; position: number } | undefined
  document.descendants((child, position) => {
    const match = child.isText && !found ? /<([a-z])>/.exec(child.text ?? '') : null
    if (match?.[1]) found = { name: match[1], position: position + match.index }
  })
  return found
}

export type Replica = ReturnType<typeof startReplica>

/** One person's editor without its view: changes go through the same binding as in the browser. */
export function startReplica(clientId: number) {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const fragment = doc.getXmlFragment('default')
  const undoManager = new Y.UndoManager(fragment, {
    trackedOrigins: new Set([ySyncPluginKey]),
    captureTimeout: 0,
  })
  const updates: Uint8Array[] = []
  doc.on('update', update => updates.push(update))
  let current = initProseMirrorDoc(fragment, schema)

  return {
    doc,
    updates,
    undoManager,
    get document(): Node {
      return current.doc
    },
    write(document: Node) {
      doc.transact(
        () => updateYFragment(doc, fragment, document, { mapping: current.mapping, isOMark: new Map() }),
        ySyncPluginKey,
      )
      current = initProseMirrorDoc(fragment, schema)
    },
    edit(change: (transform: Transform) => void): Mapping {
      const transform = new Transform(current.doc)
      change(transform)
      this.write(transform.doc)
      return transform.mapping
    },
    undo() {
      undoManager.undo()
      current = initProseMirrorDoc(fragment, schema)
    },
    receive(update: Uint8Array) {
      Y.applyUpdate(doc, update, 'network')
      current = initProseMirrorDoc(fragment, schema)
    },
    read(): Reading {
      return read(fragment, name => schema.nodes[name]?.isLeaf ?? false)
    },
  }
}

/** The text a range covers, block ends as line breaks. */
export function textOf(document: Node, range: { from: number; to: number }): string {
  return document.textBetween(range.from, range.to, '\n', leaf =>
    leaf.type.name === 'hardBreak' ? '\n' : '*',
  )
}
