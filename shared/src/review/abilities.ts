import type { ActType } from './acts.ts'
import { actTypes } from './acts.ts'
import { allowed } from './apply.ts'
import type { Context } from './context.ts'
import type { PersonId } from './people.ts'
import type { Refusal } from './result.ts'
import type { Review } from './review.ts'
import type { Subject } from './roles.ts'
import { rolesOf } from './roles.ts'
import { rowsFor } from './table.ts'

/** What somebody may do now: null for yes, else why not and what is missing. */
export type Abilities = Record<ActType, Refusal | null>

/**
 * Every act with whether this person may do it now, asked of the table that `apply` asks. With a subject, for that concern
 * or proposal; without, for any. Input can still make an allowed act refused.
 */
export function abilities(
  review: Review,
  actor: PersonId,
  context: Omit<Context, 'actor'>,
  subject: Subject = {},
): Abilities {
  const asked = { ...context, actor }
  const roles = rolesOf(review, asked, subject)
  const all = actTypes.map((type): [ActType, Refusal | null] => [
    type,
    allowed(review, { type, ...subject }, asked, roles),
  ])
  // reason: `actTypes` lists every type of act, so every key is there
  return Object.fromEntries(all) as Abilities
}

/** Acts to show to somebody at all: those of their roles in this state, allowed or still missing something. */
export function offered(all: Abilities, { stage }: Review): ActType[] {
  return actTypes.filter(
    type => rowsFor(type, stage.state).length > 0 && all[type]?.problem.code !== 'forbidden',
  )
}
