import { decisionRoutes } from '@colloquy/shared/contract/decisions'
import type { Kernel } from '../../kernel/domain.ts'
import { mount } from '../../kernel/mount.ts'
import { exportLog } from './export.ts'
import { findDecision } from './find.ts'
import { importLog } from './import.ts'
import { linkDecisions } from './link.ts'
import { listDecisions } from './list.ts'
import { presentDecision } from './present.ts'
import { setRevisit } from './revisit.ts'

export function mountDecisions(kernel: Kernel): void {
  const { router } = kernel
  mount(router, decisionRoutes.list, (input, actor) => listDecisions(actor, input))
  mount(router, decisionRoutes.read, async ({ decisionId }, actor) =>
    presentDecision(actor, await findDecision(actor, decisionId)),
  )
  mount(router, decisionRoutes.link, (input, actor) => linkDecisions(kernel, actor, input))
  mount(router, decisionRoutes.revisit, ({ decisionId, revisit }, actor) =>
    setRevisit(kernel, actor, decisionId, revisit),
  )
  mount(router, decisionRoutes.export, ({ spaceId, form }, actor) => exportLog(actor, spaceId, form))
  mount(router, decisionRoutes.import, (input, actor) => importLog(kernel, actor, input))
}
