import type { Actor } from '../../kernel/actor.ts'
import type { Bus } from '../../kernel/bus.ts'
import { clock } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { writable } from '../spaces/index.ts'
import type { DocumentContent } from './content.ts'
import type { Found } from './find.ts'
import { DocumentModel, type StoredDocument } from './model.ts'

export type NewDocument = {
  spaceId: string
  title: string
  kind: string
  audience: string[]
  template: { templateId: string; version: number } | null
  content: DocumentContent | null
  words: number
}

/**
 * Makes a document. Its text is stored first, by whoever handles `document.creating`: a crash in between leaves
 * bytes nobody refers to, never a document whose text is gone.
 */
export async function createDocument(actor: Actor, bus: Bus, fields: NewDocument): Promise<Found> {
  const space = await writable(actor, fields.spaceId)
  const documentId = newId()
  await bus.announce('document.creating', { documentId, content: fields.content })
  const now = clock.now()
  const row: StoredDocument = {
    _id: documentId,
    spaceId: space._id,
    title: fields.title,
    kind: fields.kind,
    state: 'draft',
    audience: fields.audience,
    templateId: fields.template?.templateId ?? null,
    templateVersion: fields.template?.version ?? null,
    everyone: null,
    people: [{ accountId: actor.accountId, role: 'editor' }],
    createdBy: actor.accountId,
    createdAt: now,
    updatedAt: now,
    words: fields.words,
    archivedAt: null,
  }
  await DocumentModel.create(row)
  await bus.announce('document.created', { documentId })
  return { document: row, space, role: 'editor' }
}
