import type { DecisionPage } from '@colloquy/shared/contract/decisions'
import { Problem } from '@colloquy/shared/contract/problems'
import { type Edge, type EdgeKind, edgeProblem, edgeProblems } from '@colloquy/shared/review/records/edges'
import type { Actor } from '../../kernel/actor.ts'
import { clock } from '../../kernel/clock.ts'
import { turns } from '../../kernel/in-turn.ts'
import { leaseOf } from '../../kernel/lease.ts'
import { settleSoon, systemAct, type Tellers } from '../reviews/index.ts'
import { type Found, findDecision } from './find.ts'
import { allEdges, EdgeModel, edgeId } from './model.ts'
import { decisionAbilities } from './policy.ts'
import { presentDecision } from './present.ts'

/** Links are checked against all others, so one server at a time adds them, and within it one request. */
const lease = leaseOf('decision links', 10_000)
const inTurn = turns()
const PAUSE = 50
const TRIES = 200

type Input = { decisionId: string; kind: EdgeKind; to: string; split: boolean }

/** Says what one decision means for another. The other one's record stays as it is; how it stands changes at once. */
export async function linkDecisions(
  tellers: Tellers,
  actor: Actor,
  { decisionId, kind, to, split }: Input,
): Promise<DecisionPage> {
  const found = await findDecision(actor, decisionId)
  const other = await findDecision(actor, to)
  if (!decisionAbilities(found, actor).link) {
    throw new Problem(
      'forbidden',
      'Its driver, its decider and owners of its space say what it means for others',
    )
  }
  if (kind !== 'relates to') mustHold(found)
  const edge: Edge = { from: found.decision.key, kind, to: other.decision.key, split }
  await inTurn('links', () => alone(() => add(edge, actor, found, other)))
  if (other.decision.documentId) await settleSoon(tellers, other.decision.documentId)
  for (const { _id } of [found.decision, other.decision]) {
    tellers.live.announce('decision.changed', _id, 'everyone')
  }
  return presentDecision(actor, await findDecision(actor, decisionId))
}

function mustHold({ decision }: Found): void {
  if (decision.state === 'accepted' || decision.state === 'implemented') return
  throw new Problem(
    'refused',
    `Only a decision that holds can change another one; this one is ${decision.state}`,
  )
}

async function add(edge: Edge, actor: Actor, found: Found, other: Found): Promise<void> {
  const edges = await allEdges()
  const keys = new Set([found.decision.key, other.decision.key])
  const problem = edgeProblem(edge, edges, keys)
  if (problem) throw new Problem('refused', edgeProblems[problem])
  if (edge.kind === 'supersedes') await supersede(found, other, edge.split)
  await EdgeModel.create({ _id: edgeId(edge), ...edge, by: actor.accountId, at: clock.now() })
}

/** The document itself moves on first: should the link be lost to a crash, asking again finds it moved and adds the link. */
async function supersede(found: Found, { review }: Found, split: boolean): Promise<void> {
  if (!review) return
  const { spaceId, number } = found.decision
  const known = review.stage.state === 'superseded' ? review.stage.by : []
  if (known.some(by => by.spaceId === spaceId && by.number === number)) return
  await systemAct(review.documentId, { type: 'supersede', by: { spaceId, number }, split })
}

async function alone(work: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await lease.hold()) return work().finally(() => lease.release())
    await new Promise(resolve => setTimeout(resolve, PAUSE))
  }
  throw new Problem(
    'unavailable',
    'Others are linking decisions right now. Nothing was changed; please try again',
  )
}
