import { z } from 'zod'
import { id, time } from './ids.ts'
import { route } from './route.ts'
import { role } from './spaces.ts'

export const documentState = z.enum([
  'draft',
  'in review',
  'final comment',
  'accepted',
  'rejected',
  'postponed',
  'withdrawn',
  'implemented',
  'superseded',
  'deprecated',
])
export type DocumentState = z.infer<typeof documentState>

export const title = z
  .string()
  .trim()
  .min(1, 'Please give a title')
  .max(200)
  // Control characters, direction overrides and halves of characters make a title that is not what it looks like.
  .refine(
    text => text.isWellFormed() && !/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(text),
    'A title is plain text',
  )
export const audience = z.array(z.string().trim().min(1).max(40)).max(12)

export const documentAbilities = z.object({
  comment: z.boolean(),
  edit: z.boolean(),
  share: z.boolean(),
  archive: z.boolean(),
})

/** A document as lists show it. */
export const documentSummary = z.object({
  documentId: id,
  spaceId: id,
  title: z.string(),
  state: documentState,
  kind: z.string(),
  createdBy: id,
  createdAt: time,
  /** The last edit of the text or of these fields. */
  updatedAt: time,
  words: z.number().int(),
  archivedAt: time.nullable(),
})
export type DocumentSummary = z.infer<typeof documentSummary>

/** What an import met that it could not take over as it was. */
export const importNotice = z.object({ line: z.number().int().nullable(), message: z.string() })

export const document = documentSummary.extend({
  audience: z.array(z.string()),
  templateId: z.string().nullable(),
  templateVersion: z.number().int().nullable(),
  /** The role of people who are not listed: what the space gives, unless the document says otherwise. */
  everyone: role.nullable(),
  people: z.array(z.object({ accountId: id, role })),
  /** The viewer's own role. */
  role,
  abilities: documentAbilities,
})
export type DocumentRecord = z.infer<typeof document>

/** An imported file may be this long, in characters; a longer one is refused whole. */
export const MARKDOWN_LIMIT = 2_000_000

const ofDocument = z.object({ documentId: id })

export const documentRoutes = {
  list: route({
    method: 'GET',
    path: '/api/documents',
    summary: 'Documents one may read, latest edit first.',
    input: z.object({
      spaceId: id.optional(),
      archived: z.stringbool().default(false),
      before: time.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    reply: z.array(documentSummary),
  }),
  create: route({
    method: 'POST',
    path: '/api/documents',
    summary: 'Start a document, empty or from a template.',
    input: z.object({ spaceId: id, title, templateId: z.string().max(64).nullable().default(null) }),
    reply: document,
  }),
  importMarkdown: route({
    method: 'POST',
    path: '/api/documents/import',
    summary: 'Make a document of a Markdown file. Nothing is kept when it cannot be read whole.',
    bodyLimit: 12_000_000,
    input: z.object({ spaceId: id, filename: z.string().min(1).max(300), markdown: z.string() }),
    reply: z.object({ document, notices: z.array(importNotice) }),
  }),
  read: route({
    method: 'GET',
    path: '/api/documents/:documentId',
    summary: 'One document without its text, which comes over the collaboration socket.',
    input: ofDocument,
    reply: document,
  }),
  change: route({
    method: 'PATCH',
    path: '/api/documents/:documentId',
    summary: 'Change the title or the intended audience.',
    input: ofDocument.extend({ title: title.optional(), audience: audience.optional() }),
    reply: document,
  }),
  share: route({
    method: 'PUT',
    path: '/api/documents/:documentId/people/:accountId',
    summary: 'Give a person a role in one document, or take it away with `null`.',
    input: ofDocument.extend({ accountId: id, role: role.nullable() }),
    reply: document,
  }),
  shareWithEveryone: route({
    method: 'PUT',
    path: '/api/documents/:documentId/everyone',
    summary: 'What those may do who have no role of their own; `null` falls back to the space.',
    input: ofDocument.extend({ role: role.nullable() }),
    reply: document,
  }),
  archive: route({
    method: 'PUT',
    path: '/api/documents/:documentId/archived',
    summary: 'Put a document away, or take it back out. Nothing in it is lost.',
    input: ofDocument.extend({ archived: z.boolean() }),
    reply: document,
  }),
  markdown: route({
    method: 'GET',
    path: '/api/documents/:documentId/markdown',
    summary: 'The text as Markdown.',
    input: ofDocument,
    reply: z.object({ filename: z.string(), markdown: z.string() }),
  }),
  html: route({
    method: 'GET',
    path: '/api/documents/:documentId/html',
    summary: 'The text as one HTML page that needs nothing else and runs nothing.',
    input: ofDocument,
    reply: z.object({ filename: z.string(), html: z.string() }),
  }),
}
