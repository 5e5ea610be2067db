import type { Domain } from '../../kernel/domain.ts'
import { spaceById } from '../spaces/index.ts'
import type { DocumentContent } from './content.ts'
import { DocumentModel, type StoredDocument } from './model.ts'
import { roleInDocument } from './policy.ts'
import { presentDocument } from './present.ts'
import { react } from './reactions.ts'
import { mountDocuments } from './routes.ts'

export { admit } from './admit.ts'
export { setState, touch } from './change.ts'
export type { DocumentContent } from './content.ts'
export { createDocument, type NewDocument } from './create.ts'
export { commentable, editable, type Found, readable, readableAmong, roleOf, rolesIn } from './find.ts'
export { presentDocument } from './present.ts'

declare module '../../kernel/bus.ts' {
  interface DomainEvents {
    /** Announced before the document exists; whoever keeps text stores `content` durably or throws. */
    'document.creating': { documentId: string; content: DocumentContent | null }
    'document.created': { documentId: string }
    /** Somebody may have gained or lost a role in the document. */
    'document.accessChanged': { documentId: string }
  }
}

/** The title of a document whoever asks; null when there is none. */
export const titleOf = async (documentId: string): Promise<string | null> =>
  (await DocumentModel.findById(documentId, { title: 1 }).lean<StoredDocument | null>())?.title ?? null

export const documentsDomain: Domain = {
  name: 'documents',
  start(kernel) {
    mountDocuments(kernel)
    react(kernel)
    kernel.bus.on('document.created', ({ documentId }) =>
      kernel.live.announce('document.changed', documentId, 'everyone'),
    )
    kernel.live.present('document.changed', async documentId => {
      const document = await DocumentModel.findById(documentId).lean<StoredDocument>()
      const space = document && (await spaceById(document.spaceId))
      return viewer => {
        const role = document && space && roleInDocument(document, space, viewer)
        return role ? presentDocument({ document, role }) : null
      }
    })
    return undefined
  },
}
