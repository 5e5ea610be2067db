import type { Instant } from './people.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** What a wall clock in the zone shows at an instant, written as if it were UTC. Throws a RangeError for an unknown zone. */
export function localTime(at: Instant, timeZone: string): Instant {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000)
}

/**
 * The instant at which a wall clock in the zone shows `local`. A time that daylight saving skips becomes the one as long
 * after the gap; of a time that happens twice the first is meant.
 */
export function zoned(local: Instant, timeZone: string): Instant {
  const guesses = [-1, 1].map(side => local - offsetAt(local + side * HALF_DAY, timeZone))
  const exact = guesses.filter(guess => localTime(guess, timeZone) === local)
  return exact.length > 0 ? Math.min(...exact) : Math.max(...guesses)
}

const HALF_DAY = 43_200_000

function offsetAt(at: Instant, timeZone: string): number {
  return localTime(at, timeZone) - at
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, format)
  return format
}
