import { expect, test } from 'vitest'
import { draftKey, keepDraft, readDraft } from './draft.ts'
import { memoryStorage } from './testing/storage.ts'

const empty = { body: '', kind: 'comment', anchor: null }

test('a draft is there after a reload, for its account, document and thread alone', () => {
  const storage = memoryStorage()
  const written = { body: 'Half a sent', kind: 'question', anchor: null } as const
  keepDraft(storage, draftKey('anna', 'document', 'thread'), written)
  expect(readDraft(storage, draftKey('anna', 'document', 'thread'))).toEqual(written)
  for (const other of [
    draftKey('bob', 'document', 'thread'),
    draftKey('anna', 'other', 'thread'),
    draftKey('anna', 'document', 'new'),
  ]) {
    expect(readDraft(storage, other)).toEqual(empty)
  }
})

test.each(['', '   \n'])('a draft of %j is none', body => {
  const storage = memoryStorage()
  keepDraft(storage, 'key', { body: 'Something', kind: 'comment', anchor: null })
  keepDraft(storage, 'key', { body, kind: 'comment', anchor: null })
  expect(storage.length).toBe(0)
})

test.each(['{', '{"body":3}', 'null'])('a draft that cannot be read, %j, is none', stored => {
  const storage = memoryStorage()
  storage.setItem('key', stored)
  expect(readDraft(storage, 'key')).toEqual(empty)
})
