import type { decisionRoutes } from '@colloquy/shared/contract/decisions'
import type { InputOf, ReplyOf } from '@colloquy/shared/contract/route'
import type { Actor } from '../../kernel/actor.ts'
import { readableAmong } from '../documents/index.ts'
import { reviewsIn } from '../reviews/index.ts'
import { enterable } from '../spaces/index.ts'
import { isFrozen, visibleAmong } from './find.ts'
import { allEdges, DecisionModel, type StoredDecision } from './model.ts'
import { presentSummary, presentWithdrawn } from './present.ts'

type Query = InputOf<typeof decisionRoutes.list>
type Log = ReplyOf<typeof decisionRoutes.list>

/** The decision log as a person may see it, latest first. What was withdrawn stays in it. */
export async function listDecisions(actor: Actor, query: Query): Promise<Log> {
  if (query.spaceId) await enterable(actor, query.spaceId)
  const [stored, edges, withdrawn] = await Promise.all([
    DecisionModel.find({ ...isFrozen, ...(query.spaceId ? { spaceId: query.spaceId } : {}) }).lean<
      StoredDecision[]
    >(),
    allEdges(),
    listWithdrawn(actor, query.spaceId),
  ])
  const numbered = (await visibleAmong(actor, stored)).map(decision => presentSummary(decision, edges))
  const decisions = [...numbered, ...withdrawn]
    .filter(
      ({ state, decider, tags, date, revisit, revisitDue }) =>
        (query.state === undefined || state === query.state) &&
        (query.decider === undefined || decider === query.decider) &&
        (query.tag === undefined || tags.includes(query.tag)) &&
        (query.from === undefined || date >= query.from) &&
        (query.to === undefined || (date !== '' && date <= query.to)) &&
        (query.revisitOwner === undefined || (revisitDue && revisit?.owner === query.revisitOwner)),
    )
    .sort((a, b) => (a.date === b.date ? (b.number ?? 0) - (a.number ?? 0) : a.date < b.date ? 1 : -1))
  const listed = new Set(decisions.map(({ key }) => key))
  return { decisions, edges: edges.filter(({ from, to }) => listed.has(from) && listed.has(to)) }
}

async function listWithdrawn(actor: Actor, spaceId: string | undefined) {
  const reviews = await reviewsIn(spaceId ? [spaceId] : null, 'withdrawn')
  const titles = await readableAmong(
    actor,
    reviews.map(({ documentId }) => documentId),
  )
  return reviews.flatMap(review => {
    const title = titles.get(review.documentId)
    return title === undefined ? [] : [presentWithdrawn(review, title)]
  })
}
