import type { Kernel } from '../../kernel/domain.ts'
import { DocumentModel } from './model.ts'

/** A space that opens or closes changes who may read each document in it. */
export function react({ bus }: Kernel): void {
  bus.on('space.changed', async ({ spaceId }) => {
    const documents = await DocumentModel.find({ spaceId }, { _id: 1 }).lean<{ _id: string }[]>()
    for (const { _id } of documents) await bus.announce('document.accessChanged', { documentId: _id })
  })
}
