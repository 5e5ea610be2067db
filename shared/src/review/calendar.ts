import type { Instant } from './people.ts'

/**
 * How a span of days is counted. Ends are computed once and stored, so that a later change of holidays or of a zone's
 * rules moves no period that has been announced.
 */
export type Calendar = {
  /** The instant `days` days after another. */
  after(from: Instant, days: number): Instant
  /** Counted milliseconds between two instants; 0 when `to` is not later. */
  between(from: Instant, to: Instant): number
  /** The instant at which `milliseconds` counted milliseconds have passed. Undoes `between`. */
  advance(from: Instant, milliseconds: number): Instant
}

export const DAY = 86_400_000

/** Spans of exactly 24 hours in UTC, which no zone and no daylight saving can stretch. */
export const everyDay: Calendar = {
  after: (from, days) => from + days * DAY,
  between: (from, to) => Math.max(0, to - from),
  advance: (from, milliseconds) => from + milliseconds,
}
