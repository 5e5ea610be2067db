import { plainText } from '@colloquy/shared/schema/plainText'
import { fromYDoc, toYDoc } from '@colloquy/shared/schema/ydoc'
import type { JSONContent } from '@tiptap/core'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'

/** The client id under which the server writes the first content of a document. Real ones are drawn from 32 bits. */
export const SERVER_CLIENT = 1

export function seed(content: JSONContent): Uint8Array {
  return encodeStateAsUpdate(toYDoc(content, SERVER_CLIENT))
}

export function contentOf(updates: Uint8Array[]): JSONContent {
  const doc = new Doc()
  for (const update of updates) applyUpdate(doc, update)
  const content = fromYDoc(doc)
  doc.destroy()
  return content
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

export function countWords(updates: Uint8Array[]): number {
  let words = 0
  for (const { isWordLike } of segmenter.segment(plainText(contentOf(updates)))) if (isWordLike) words++
  return words
}
