import { expect, test } from 'vitest'
import { create } from './create.ts'
import { resolve } from './resolve.ts'
import { doc, heading, p, startReplica, text, textOf } from './testing/replica.ts'

const words = 'a store keeps every update until its snapshot is on disk and answers only then'.split(' ')
const sentence = (number: number) =>
  `${number} ${words.map((_, index) => words[Math.floor(number / words.length ** (index % 3) + index) % words.length]).join(' ')}. `
const PARAGRAPHS = 280

test('two hundred passages of a document of 100,000 characters are found after every block has changed its type', () => {
  const writer = startReplica(1)
  writer.write(
    doc(
      ...Array.from({ length: PARAGRAPHS }, (_, index) =>
        p(Array.from({ length: 5 }, (_, part) => sentence(index * 5 + part)).join('')),
      ),
    ),
  )
  expect(writer.document.textContent.length).toBeGreaterThan(100_000)
  const starts: number[] = []
  writer.document.descendants((node, position) => {
    if (node.isTextblock && starts.length < 200) starts.push(position + 1)
  })
  const reading = writer.read()
  const passages = starts.map(start => ({
    anchor: create(reading, start, start + 40),
    quoted: textOf(writer.document, { from: start, to: start + 40 }),
  }))
  writer.edit(transform => {
    for (const start of starts.toReversed()) transform.insert(start + 20, text('~'))
    transform.setBlockType(1, transform.doc.content.size - 1, heading)
  })
  const after = writer.read()
  for (const { anchor, quoted } of passages) {
    if (!anchor) throw new Error('nothing to anchor')
    const found = resolve(anchor, after)
    expect(found.state === 'anchored' && textOf(writer.document, found).replace('~', '')).toBe(quoted)
  }
})

test('a lost passage of 5,000 characters is looked for in a document of 100,000 and given up', () => {
  const writer = startReplica(1)
  writer.write(doc(p('Start'), p(Array.from({ length: 90 }, (_, index) => sentence(index)).join(''))))
  const anchor = create(writer.read(), 8, 5008)
  if (!anchor) throw new Error('nothing to anchor')
  const other = Array.from({ length: 1300 }, (_, index) => sentence(index + 7000).toUpperCase()).join('')
  writer.edit(transform => transform.replaceWith(7, transform.doc.content.size, p(other)))
  expect(resolve(anchor, writer.read())).toEqual({ state: 'orphaned' })
})
