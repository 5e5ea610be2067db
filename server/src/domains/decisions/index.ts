import type { Domain } from '../../kernel/domain.ts'
import { rolesIn, titleOf } from '../documents/index.ts'
import { reviewOf } from '../reviews/index.ts'
import { roleInSpace, spaceById } from '../spaces/index.ts'
import { isFrozen } from './find.ts'
import { allEdges, DecisionModel, type StoredDecision } from './model.ts'
import { presentSummary, presentWithdrawn } from './present.ts'
import { react } from './reactions.ts'
import { mountDecisions } from './routes.ts'

/** What was decided and stays so: numbers, frozen records and the links among them. */
export const decisionsDomain: Domain = {
  name: 'decisions',
  start(kernel) {
    mountDecisions(kernel)
    react(kernel)
    kernel.live.present('decision.changed', async decisionId => {
      const summary = await summaryOf(decisionId)
      const roleFor = summary?.documentId ? await rolesIn(summary.documentId) : null
      const space = summary && (await spaceById(summary.spaceId))
      return viewer => {
        const visible = roleFor ? roleFor(viewer) : space && roleInSpace(space, viewer)
        return summary && visible ? summary : null
      }
    })
    return undefined
  },
}

async function summaryOf(decisionId: string) {
  const decision = await DecisionModel.findOne({ _id: decisionId, ...isFrozen }).lean<StoredDecision | null>()
  if (decision) return presentSummary(decision, await allEdges())
  const review = await reviewOf(decisionId)
  return review?.stage.state === 'withdrawn'
    ? presentWithdrawn(review, (await titleOf(decisionId)) ?? '')
    : null
}
