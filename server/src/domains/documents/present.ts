import { type DocumentRecord, type DocumentSummary, documentState } from '@colloquy/shared/contract/documents'
import { type Role, role as roleSchema } from '@colloquy/shared/contract/spaces'
import type { Found } from './find.ts'
import type { StoredDocument } from './model.ts'
import { documentAbilities } from './policy.ts'

export function presentSummary(document: StoredDocument): DocumentSummary {
  return {
    documentId: document._id,
    spaceId: document.spaceId,
    title: document.title,
    state: documentState.parse(document.state),
    kind: document.kind,
    createdBy: document.createdBy,
    createdAt: document.createdAt.toISOString(),
    updatedAt: document.updatedAt.toISOString(),
    words: document.words,
    archivedAt: document.archivedAt?.toISOString() ?? null,
  }
}

/** A document as a person with this role sees it. */
export function presentDocument({
  document,
  role,
}: Pick<Found, 'document'> & { role: Role }): DocumentRecord {
  return {
    ...presentSummary(document),
    audience: document.audience,
    templateId: document.templateId,
    templateVersion: document.templateVersion,
    everyone: document.everyone === null ? null : roleSchema.parse(document.everyone),
    people: document.people.map(entry => ({
      accountId: entry.accountId,
      role: roleSchema.parse(entry.role),
    })),
    role,
    abilities: documentAbilities[role],
  }
}
