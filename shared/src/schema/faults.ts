import type { ContentMatch, NodeType } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { isShowable } from './attributeRanges.ts'
import { schema } from './schema.ts'

/** Blocks inside blocks past this many, which no imported file has, are more than the calls that show them are made for. */
export const deepest = 300

/** Yjs deletes what is inside an element by recursion, so a tower past the limit counts as a fault every so many floors. */
const floors = 50

/** Something in a shared document that no editor can show, with where it is. Only a client past the editor writes it. */
export type Fault =
  | { kind: 'child'; parent: Y.XmlFragment; index: number }
  | { kind: 'attribute'; element: Y.XmlElement; name: string }
  | { kind: 'mark'; text: Y.XmlText; from: number; length: number; name: string }
  | { kind: 'embed'; text: Y.XmlText; at: number }

/** What is wrong, in reading order, and the names of nodes and marks that a newer schema may have. */
export type Findings = { faults: Fault[]; unknown: string[] }

/**
 * Looks through a shared fragment for what an editor's binding would throw at, hang on, or delete together with what stands
 * around it: things that are no element or text, nodes that cannot stand where they do, nesting without end, attributes out of
 * range. `changed` narrows the look to what a transaction touched. Never recurses, for the input decides how deep it would go.
 */
export const examine = (fragment: Y.XmlFragment, changed: Iterable<unknown> = [fragment]): Findings => {
  const faults: Fault[] = []
  const unknown = new Set<string>()
  for (const start of changed) {
    const depth = depthBelow(fragment, start)
    if (depth === null) continue
    const open = [{ type: start, depth }]
    for (let next = open.pop(); next; next = open.pop()) {
      if (next.type instanceof Y.XmlText) inText(next.type, faults, unknown)
      else if (next.type instanceof Y.XmlFragment) {
        const children = inParent(next.type, next.depth, faults, unknown)
        open.push(...children.map(type => ({ type, depth: next.depth + 1 })).reverse())
      }
    }
  }
  return { faults, unknown: [...unknown].sort() }
}

/** How many elements a type is inside, or null when it is not part of the fragment (any more). */
const depthBelow = (fragment: Y.XmlFragment, type: unknown): number | null => {
  let depth = 0
  for (let at = type; at !== fragment; depth++) {
    if (!(at instanceof Y.AbstractType) || !at._item || at._item.deleted) return null
    at = at._item.parent
  }
  return depth
}

const inParent = (parent: Y.XmlFragment, depth: number, faults: Fault[], unknown: Set<string>): unknown[] => {
  const type = typeOf(parent)
  if (parent instanceof Y.XmlElement && type)
    for (const [name, value] of Object.entries(attributesOf(parent)))
      if (Object.hasOwn(type.spec.attrs ?? {}, name) && !isShowable(name, value))
        faults.push({ kind: 'attribute', element: parent, name })
  const children: unknown[] = parent.toArray()
  children.forEach((child, index) => {
    const tooDeep = depth >= deepest && (depth - deepest) % floors === 0
    if (tooDeep || !fits(child, type, unknown)) faults.push({ kind: 'child', parent, index })
  })
  return children.filter(isSharedType)
}

const isSharedType = (child: unknown): child is Y.XmlElement | Y.XmlText =>
  child instanceof Y.XmlElement || child instanceof Y.XmlText

// reason: the declared type promises strings, yet clients write what they like
const attributesOf = (element: Y.XmlElement): Record<string, unknown> => element.getAttributes()

/** The schema's type of an element or of the whole; undefined for one of a newer schema. */
const typeOf = (parent: unknown): NodeType | undefined => {
  if (!(parent instanceof Y.XmlElement)) return schema.topNodeType
  return Object.hasOwn(schema.nodes, parent.nodeName) ? schema.nodes[parent.nodeName] : undefined
}

const fits = (child: unknown, parent: NodeType | undefined, unknown: Set<string>): boolean => {
  if (child instanceof Y.XmlText) return !parent || parent.inlineContent || child.length === 0
  if (!(child instanceof Y.XmlElement)) return false
  const type = typeOf(child)
  if (type) return !parent || accepted(parent).has(type)
  if (!isName(child.nodeName)) return false
  unknown.add(child.nodeName)
  return true
}

/** What a newer schema could call something; `constructor` and the like are traps for tables looked up by name. */
const isName = (name: unknown): boolean =>
  typeof name === 'string' && /^[a-z][a-zA-Z0-9]{0,63}$/.test(name) && !(name in Object.prototype)

const acceptedBy = new Map<NodeType, ReadonlySet<NodeType>>()

/** Every node type that may stand somewhere in this one. */
const accepted = (parent: NodeType): ReadonlySet<NodeType> => {
  const known = acceptedBy.get(parent)
  if (known) return known
  const types = new Set<NodeType>()
  const seen = new Set<ContentMatch>([parent.contentMatch])
  // A set gives what is added while one goes through it, too.
  for (const match of seen)
    for (let index = 0; index < match.edgeCount; index++) {
      const { type, next } = match.edge(index)
      types.add(type)
      seen.add(next)
    }
  acceptedBy.set(parent, types)
  return types
}

type Delta = { insert?: unknown; attributes?: Record<string, unknown> }

const inText = (text: Y.XmlText, faults: Fault[], unknown: Set<string>): void => {
  const parent = typeOf(text.parent)
  const deltas: Delta[] = text.toDelta()
  let at = 0
  for (const { insert, attributes = {} } of deltas) {
    const length = typeof insert === 'string' ? insert.length : 1
    if (typeof insert !== 'string') faults.push({ kind: 'embed', text, at })
    else
      for (const [name, value] of Object.entries(attributes))
        if (!isMark(name, value, parent, unknown)) faults.push({ kind: 'mark', text, from: at, length, name })
    at += length
  }
}

const isMark = (
  name: string,
  value: unknown,
  parent: NodeType | undefined,
  unknown: Set<string>,
): boolean => {
  const own = markName(name)
  const type = Object.hasOwn(schema.marks, own) ? schema.marks[own] : undefined
  if (!type) {
    if (isName(own)) unknown.add(own)
    return isName(own)
  }
  if (parent && !parent.allowsMarkType(type)) return false
  if (typeof value !== 'object' || value === null) return true
  const values = new Map(Object.entries(value))
  return Object.keys(type.spec.attrs ?? {}).every(attribute => isShowable(attribute, values.get(attribute)))
}

/** Marks that may overlap themselves carry a hash behind their name. */
export const markName = (name: string): string => name.replace(/--[a-zA-Z0-9+/=]{8}$/, '')
