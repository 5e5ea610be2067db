import type { Calendar } from './calendar.ts'
import { DAY } from './calendar.ts'
import type { Instant } from './people.ts'
import { localTime, zoned } from './zone.ts'

/** Where and when a space works. Weekdays count from 0, Sunday; holidays are local dates, `2026-12-25`. */
export type WorkingWeek = { timeZone: string; daysOff: readonly number[]; holidays: readonly string[] }

/**
 * A calendar of working days in one zone: a span ends at the same time of day on the clock of that place, whatever
 * daylight saving did in between, and never on a day off. Throws a RangeError for an unknown zone or a week without work.
 */
export function workingDays(week: WorkingWeek): Calendar {
  const daysOff = new Set(week.daysOff)
  if (daysOff.size >= 7) throw new RangeError('A week needs at least one working day')
  const holidays = new Set(week.holidays)

  const worked = (day: Instant): boolean =>
    !daysOff.has(new Date(day).getUTCDay()) && !holidays.has(new Date(day).toISOString().slice(0, 10))
  const startOf = (day: Instant): Instant => zoned(day, week.timeZone)
  const dayOf = (at: Instant): Instant => Math.floor(localTime(at, week.timeZone) / DAY) * DAY

  /** The worked stretches from an instant on, each from its beginning (or the instant itself) to local midnight. */
  function* stretches(from: Instant): Generator<{ start: Instant; end: Instant }> {
    for (let day = dayOf(from); ; day += DAY) {
      if (worked(day)) yield { start: Math.max(from, startOf(day)), end: startOf(day + DAY) }
    }
  }

  return {
    after(from, days) {
      const local = localTime(from, week.timeZone)
      let day = dayOf(from)
      for (let left = days; left > 0; ) {
        day += DAY
        if (worked(day)) left -= 1
      }
      if (day === dayOf(from)) return from
      return zoned(day + (local - dayOf(from)), week.timeZone)
    },
    between(from, to) {
      let total = 0
      for (const { start, end } of stretches(from)) {
        if (start >= to) return total
        total += Math.min(end, to) - start
        if (end >= to) return total
      }
      return total
    },
    advance(from, milliseconds) {
      let left = milliseconds
      for (const { start, end } of stretches(from)) {
        if (left <= end - start) return start + left
        left -= end - start
      }
      return from
    },
  }
}
