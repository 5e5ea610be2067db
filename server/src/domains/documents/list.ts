import type { DocumentSummary } from '@colloquy/shared/contract/documents'
import type { Actor } from '../../kernel/actor.ts'
import { enterable, enterableSpaces } from '../spaces/index.ts'
import { DocumentModel, type StoredDocument } from './model.ts'
import { presentSummary } from './present.ts'

/** Documents one may read, latest edit first, at most `limit` of those before `before`. */
export async function listDocuments(
  actor: Actor,
  query: { spaceId?: string | undefined; archived: boolean; before?: string | undefined; limit: number },
): Promise<DocumentSummary[]> {
  const spaces = query.spaceId ? [await enterable(actor, query.spaceId)] : await enterableSpaces(actor)
  // Reading a document takes a role in its space, one in the document, or one it gives to everyone.
  const reachable = {
    $or: [
      { spaceId: { $in: spaces.map(space => space._id) } },
      { 'people.accountId': actor.accountId },
      { everyone: { $ne: null } },
    ],
  }
  const documents = await DocumentModel.find({
    ...reachable,
    ...(query.spaceId ? { spaceId: query.spaceId } : {}),
    archivedAt: query.archived ? { $ne: null } : null,
    ...(query.before ? { updatedAt: { $lt: new Date(query.before) } } : {}),
  })
    .sort({ updatedAt: -1, _id: 1 })
    .limit(query.limit)
    .lean<StoredDocument[]>()
  return documents.map(presentSummary)
}
