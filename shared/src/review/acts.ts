import { z } from 'zod'
import { Holder, verdictKinds } from './answers.ts'
import { Id, Instant, PersonId, SpaceId } from './people.ts'
import { Policy } from './policy.ts'
import { presetNames } from './presets.ts'
import { Section } from './sections.ts'
import { DecisionRef, Revisit } from './stage.ts'
import { positions } from './stances.ts'
import { dispositions } from './states.ts'

const id = Id
const text = z.string().trim().max(20_000)
/** A reason somebody will read later: never empty. */
const reason = text.min(1)

const act = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...shape })

const ending = { reason, revisit: Revisit.nullable() }

/** Everything that can be done to a review. Parsed at the door; `apply` trusts its shape and checks its right. */
export const Act = z.discriminatedUnion('type', [
  act('open review', {}),
  act('propose decision', { disposition: z.enum(dispositions) }),
  act('cancel proposed decision', { reason }),
  act('start final comment', {}),
  act('restart final comment', { reason }),
  act('accept', ending),
  act('reject', ending),
  act('postpone', ending),
  act('withdraw document', { reason }),
  act('hold', { reason }),
  act('release hold', {}),
  act('mark implemented', { reason: text }),
  act('supersede', {
    by: DecisionRef,
    split: z.boolean(),
  }),
  act('deprecate', { reason }),
  act('assign number', { number: z.number().int().min(1) }),
  act('tick', {}),

  act('change policy', { policy: Policy }),
  act('escalate', { preset: z.enum(presetNames) }),
  act('name approver', { holder: Holder }),
  act('remove approver', { seatId: id, reason }),
  act('touch spaces', { spaceIds: z.array(SpaceId).max(50) }),
  act('set authors', { authors: z.array(PersonId).min(1).max(100) }),
  act('set contributors', { contributors: z.array(PersonId).max(500) }),
  act('set informed', { informed: z.array(PersonId).max(500) }),
  act('name decider', { decider: PersonId.nullable() }),
  act('hand over', { driver: PersonId }),

  act('give verdict', {
    verdict: z.enum(verdictKinds),
    reason: text,
    /** The version that was read, which may be older than the document's own. */
    version: z.number().int().min(0),
    for: PersonId.nullable(),
  }),
  act('withdraw verdict', { reason: text, for: PersonId.nullable() }),
  act('dismiss verdict', { verdictId: id, reason }),
  act('recuse', { reason: text }),
  act('rejoin', {}),
  act('delegate', { to: PersonId, until: Instant, from: PersonId.nullable() }),
  act('end delegation', { delegationId: id }),
  act('go away', { until: Instant.nullable(), personId: PersonId.nullable() }),
  act('come back', {}),

  act('edit', {
    version: z.number().int().min(1),
    sections: z.array(Section).max(2000),
    editorial: z.boolean(),
  }),
  act('contest edit', { editId: id, reason }),

  act('raise concern', { title: reason, reason, anchor: z.string().nullable() }),
  act('restate concern', { concernId: id, text: reason }),
  act('answer restatement', { concernId: id, confirmed: z.boolean(), reason: text }),
  act('propose resolution', { concernId: id, summary: reason, change: text, rationale: reason }),
  act('answer resolution', { concernId: id, confirmed: z.boolean(), reason: text }),
  act('overrule concern', { concernId: id, reason }),
  act('second overruling', { concernId: id, reason: text }),
  act('withdraw concern', { concernId: id, reason: text }),

  act('open proposal', {
    proposalId: id,
    question: reason,
    options: z.array(reason).max(20),
    decider: PersonId,
    stakeholders: z.array(PersonId).min(1).max(500),
    endsAt: Instant,
  }),
  act('take stance', { proposalId: id, position: z.enum(positions), reason: text }),
  act('close round', { proposalId: id }),
  act('open round', { proposalId: id, endsAt: Instant }),
  act('hand over proposal', { proposalId: id, decider: PersonId }),
  act('decide proposal', {
    proposalId: id,
    option: text,
    text: reason,
    answers: z.record(PersonId, reason),
  }),

  act('give advice', { text: reason }),
  act('answer advice', { adviceId: id, text: reason }),
])

export type Act = z.infer<typeof Act>
export type ActType = Act['type']
export type ActOf<Type extends ActType> = Extract<Act, { type: Type }>

export const actTypes: readonly ActType[] = Act.options.map(option => option.shape.type.value)
