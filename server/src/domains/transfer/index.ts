import { documentRoutes } from '@colloquy/shared/contract/documents'
import type { Domain } from '../../kernel/domain.ts'
import { mount } from '../../kernel/mount.ts'
import { exportMarkdown } from './export.ts'
import { importMarkdown } from './import.ts'

export const transferDomain: Domain = {
  name: 'transfer',
  start({ router, bus }) {
    mount(router, documentRoutes.importMarkdown, (input, actor) => importMarkdown(actor, bus, input))
    mount(router, documentRoutes.markdown, ({ documentId }, actor) => exportMarkdown(actor, documentId))
    return undefined
  },
}
