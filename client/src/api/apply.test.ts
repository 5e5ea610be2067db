import { type DocumentRecord, documentRoutes } from '@colloquy/shared/contract/documents'
import type { Thread } from '@colloquy/shared/contract/threads'
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { apply, withDocument, withThread } from './apply.ts'
import { queryOf } from './query.ts'

const record = (name: string, changes: Partial<DocumentRecord> = {}): DocumentRecord => ({
  documentId: name.padEnd(16, '0'),
  spaceId: 's'.repeat(16),
  title: name,
  state: 'draft',
  kind: 'design',
  createdBy: 'p'.repeat(16),
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  words: 0,
  archivedAt: null,
  audience: [],
  templateId: null,
  templateVersion: null,
  everyone: null,
  people: [],
  role: 'editor',
  abilities: { comment: true, edit: true, share: true, archive: true },
  ...changes,
})

const thread = (name: string, revision: number, createdAt: string): Thread => ({
  threadId: name.padEnd(16, '0'),
  documentId: 'd'.repeat(16),
  kind: 'comment',
  anchor: null,
  createdBy: 'p'.repeat(16),
  createdAt,
  revision,
  resolution: null,
  comments: [],
  abilities: { reply: true, resolve: true, reanchor: true },
})

const titles = (list: { title: string }[]) => list.map(document => document.title)

test('an edited document moves to the top of its list', () => {
  const list = [record('b', { updatedAt: '2026-01-03T00:00:00Z' }), record('a')]
  expect(titles(withDocument(list, record('a', { updatedAt: '2026-01-04T00:00:00Z' }), {}))).toEqual([
    'a',
    'b',
  ])
})

test.each([
  ['a document one may read from now on appears', record('c'), {}, ['a', 'c']],
  ['an archived document leaves the list', record('a', { archivedAt: '2026-01-02T00:00:00Z' }), {}, []],
  ['a document of another space stays out', record('c'), { spaceId: 't'.repeat(16) }, ['a']],
])('%s', (_, changed, filter, expected) => {
  expect(titles(withDocument([record('a')], changed, filter))).toEqual(expected)
})

test('an event that arrives late never undoes a newer one', () => {
  const newer = [thread('t', 3, '2026-01-01T00:00:00Z')]
  expect(withThread(newer, thread('t', 2, '2026-01-01T00:00:00Z'))).toBe(newer)
})

test('a new thread takes its place by age', () => {
  const list = [thread('b', 1, '2026-01-02T00:00:00Z')]
  expect(withThread(list, thread('a', 1, '2026-01-01T00:00:00Z'))[0]?.threadId).toMatch(/^a/)
})

test('old state and events make what a fresh fetch would give', () => {
  const cache = new QueryClient()
  const list = queryOf(documentRoutes.list, {}).queryKey
  const read = queryOf(documentRoutes.read, { documentId: record('a').documentId }).queryKey
  cache.setQueryData(list, [record('a')])
  cache.setQueryData(read, record('a'))
  const renamed = record('a', { title: 'Renamed' })
  apply(cache, 'document.changed', renamed)
  expect(cache.getQueryData(read)).toEqual(renamed)
  expect(cache.getQueryData(list)).toEqual([renamed])
  apply(cache, 'document.removed', { documentId: renamed.documentId })
  expect(cache.getQueryData(list)).toEqual([])
})
