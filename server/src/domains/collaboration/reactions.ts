import type { JSONContent } from '@tiptap/core'
import type { Kernel } from '../../kernel/domain.ts'

type Reactions = {
  /** Stores the first content of a document that is about to exist; resolves when it is on disk. */
  seed(documentId: string, content: JSONContent): Promise<void>
  /** Gives those who have the document open the role they now have. */
  accessChanged(documentId: string): Promise<void>
}

export function react({ bus }: Kernel, { seed, accessChanged }: Reactions): void {
  bus.on('document.creating', async ({ documentId, content }) => {
    if (content) await seed(documentId, content)
  })
  bus.on('document.accessChanged', ({ documentId }) => accessChanged(documentId))
}
