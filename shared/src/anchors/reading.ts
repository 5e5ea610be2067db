import * as Y from 'yjs'

/**
 * A stretch of text whose characters were written by one client in one go and still stand next to each other.
 * The leaf nodes of the editor (an image, a rule) count as one character.
 */
export type Stretch = {
  client: number
  clock: number
  /** Where it starts in the text of the reading, in UTF-16 code units. */
  offset: number
  length: number
  /** Where it starts in the editor's document, as a ProseMirror position. */
  position: number
  /** Counts the lines of the document; two stretches of one line have nothing between them. */
  line: number
}

/** The text of a document at one moment with the place and the origin of each character. */
export type Reading = {
  doc: Y.Doc
  /** All characters in order. Line and block ends are not among them, so that a split or a join changes nothing. */
  text: string
  stretches: readonly Stretch[]
  /** The same stretches by client, each list in order of clock. */
  written: ReadonlyMap<number, readonly Stretch[]>
  /** Where each shared text type stands in `text`, and at which of its own indices it breaks a line. */
  runs: ReadonlyMap<object, Run>
}

export type Run = { start: number; end: number; breaks: readonly number[] }

/** Stands in the text for a leaf node. */
export const LEAF = '\uFFFC'

/**
 * Reads the fragment that the editor keeps its document in. `isLeaf` tells which nodes hold nothing by their
 * type (`name => schema.nodes[name]?.isLeaf`): they take one ProseMirror position, all others two and their content.
 * One pass over the living items; meant to be made once per change and shared by every anchor that is resolved.
 */
export function read(fragment: Y.XmlFragment, isLeaf: (nodeName: string) => boolean): Reading {
  if (!fragment.doc) throw new Error('the fragment belongs to no document')
  const parts: string[] = []
  const stretches: Stretch[] = []
  const runs = new Map<object, Run>()
  let offset = 0
  let line = 0

  function add(item: Y.Item, skip: number, characters: string, position: number) {
    if (characters === '') return
    const { client, clock } = item.id
    stretches.push({ client, clock: clock + skip, offset, length: characters.length, position, line })
    parts.push(characters)
    offset += characters.length
  }

  function readText(text: Y.XmlText, position: number): number {
    const start = offset
    const breaks: number[] = []
    let index = 0
    for (let item = text._start; item; item = item.right) {
      if (item.deleted || !item.countable) continue
      if (item.content instanceof Y.ContentString) {
        let skip = 0
        for (const characters of item.content.str.split('\n')) {
          if (skip > 0) {
            line += 1
            breaks.push(index + skip - 1)
          }
          add(item, skip, characters, position + index + skip)
          skip += characters.length + 1
        }
      }
      index += item.length
    }
    runs.set(text, { start, end: offset, breaks })
    return index
  }

  function readChildren(parent: Y.XmlFragment, from: number): number {
    let position = from
    for (let item = parent._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentType)) continue
      const child = item.content.type
      if (child instanceof Y.XmlText) position += readText(child, position)
      else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') {
        line += 1
        position += 1
      } else if (child instanceof Y.XmlElement && isLeaf(child.nodeName)) {
        add(item, 0, LEAF, position)
        position += 1
      } else if (child instanceof Y.XmlElement) {
        line += 1
        position += 2 + readChildren(child, position + 1)
        line += 1
      }
    }
    return position - from
  }

  readChildren(fragment, 0)
  return { doc: fragment.doc, text: parts.join(''), stretches, written: byClient(stretches), runs }
}

function byClient(stretches: readonly Stretch[]): Map<number, Stretch[]> {
  const written = new Map<number, Stretch[]>()
  for (const stretch of stretches) {
    const list = written.get(stretch.client)
    if (list) list.push(stretch)
    else written.set(stretch.client, [stretch])
  }
  for (const list of written.values()) list.sort((a, b) => a.clock - b.clock)
  return written
}

/** The last entry of a list, ordered by `key`, whose key is at most `value`. */
export function lastAtMost<T>(list: readonly T[], value: number, key: (entry: T) => number): T | undefined {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = list[middle]
    if (entry !== undefined && key(entry) <= value) low = middle + 1
    else high = middle
  }
  return list[low - 1]
}

/** The stretch that holds the character at an offset of the text. */
export function stretchAt(reading: Reading, offset: number): Stretch | undefined {
  const stretch = lastAtMost(reading.stretches, offset, entry => entry.offset)
  return stretch && offset < stretch.offset + stretch.length ? stretch : undefined
}

/** The ProseMirror range of `text.slice(from, to)`, which must not be empty. */
export function positions(reading: Reading, from: number, to: number): { from: number; to: number } {
  const first = stretchAt(reading, from)
  const last = stretchAt(reading, to - 1)
  if (!first || !last) throw new RangeError(`no text from ${from} to ${to}`)
  return { from: first.position + from - first.offset, to: last.position + to - last.offset }
}

/** Whether a line of the document ends just before an offset of the text. */
export function lineEndsAt(reading: Reading, offset: number): boolean {
  return stretchAt(reading, offset - 1)?.line !== stretchAt(reading, offset)?.line
}
