import * as Y from 'yjs'
import { examine, type Fault, markName } from './faults.ts'
import { schema } from './schema.ts'

/** Yjs frees what one transaction deletes by recursion, so a tower is taken down part by part. */
const AT_ONCE = 10

/**
 * Takes out of a shared fragment what no editor can show, and nothing else; gives how many things that were. Everybody who
 * repairs the same does the same, so several may at once. Repairs what `changed` names, or everything. `origin` is that of the
 * transactions. To be called outside of a transaction.
 */
export const repair = (fragment: Y.XmlFragment, origin: unknown, changed?: Iterable<unknown>): number => {
  const { faults } = examine(fragment, changed)
  // From the end, so that places in front of it stay what they are and what is inside goes before what is around it.
  const backwards = faults.toReversed()
  for (let start = 0; start < backwards.length; start += AT_ONCE)
    transact(fragment, origin, () => {
      for (const fault of backwards.slice(start, start + AT_ONCE)) remove(fault)
    })
  return faults.length
}

const transact = (fragment: Y.XmlFragment, origin: unknown, change: () => void): void => {
  if (fragment.doc) fragment.doc.transact(change, origin)
  else change()
}

const remove = (fault: Fault): void => {
  switch (fault.kind) {
    case 'child':
      fault.parent.delete(fault.index, 1)
      break
    case 'attribute':
      fault.element.removeAttribute(fault.name)
      break
    case 'mark':
      fault.text.format(fault.from, fault.length, { [fault.name]: null })
      break
    case 'embed':
      fault.text.delete(fault.at, 1)
      break
    default:
      fault satisfies never
  }
}

/**
 * Takes out what only a newer schema knows, keeping the text that has unknown marks. For a copy that is shown and never sent.
 */
export const dropUnknown = (fragment: Y.XmlFragment): void => {
  const elements: Y.XmlElement[] = []
  const texts: Y.XmlText[] = []
  const open: unknown[] = [fragment]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next instanceof Y.XmlText) texts.push(next)
    if (next instanceof Y.XmlElement && !Object.hasOwn(schema.nodes, next.nodeName)) elements.push(next)
    else if (next instanceof Y.XmlFragment) open.push(...next.toArray())
  }
  transact(fragment, null, () => {
    for (const text of texts) unmark(text)
    for (const element of elements) {
      const parent = element.parent
      if (parent instanceof Y.XmlFragment) parent.delete(parent.toArray().indexOf(element), 1)
    }
  })
}

const unmark = (text: Y.XmlText): void => {
  const deltas: { attributes?: object }[] = text.toDelta()
  const names = new Set(deltas.flatMap(({ attributes = {} }) => Object.keys(attributes)))
  const unknown = [...names].filter(name => !Object.hasOwn(schema.marks, markName(name)))
  if (unknown.length > 0) text.format(0, text.length, Object.fromEntries(unknown.map(name => [name, null])))
}
