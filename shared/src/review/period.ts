import { z } from 'zod'
import type { Calendar } from './calendar.ts'
import { everyDay } from './calendar.ts'
import type { Context } from './context.ts'
import { Instant } from './people.ts'
import type { Policy } from './policy.ts'

const begun = { startedAt: Instant, noticed: z.boolean() }

/** A final comment period. While paused its end is unknown and what is left of it is kept instead. */
export const Period = z.union([
  z.object({ ...begun, endsAt: Instant }),
  z.object({ ...begun, pausedAt: Instant, left: z.number() }),
])
export type Period = z.infer<typeof Period>

/** The calendar by which a policy counts its days. */
export function calendarOf(policy: Policy, { calendar }: Context): Calendar {
  return policy.businessDays ? calendar : everyDay
}

/** A full period from now on. */
export function startPeriod(now: Instant, days: number, calendar: Calendar): Period {
  return { startedAt: now, noticed: false, endsAt: calendar.after(now, days) }
}

/** The same period with its clock stopped. One that is over stays over. */
export function pause(period: Period, now: Instant, calendar: Calendar): Period {
  if (!('endsAt' in period) || period.endsAt <= now) return period
  const { startedAt, noticed, endsAt } = period
  return { startedAt, noticed, pausedAt: now, left: calendar.between(now, endsAt) }
}

/** The same period with its clock running again; it ends when what was left has passed. */
export function resume(period: Period, now: Instant, calendar: Calendar): Period {
  if ('endsAt' in period) return period
  const { startedAt, noticed, left } = period
  return { startedAt, noticed, endsAt: calendar.advance(now, left) }
}

/** True once the period has run its whole length. */
export function isOver(period: Period, now: Instant): boolean {
  return 'endsAt' in period && period.endsAt <= now
}
