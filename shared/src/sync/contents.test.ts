import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { isDocumentText } from './contents.ts'

const written = (write: (fragment: Y.XmlFragment, doc: Y.Doc) => void): boolean => {
  const doc = new Y.Doc()
  write(doc.getXmlFragment('default'), doc)
  return isDocumentText(Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).structs)
}

const text = (marks: object) => {
  const made = new Y.XmlText()
  made.applyDelta([{ insert: 'words', attributes: marks }])
  return made
}

const withAttribute = (name: string, value: unknown) => {
  const made = new Y.XmlElement('tableCell')
  // reason: this plays a client that writes past the types
  made.setAttribute(name, value as string)
  return made
}

const nested = (floors: number) => (fragment: Y.XmlFragment) => {
  let at = fragment
  for (let floor = 0; floor < floors; floor++) {
    const next = new Y.XmlElement('blockquote')
    at.insert(0, [next])
    at = next
  }
}

test.each<[string, (fragment: Y.XmlFragment, doc: Y.Doc) => void]>([
  [
    'marked text',
    fragment => fragment.insert(0, [text({ bold: {}, link: { href: 'https://a.b', title: null } })]),
  ],
  [
    'attributes',
    fragment => fragment.insert(0, [withAttribute('colspan', 2), withAttribute('align', 'left')]),
  ],
  ['the widths of columns', fragment => fragment.insert(0, [withAttribute('colwidth', [120, 80])])],
  ['quotes in quotes', nested(300)],
  [
    'a deletion',
    fragment => {
      fragment.insert(0, [text({})])
      fragment.delete(0, 1)
    },
  ],
])('documents are made of %s', (_, write) => {
  expect(written(write)).toBe(true)
})

test.each<[string, (fragment: Y.XmlFragment, doc: Y.Doc) => void]>([
  ['a link to an object', fragment => fragment.insert(0, [text({ link: { href: { a: 1 } } })])],
  ['a list as a mark', fragment => fragment.insert(0, [text({ link: ['x'] })])],
  ['a target of a megabyte', fragment => fragment.insert(0, [text({ link: { href: 'x'.repeat(1e6) } })])],
  ['an object as an attribute', fragment => fragment.insert(0, [withAttribute('level', { a: 1 })])],
  ['bytes as an attribute', fragment => fragment.insert(0, [withAttribute('level', new Uint8Array(3))])],
  ['an endless name of an attribute', fragment => fragment.insert(0, [withAttribute('x'.repeat(999), 1)])],
  ['an endless name of a node', fragment => fragment.insert(0, [new Y.XmlElement('x'.repeat(999))])],
  ['an embed', (_, doc) => doc.getText('t').insertEmbed(0, { a: 1 })],
  ['a map', (_, doc) => doc.getArray('a').push([new Y.Map()])],
  ['a document in a document', (_, doc) => doc.getMap('m').set('d', new Y.Doc())],
  ['a tower of quotes', nested(3000)],
])('documents are not made of %s', (_, write) => {
  expect(written(write)).toBe(false)
})
