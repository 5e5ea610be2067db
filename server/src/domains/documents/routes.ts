import { documentRoutes } from '@colloquy/shared/contract/documents'
import type { Kernel } from '../../kernel/domain.ts'
import { mount } from '../../kernel/mount.ts'
import { changeFields, setArchived, share, shareWithEveryone } from './change.ts'
import { type Found, readable } from './find.ts'
import { listDocuments } from './list.ts'
import { presentDocument } from './present.ts'

export function mountDocuments({ router, live, bus }: Kernel): void {
  const changed = (found: Found) => {
    live.announce('document.changed', found.document._id, 'everyone')
    return presentDocument(found)
  }
  const accessChanged = async (found: Found) => {
    await bus.announce('document.accessChanged', { documentId: found.document._id })
    return changed(found)
  }
  mount(router, documentRoutes.list, (input, actor) => listDocuments(actor, input))
  mount(router, documentRoutes.read, async ({ documentId }, actor) =>
    presentDocument(await readable(actor, documentId)),
  )
  mount(router, documentRoutes.change, async ({ documentId, ...fields }, actor) =>
    changed(await changeFields(actor, documentId, fields)),
  )
  mount(router, documentRoutes.share, async ({ documentId, accountId, role }, actor) =>
    accessChanged(await share(actor, documentId, accountId, role)),
  )
  mount(router, documentRoutes.shareWithEveryone, async ({ documentId, role }, actor) =>
    accessChanged(await shareWithEveryone(actor, documentId, role)),
  )
  mount(router, documentRoutes.archive, async ({ documentId, archived }, actor) =>
    changed(await setArchived(actor, documentId, archived)),
  )
}
