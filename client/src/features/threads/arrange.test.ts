import type { Resolution } from '@colloquy/shared/anchors/resolve'
import { expect, test } from 'vitest'
import { arrange } from './arrange.ts'
import { commentOf, threadOf } from './testing/examples.ts'

const at = (from: number): Resolution => ({ state: 'anchored', from, to: from + 3, by: 'identity' })
const resolution = (day: number) => ({ by: 'p'.repeat(16), at: `2026-01-0${day}T00:00:00Z`, note: null })

test('open threads stand in the order of the text, those about the whole document last', () => {
  const threads = [
    threadOf('general', { anchor: null }),
    threadOf('late'),
    threadOf('early'),
    threadOf('gone'),
    threadOf('done', { resolution: resolution(1) }),
    threadOf('done later', { resolution: resolution(2) }),
  ]
  const placed = new Map<string, Resolution>([
    [threads[1]?.threadId ?? '', at(40)],
    [threads[2]?.threadId ?? '', at(4)],
    [threads[3]?.threadId ?? '', { state: 'orphaned' }],
    [threads[4]?.threadId ?? '', { state: 'orphaned' }],
  ])
  const { open, orphaned, resolved } = arrange(threads, placed)
  const names = (list: typeof open) => list.map(thread => thread.comments[0]?.body)
  expect(names(open)).toEqual(['early', 'late', 'general'])
  expect(names(orphaned)).toEqual(['gone'])
  expect(names(resolved)).toEqual(['done later', 'done'])
})

test('a thread of tombstones is not listed, one with an answer left is', () => {
  const threads = [
    threadOf('empty', { comments: [commentOf('a', { body: null })] }),
    threadOf('kept', { comments: [commentOf('b', { body: null }), commentOf('c')] }),
  ]
  expect(arrange(threads, new Map()).open).toEqual([threads[1]])
})
