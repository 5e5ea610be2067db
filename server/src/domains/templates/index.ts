import { documentRoutes } from '@colloquy/shared/contract/documents'
import { templateRoutes } from '@colloquy/shared/contract/templates'
import type { Domain } from '../../kernel/domain.ts'
import { mount } from '../../kernel/mount.ts'
import { presentDocument } from '../documents/index.ts'
import { readBuiltIn } from './built-in.ts'
import { startDocument } from './start.ts'

export const templatesDomain: Domain = {
  name: 'templates',
  async start({ router, bus }) {
    const templates = await readBuiltIn()
    mount(router, templateRoutes.list, async () => [...templates.values()])
    mount(router, documentRoutes.create, async (input, actor) =>
      presentDocument(await startDocument(actor, bus, templates, input)),
    )
    return undefined
  },
}
