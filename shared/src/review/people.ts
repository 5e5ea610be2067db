import { z } from 'zod'

/** Milliseconds since 1970-01-01T00:00Z. Every time in this folder is one; a zone enters only through a calendar. */
export type Instant = number
export const Instant = z.number().int()

/** An id that is used as a key: no name that every object has of itself, such as `constructor`. */
export const Id = z
  .string()
  .min(1)
  .max(200)
  .refine(id => !(id in {}), 'This id is reserved')

export const PersonId = Id
export type PersonId = z.infer<typeof PersonId>
export const GroupId = Id
export type GroupId = z.infer<typeof GroupId>
export const SpaceId = Id
export type SpaceId = z.infer<typeof SpaceId>

/** The actor of what the clock does: a period that starts by rule, a reminder, a round that ends. Never a person's id. */
export const SYSTEM = 'system'

/** Who did something, when, and what they said about it. */
export const Mark = z.object({ by: PersonId, at: Instant, reason: z.string() })
export type Mark = z.infer<typeof Mark>
