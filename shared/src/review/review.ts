import type { Advice } from './advice.ts'
import type { Concern } from './concerns.ts'
import type { GroupId, Instant, Mark, PersonId, SpaceId } from './people.ts'
import type { Period } from './period.ts'
import type { Policy } from './policy.ts'
import type { ChangedSection, Section } from './sections.ts'
import type { Proposal } from './stances.ts'
import type { Disposition, OutcomeState } from './states.ts'

/** Somebody, or a body of people, whose answer the policy counts once. */
export type Seat = {
  seatId: string
  /** `space` seats are added by rule for every touched space and held by whoever owns it at the time. */
  holder:
    | { kind: 'person'; personId: PersonId }
    | { kind: 'group'; groupId: GroupId; needs: number }
    | { kind: 'space'; spaceId: SpaceId; needs: number }
  addedBy: PersonId
  addedAt: Instant
  removed: Mark | null
}

export const verdictKinds = ['approve', 'request changes', 'abstain'] as const
export type VerdictKind = (typeof verdictKinds)[number]

/** One answer to one version. Never deleted: a later answer, an un-approve or a dismissal ends it. */
export type Verdict = {
  verdictId: string
  /** The revision of the review that recorded it: the order of verdicts. */
  revision: number
  personId: PersonId
  /** Differs from `personId` when a delegate answered. */
  givenBy: PersonId
  kind: VerdictKind
  reason: string
  version: number
  /** Hash of every section as it was read, by section. */
  hashes: Record<string, string>
  /** Spaces the person owned when answering: the sections of these go stale for them. */
  domains: SpaceId[]
  at: Instant
  ended: (Mark & { how: 'replaced' | 'withdrawn' | 'dismissed' }) | null
}

export type Edit = {
  editId: string
  version: number
  by: PersonId
  at: Instant
  changed: ChangedSection[]
  /** Marked as not worth a new look by the author; counts all the same once contested. */
  editorial: boolean
  contested: Mark | null
}

export type Delegation = {
  delegationId: string
  from: PersonId
  to: PersonId
  until: Instant
  by: PersonId
  at: Instant
  ended: Mark | null
}

export type Absence = { from: Instant; until: Instant | null; by: PersonId }

/** What was decided, in the document's own state. The frozen record is built from it. */
export type Outcome = {
  state: OutcomeState
  by: PersonId
  at: Instant
  reason: string
  version: number
  revisit: Revisit | null
  dissent: Dissent[]
  /** Reserved by the server after publishing, so that a refused publication leaves no gap; null until then. */
  number: number | null
}

export type Revisit = { owner: PersonId } & ({ on: string } | { when: string })

export type Dissent = {
  personId: PersonId
  kind: 'concern' | 'disagree' | 'block' | 'request changes'
  about: string
  text: string
}

export type DecisionRef = { spaceId: SpaceId; number: number }

/** Where the document stands, with exactly what that state has. */
export type Stage =
  | { state: 'draft' }
  | { state: 'in review'; since: Instant; hold: Mark | null }
  | { state: 'final comment'; since: Instant; hold: Mark | null; period: Period }
  | { state: OutcomeState | 'implemented'; outcome: Outcome; since: Instant }
  | { state: 'superseded'; outcome: Outcome; since: Instant; by: DecisionRef[] }
  | { state: 'deprecated'; outcome: Outcome; since: Instant; reason: string }
  | { state: 'withdrawn'; mark: Mark }

/** The review of one document: everything that decides it, kept as one aggregate. */
export type Review = {
  documentId: string
  spaceId: SpaceId
  touches: SpaceId[]
  stage: Stage
  /** When it was put to review; null while a draft. */
  openedAt: Instant | null
  policy: Policy
  /** A policy edited during a final comment period; takes effect when the period restarts or is given up. */
  nextPolicy: Policy | null
  /** What the driver has proposed to decide, and since when; a final comment period starts by itself once it may. */
  proposed: { disposition: Disposition; by: PersonId; at: Instant } | null
  driver: PersonId
  authors: PersonId[]
  /** Null: the driver decides. */
  decider: PersonId | null
  contributors: PersonId[]
  informed: PersonId[]
  version: number
  sections: Section[]
  seats: Record<string, Seat>
  edits: Record<string, Edit>
  verdicts: Record<string, Verdict>
  recusals: Record<PersonId, Mark>
  delegations: Record<string, Delegation>
  absences: Record<PersonId, Absence>
  concerns: Record<string, Concern>
  proposals: Record<string, Proposal>
  advice: Record<string, Advice>
  /** Reminders already sent for the period or deadline that ends then, by how many days before it. */
  reminded: { endsAt: Instant; days: number[] } | null
  /** Number of events so far: the version for optimistic concurrency. */
  revision: number
  /** Time of the last event. Time never runs backwards in a review, whatever the clock does. */
  lastAt: Instant
}

/** The person whose word an overruling or an outcome by `decider` needs. */
export function deciderOf(review: Review): PersonId {
  return review.decider ?? review.driver
}

/** The hold on the document, if there is one. */
export function holdOf({ stage }: Review): Mark | null {
  return 'hold' in stage ? stage.hold : null
}
