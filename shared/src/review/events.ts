import { z } from 'zod'
import { eventTypes } from './event-types.ts'
import { Instant, PersonId } from './people.ts'
import type { Review } from './review.ts'

/** A value as it was and as it became. A side is left out where the entry did not exist on it. */
export const Change = z.object({
  path: z.array(z.string()),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
})
export type Change = z.infer<typeof Change>

/**
 * One entry of the append-only audit log. Its changes are exact, so that applying them in order rebuilds the review, and
 * undoing them shows it at any earlier time.
 */
export const ReviewEvent = z.object({
  documentId: z.string(),
  /** 1 for the first event of a review, without gaps. */
  sequence: z.number().int().min(1),
  type: z.enum(eventTypes),
  actor: PersonId,
  at: Instant,
  changes: z.array(Change),
})
export type ReviewEvent = z.infer<typeof ReviewEvent>

/** Kept in the event itself (`sequence`, `at`), not among its changes. */
const counters = new Set(['revision', 'lastAt'])

/** Entries of these are compared one by one, so that an event names only what it touched. */
const collections = new Set([
  'seats',
  'edits',
  'verdicts',
  'recusals',
  'delegations',
  'absences',
  'concerns',
  'proposals',
  'advice',
])

type Entries = Record<string, unknown>

/** What differs between two reviews. Values are immutable, so those that are the same object are the same. */
export function changesBetween(before: Entries, after: Entries): Change[] {
  return keysOf(before, after).flatMap(key => {
    if (counters.has(key) || before[key] === after[key]) return []
    if (!collections.has(key) || !(key in before)) return [change([key], before, after, key)]
    const [old, now] = [entriesOf(before[key]), entriesOf(after[key])]
    return keysOf(old, now).flatMap(id => (old[id] === now[id] ? [] : [change([key, id], old, now, id)]))
  })
}

/** The review after an event. Throws when the event does not follow from the review: the log has been damaged. */
export function evolve(review: Review | null, event: ReviewEvent): Review {
  const sequence = (review?.revision ?? 0) + 1
  if (event.sequence !== sequence) {
    throw new Error(`Event ${event.sequence} cannot follow event ${sequence - 1}`)
  }
  const next: Entries = { ...review }
  for (const { path, ...sides } of event.changes) {
    const [key = '', id] = path
    if (id === undefined) set(next, key, sides, event)
    else {
      const entries = { ...entriesOf(next[key]) }
      set(entries, id, sides, event)
      next[key] = entries
    }
  }
  const rebuilt: unknown = { ...next, revision: event.sequence, lastAt: event.at }
  // reason: the first event carries every field of a review and later ones only replace fields by their own type
  return rebuilt as Review
}

/** Rebuilds a review from all its events in order. Throws on a gap, on damage and on an empty log. */
export function replay(events: readonly ReviewEvent[]): Review {
  const review = events.reduce<Review | null>(evolve, null)
  if (!review) throw new Error('A review begins with an event')
  return review
}

function set(entries: Entries, key: string, sides: Omit<Change, 'path'>, { sequence }: ReviewEvent): void {
  if (JSON.stringify(entries[key]) !== JSON.stringify(sides.before)) {
    throw new Error(`Event ${sequence} changes a ${key} that is not as it says`)
  }
  if ('after' in sides) entries[key] = sides.after
  else delete entries[key]
}

function change(path: string[], before: Entries, after: Entries, key: string): Change {
  return {
    path,
    ...(key in before ? { before: before[key] } : {}),
    ...(key in after ? { after: after[key] } : {}),
  }
}

function keysOf(before: Entries, after: Entries): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
}

function entriesOf(value: unknown): Entries {
  return value !== null && typeof value === 'object' ? { ...value } : {}
}
