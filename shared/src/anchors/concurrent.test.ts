import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { create } from './create.ts'
import { type Resolution, resolve } from './resolve.ts'
import {
  bold,
  doc,
  heading,
  p,
  paragraph,
  type Replica,
  startReplica,
  text,
  textOf,
} from './testing/replica.ts'

/** No character is written twice, so that each tells where it came from: around the passage, in it, or since. */
const letters = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCharCode(first + index)).join('')
const AROUND = 0x4e00
const PASSAGE = 0x5e00
const SINCE = 0x6e00
const isOf = (first: number) => (letter: string) =>
  letter.charCodeAt(0) >= first && letter.charCodeAt(0) < first + 0x1000

const step = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom('write', 'delete', 'split', 'join', 'type', 'bold', 'move', 'undo', 'send', 'send'),
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

function take(
  { who, what, where, length }: Step,
  replicas: Replica[],
  newLetters: (count: number) => string,
) {
  const replica = replicas[who]
  const receiver = replicas[(who + 1 + (length % 2)) % replicas.length]
  if (!replica || !receiver) throw new Error('no such replica')
  const size = replica.document.content.size
  const at = replica.document.resolve(Math.round(where * size))
  const from = at.parent.isTextblock ? at.pos : Math.max(1, at.pos - 1)
  const to = Math.min(size - 1, from + length)
  switch (what) {
    case 'write':
      return replica.edit(transform => transform.insert(from, text(newLetters(1 + (length % 4)))))
    case 'delete':
      return replica.edit(transform => transform.delete(from, to))
    case 'split':
      return replica.edit(transform => transform.split(from))
    case 'join':
      return replica.edit(transform => {
        const behind = transform.doc.resolve(from).end() + 1
        if (behind < transform.doc.content.size) transform.join(behind)
      })
    case 'type':
      return replica.edit(transform => transform.setBlockType(from, from, length % 2 ? heading : paragraph))
    case 'bold':
      return replica.edit(transform => transform.addMark(from, to, bold))
    case 'move':
      return move(replica, from, to)
    case 'undo':
      return replica.undo()
    case 'send':
      return receiver.receive(Y.encodeStateAsUpdate(replica.doc, Y.encodeStateVector(receiver.doc)))
    default:
      return what satisfies never
  }
}

/** Cuts a range and pastes it at the beginning of the document. */
function move(replica: Replica, from: number, to: number) {
  const cut = replica.document.slice(from, to)
  replica.edit(transform => transform.delete(from, to))
  replica.edit(transform => transform.replace(1, 1, cut))
}

function exchange(replicas: Replica[]) {
  for (const sender of replicas) {
    for (const receiver of replicas.toReversed()) {
      receiver.receive(Y.encodeStateAsUpdate(sender.doc, Y.encodeStateVector(receiver.doc)))
    }
  }
}

/** Runs the steps on three replicas and gives what each of them and a fresh one make of the anchor afterwards. */
function play(steps: Step[]): { resolutions: Resolution[]; replica: Replica; passage: string } {
  const [first, second, third] = [startReplica(1), startReplica(2), startReplica(3)]
  const replicas = [first, second, third]
  const passage = letters(PASSAGE, 16)
  first.write(doc(p(letters(AROUND, 20)), p(letters(AROUND + 20, 10)), p(letters(AROUND + 30, 20))))
  exchange(replicas)
  second.edit(transform => transform.insert(28, text(passage)))
  exchange(replicas)
  for (const replica of replicas) replica.undoManager.clear()
  const anchor = create(third.read(), 28, 28 + passage.length)
  if (!anchor) throw new Error('nothing to anchor')
  expect(anchor.quote.exact).toBe(passage)

  let written = 0
  for (const one of steps) {
    take(one, replicas, count => {
      written += count
      return letters(SINCE + written - count, count)
    })
  }
  exchange(replicas)
  const fresh = startReplica(9)
  fresh.receive(Y.encodeStateAsUpdate(first.doc))
  const resolutions = [...replicas, fresh].map(replica => resolve(anchor, replica.read()))
  return { resolutions, replica: fresh, passage }
}

const steps = fc.array(step, { minLength: 1, maxLength: 14 })

test('however edits meet, all replicas find the passage in the same place', () => {
  fc.assert(
    fc.property(steps, taken => {
      const { resolutions } = play(taken)
      for (const resolution of resolutions) expect(resolution).toEqual(resolutions[0])
    }),
    { numRuns: 150 },
  )
})

test('a passage that stands unbroken in the text is found there, and one of which nothing is left is not', () => {
  fc.assert(
    fc.property(steps, taken => {
      const { resolutions, replica, passage } = play(taken)
      const whole = textOf(replica.document, { from: 0, to: replica.document.content.size }).replaceAll(
        '\n',
        '',
      )
      const found = resolutions[0]?.state === 'anchored' ? resolutions[0] : null
      const foundText = found && textOf(replica.document, found).replaceAll('\n', '')
      if (whole.includes(passage)) expect(foundText).toBe(passage)
      if (!whole.split('').some(isOf(PASSAGE))) {
        expect(
          (foundText ?? '').split('').every(isOf(SINCE)),
          'it holds only what was written in place',
        ).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})
