import type { Thread } from '@colloquy/shared/contract/threads'
import { expect, test } from 'vitest'
import { announcements } from './announcements.ts'
import { commentOf, idOf, threadOf } from './testing/examples.ts'

const names = new Map([
  [idOf('anna'), 'Anna'],
  [idOf('bob'), 'Bob'],
])
const thread = threadOf('first')
const withComments = (...comments: Thread['comments']) => ({ ...thread, comments })
const answer = commentOf('Yes,\n  twice.', { author: idOf('bob') })
const resolved = { ...thread, resolution: { by: idOf('bob'), at: '2026-01-02T00:00:00Z', note: null } }

test.each<[string, Thread[], Thread[], string[]]>([
  ['a new thread', [], [thread], ['Anna commented on “these words”: first']],
  ['a thread on the document', [], [{ ...thread, anchor: null }], ['Anna commented on the document: first']],
  ['an answer', [thread], [withComments(...thread.comments, answer)], ['Bob replied: Yes, twice.']],
  ['a resolution', [thread], [resolved], ['Bob resolved the thread on “these words”']],
  ['a reopening', [resolved], [thread], ['The thread on “these words” was reopened']],
  ['nothing for what stood there', [thread], [thread], []],
  ['nothing for a comment taken back', [], [withComments(commentOf('gone', { body: null }))], []],
])('others hear of %s', (_, before, after, expected) => {
  expect(announcements(before, after, idOf('me'), author => names.get(author) ?? '')).toEqual(expected)
})

test('nobody hears of what they did themselves', () => {
  expect(announcements([], [thread], idOf('anna'), () => '')).toEqual([])
  expect(announcements([thread], [resolved], idOf('bob'), () => '')).toEqual([])
})
