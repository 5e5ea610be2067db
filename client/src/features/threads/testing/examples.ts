import type { Comment, Thread } from '@colloquy/shared/contract/threads'

export const idOf = (name: string) => name.replace(/[^a-z0-9]/g, '').padEnd(16, '0')

export const commentOf = (name: string, changes: Partial<Comment> = {}): Comment => ({
  commentId: idOf(name),
  author: idOf('anna'),
  createdAt: '2026-01-01T00:00:00Z',
  editedAt: null,
  body: name,
  abilities: { edit: false, delete: false },
  ...changes,
})

export const threadOf = (name: string, changes: Partial<Thread> = {}): Thread => ({
  threadId: idOf(name),
  documentId: idOf('document'),
  kind: 'comment',
  anchor: { start: '', end: '', since: '', quote: { exact: 'these words', prefix: '', suffix: '' } },
  createdBy: idOf('anna'),
  createdAt: '2026-01-01T00:00:00Z',
  revision: 1,
  resolution: null,
  comments: [commentOf(name)],
  abilities: { reply: true, resolve: true, reanchor: true },
  ...changes,
})
