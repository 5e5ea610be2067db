import { documentRoutes } from '@colloquy/shared/contract/documents'
import type { Domain } from '../../kernel/domain.ts'
import { mount } from '../../kernel/mount.ts'
import { exportHtml, exportMarkdown } from './export.ts'
import { importMarkdown } from './import.ts'

export const transferDomain: Domain = {
  name: 'transfer',
  start({ router, bus }) {
    mount(router, documentRoutes.importMarkdown, (input, actor) => importMarkdown(actor, bus, input))
    mount(router, documentRoutes.markdown, ({ documentId }, actor) => exportMarkdown(actor, documentId))
    mount(router, documentRoutes.html, ({ documentId }, actor) => exportHtml(actor, documentId))
    return undefined
  },
}
