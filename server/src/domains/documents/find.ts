import { Problem } from '@colloquy/shared/contract/problems'
import type { Role } from '@colloquy/shared/contract/spaces'
import type { Actor } from '../../kernel/actor.ts'
import { type StoredSpace, spaceById, spacesById } from '../spaces/index.ts'
import { DocumentModel, type StoredDocument } from './model.ts'
import { documentAbilities, roleInDocument } from './policy.ts'

export type Found = { document: StoredDocument; space: StoredSpace; role: Role }

async function find(actor: Pick<Actor, 'accountId' | 'role'>, documentId: string): Promise<Found | null> {
  const document = await DocumentModel.findById(documentId).lean<StoredDocument>()
  const space = document && (await spaceById(document.spaceId))
  if (!document || !space) return null
  const role = roleInDocument(document, space, actor)
  return role && { document, space, role }
}

/** Reads a document once and tells the role each person has in it; null when there is none. */
export async function rolesIn(
  documentId: string,
): Promise<(actor: Pick<Actor, 'accountId' | 'role'>) => Role | null> {
  const document = await DocumentModel.findById(documentId).lean<StoredDocument>()
  const space = document && (await spaceById(document.spaceId))
  return actor => document && space && roleInDocument(document, space, actor)
}

/** The person's role in a document; null when there is none, or no such document. */
export async function roleOf(
  actor: Pick<Actor, 'accountId' | 'role'>,
  documentId: string,
): Promise<Role | null> {
  return (await find(actor, documentId))?.role ?? null
}

/** Those of these documents that this person may read, and whose title they bear now, by document id. */
export async function readableAmong(
  actor: Pick<Actor, 'accountId' | 'role'>,
  documentIds: readonly string[],
): Promise<Map<string, string>> {
  const documents = await DocumentModel.find({ _id: { $in: [...documentIds] } }).lean<StoredDocument[]>()
  const spaces = new Map(
    (await spacesById(documents.map(({ spaceId }) => spaceId))).map(space => [space._id, space]),
  )
  return new Map(
    documents.flatMap(document => {
      const space = spaces.get(document.spaceId)
      return space && roleInDocument(document, space, actor) ? [[document._id, document.title]] : []
    }),
  )
}

/** The document, when this person may read it. One they may not see is answered as missing. */
export async function readable(actor: Actor, documentId: string): Promise<Found> {
  const found = await find(actor, documentId)
  if (!found) throw new Problem('missing', 'There is no such document, or you may not see it')
  return found
}

/** The document, when this person may comment on it. */
export const commentable = (actor: Actor, documentId: string): Promise<Found> =>
  allowing(actor, documentId, 'comment', 'You may read this document but not comment on it')

/** The document, when this person may change its text and fields. */
export const editable = (actor: Actor, documentId: string): Promise<Found> =>
  allowing(actor, documentId, 'edit', 'You may read this document but not change it')

async function allowing(
  actor: Actor,
  documentId: string,
  ability: keyof (typeof documentAbilities)['editor'],
  refusal: string,
): Promise<Found> {
  const found = await readable(actor, documentId)
  if (!documentAbilities[found.role][ability]) {
    throw new Problem('forbidden', `${refusal}. Someone who can edit it can change that`)
  }
  return found
}
