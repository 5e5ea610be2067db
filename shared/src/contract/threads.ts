import { z } from 'zod'
import { anchor } from './anchor.ts'
import { id, time } from './ids.ts'
import { route } from './route.ts'

export const threadKind = z.enum(['comment', 'question', 'suggestion', 'concern', 'praise'])
export type ThreadKind = z.infer<typeof threadKind>

/** Suggestions and concerns follow rules of their own and are not started as plain threads. */
export const startedKind = threadKind.exclude(['suggestion', 'concern'])

/** A thread that has grown to this many comments takes no more; the discussion goes on in a new one. */
export const COMMENTS_LIMIT = 500

export const commentBody = z.string().trim().min(1, 'Please write something').max(20_000)

/** A deleted comment keeps its place as a tombstone: `body` is null, the replies stay. */
export const comment = z.object({
  commentId: id,
  author: id,
  createdAt: time,
  editedAt: time.nullable(),
  body: z.string().nullable(),
  abilities: z.object({ edit: z.boolean(), delete: z.boolean() }),
})
export type Comment = z.infer<typeof comment>

export const thread = z.object({
  threadId: id,
  documentId: id,
  kind: threadKind,
  /** `null` for a thread about the document as a whole. */
  anchor: anchor.nullable(),
  createdBy: id,
  createdAt: time,
  /** Counts every change of the thread, so that late events are recognised. */
  revision: z.number().int(),
  resolution: z.object({ by: id, at: time, note: z.string().nullable() }).nullable(),
  comments: z.array(comment),
  abilities: z.object({ reply: z.boolean(), resolve: z.boolean(), reanchor: z.boolean() }),
})
export type Thread = z.infer<typeof thread>

const body = commentBody

const ofThread = z.object({ threadId: id })
const ofComment = ofThread.extend({ commentId: id })

export const threadRoutes = {
  list: route({
    method: 'GET',
    path: '/api/documents/:documentId/threads',
    summary: 'Every thread of a document, resolved ones too, oldest first.',
    input: z.object({ documentId: id }),
    reply: z.array(thread),
  }),
  start: route({
    method: 'POST',
    path: '/api/documents/:documentId/threads',
    summary: 'Start a thread on a passage, or on the document as a whole.',
    input: z.object({
      documentId: id,
      /** Chosen by the caller, so that sending again after a lost answer does not start a second thread. */
      threadId: id.optional(),
      kind: startedKind.default('comment'),
      anchor: anchor.nullable(),
      body,
    }),
    reply: thread,
  }),
  reply: route({
    method: 'POST',
    path: '/api/threads/:threadId/comments',
    summary: 'Answer in a thread. A resolved thread stays resolved.',
    input: ofThread.extend({
      /** Chosen by the caller, so that sending again after a lost answer does not answer twice. */
      commentId: id.optional(),
      body,
    }),
    reply: thread,
  }),
  editComment: route({
    method: 'PATCH',
    path: '/api/threads/:threadId/comments/:commentId',
    summary: 'Correct one’s own comment.',
    input: ofComment.extend({ body }),
    reply: thread,
  }),
  deleteComment: route({
    method: 'DELETE',
    path: '/api/threads/:threadId/comments/:commentId',
    summary: 'Take one’s own comment back; a tombstone keeps its place.',
    input: ofComment,
    reply: thread,
  }),
  resolve: route({
    method: 'POST',
    path: '/api/threads/:threadId/resolve',
    summary: 'Close a thread, saying if one likes what resolved it.',
    input: ofThread.extend({ note: z.string().trim().max(2000).nullable().default(null) }),
    reply: thread,
  }),
  reopen: route({
    method: 'POST',
    path: '/api/threads/:threadId/reopen',
    summary: 'Open a resolved thread again.',
    input: ofThread,
    reply: thread,
  }),
  reanchor: route({
    method: 'PUT',
    path: '/api/threads/:threadId/anchor',
    summary: 'Put a thread onto other text, unless it has changed since it was seen.',
    input: ofThread.extend({ anchor, revision: z.number().int() }),
    reply: thread,
  }),
}
