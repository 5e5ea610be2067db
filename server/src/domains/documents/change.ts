import type { DocumentState } from '@colloquy/shared/contract/documents'
import { Problem } from '@colloquy/shared/contract/problems'
import type { Role } from '@colloquy/shared/contract/spaces'
import type { Actor } from '../../kernel/actor.ts'
import { clock } from '../../kernel/clock.ts'
import { accountsExist } from '../accounts/index.ts'
import { editable, type Found } from './find.ts'
import { DocumentModel, type StoredDocument } from './model.ts'

async function update(found: Found, changes: object): Promise<Found> {
  const document = await DocumentModel.findByIdAndUpdate(found.document._id, changes, {
    returnDocument: 'after',
  }).lean<StoredDocument>()
  if (!document) throw new Problem('missing', 'The document is gone')
  return { ...found, document }
}

/** Changes title or audience; what is not given stays. */
export async function changeFields(
  actor: Actor,
  documentId: string,
  fields: { title?: string | undefined; audience?: string[] | undefined },
): Promise<Found> {
  const found = await editable(actor, documentId)
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return update(found, { $set: { ...given, updatedAt: clock.now() } })
}

/** Gives a person a role of their own, or takes it away. Adding and removing are single writes each. */
export async function share(
  actor: Actor,
  documentId: string,
  accountId: string,
  role: Role | null,
): Promise<Found> {
  const found = await editable(actor, documentId)
  if (!(await accountsExist([accountId]))) throw new Problem('missing', 'There is no such person')
  const without = found.document.people.filter(entry => entry.accountId !== accountId)
  const people = role ? [...without, { accountId, role }] : without
  const changed = await DocumentModel.findOneAndUpdate(
    { _id: documentId, people: found.document.people },
    { $set: { people } },
    { returnDocument: 'after' },
  ).lean<StoredDocument>()
  if (!changed)
    throw new Problem('conflict', 'Somebody changed the roles in the same moment. Please look again')
  return { ...found, document: changed }
}

export async function shareWithEveryone(actor: Actor, documentId: string, role: Role | null): Promise<Found> {
  return update(await editable(actor, documentId), { $set: { everyone: role } })
}

export async function setArchived(actor: Actor, documentId: string, archived: boolean): Promise<Found> {
  return update(await editable(actor, documentId), { $set: { archivedAt: archived ? clock.now() : null } })
}

/** Notes that the text changed; called by whoever keeps it. */
export async function touch(
  documentId: string,
  { words, updatedAt }: { words: number; updatedAt: Date },
): Promise<void> {
  await DocumentModel.updateOne({ _id: documentId }, { $set: { words }, $max: { updatedAt } })
}

/** Shows where the review of a document stands; called by whoever keeps it. True when that is news. */
export async function setState(documentId: string, state: DocumentState): Promise<boolean> {
  const { modifiedCount } = await DocumentModel.updateOne(
    { _id: documentId, state: { $ne: state } },
    { $set: { state } },
  )
  return modifiedCount > 0
}
