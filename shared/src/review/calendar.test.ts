import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, everyDay } from './calendar.ts'
import { workingDays } from './working-days.ts'

const week = { daysOff: [0, 6], holidays: ['2026-12-25'] }
const berlin = workingDays({ ...week, timeZone: 'Europe/Berlin' })
const newYork = workingDays({ ...week, timeZone: 'America/New_York' })
const kathmandu = workingDays({ ...week, timeZone: 'Asia/Kathmandu' })
const at = (iso: string): number => Date.parse(iso)
const iso = (instant: number): string => new Date(instant).toISOString()

describe('days are counted', () => {
  const ends: [string, typeof berlin, string, number, string][] = [
    ['in spans of 24 hours', everyDay, '2026-03-28T12:00:00Z', 10, '2026-04-07T12:00:00.000Z'],
    ['over a weekend', berlin, '2026-11-20T09:00:00Z', 1, '2026-11-23T09:00:00.000Z'],
    ['from a weekend', berlin, '2026-11-21T09:00:00Z', 1, '2026-11-23T09:00:00.000Z'],
    ['over a holiday', berlin, '2026-12-24T09:00:00Z', 1, '2026-12-28T09:00:00.000Z'],
    ['into summer time', berlin, '2026-03-27T09:00:00Z', 1, '2026-03-30T08:00:00.000Z'],
    ['into winter time', berlin, '2026-10-23T08:00:00Z', 1, '2026-10-26T09:00:00.000Z'],
    ['where it is still the day before', newYork, '2026-11-21T03:00:00Z', 1, '2026-11-24T03:00:00.000Z'],
    ['at an odd offset', kathmandu, '2026-11-20T20:00:00Z', 1, '2026-11-22T20:00:00.000Z'],
    ['none at all', berlin, '2026-11-21T09:00:00Z', 0, '2026-11-21T09:00:00.000Z'],
  ]

  test.each(ends)('%s', (_name, calendar, from, days, end) => {
    expect(iso(calendar.after(at(from), days))).toBe(end)
  })

  test('a time of day that summer time skips becomes the one after the gap', () => {
    const everyDayThere = workingDays({ timeZone: 'Europe/Berlin', daysOff: [], holidays: [] })
    expect(iso(everyDayThere.after(at('2026-03-28T01:30:00Z'), 1))).toBe('2026-03-29T01:30:00.000Z')
  })

  test('a time of day that happens twice is the first of the two', () => {
    const everyDayThere = workingDays({ timeZone: 'Europe/Berlin', daysOff: [], holidays: [] })
    expect(iso(everyDayThere.after(at('2026-10-24T00:30:00Z'), 1))).toBe('2026-10-25T00:30:00.000Z')
  })

  test('a day that summer time shortens has 23 counted hours', () => {
    const everyDayThere = workingDays({ timeZone: 'Europe/Berlin', daysOff: [], holidays: [] })
    expect(everyDayThere.between(at('2026-03-28T23:00:00Z'), at('2026-03-29T22:00:00Z'))).toBe(23 * 3_600_000)
  })

  test('a week without work and an unknown zone are refused', () => {
    expect(() => workingDays({ timeZone: 'UTC', daysOff: [0, 1, 2, 3, 4, 5, 6], holidays: [] })).toThrow(
      RangeError,
    )
    expect(() => workingDays({ timeZone: 'Mars/Olympus', daysOff: [], holidays: [] }).after(0, 1)).toThrow(
      RangeError,
    )
  })

  test('what is left of a span, advanced by, ends it', () => {
    const start = at('2026-01-01T00:00:00Z')
    const instant = fc.integer({ min: start, max: start + 400 * DAY })
    const calendars = fc.constantFrom(everyDay, berlin, newYork, kathmandu)
    fc.assert(
      fc.property(
        calendars,
        instant,
        fc.integer({ min: 1, max: 15 }),
        fc.nat(10 * DAY),
        (calendar, from, days, gap) => {
          const end = calendar.after(from, days)
          const paused = Math.min(from + gap, end - 1)
          expect(end).toBeGreaterThan(from)
          expect(calendar.advance(paused, calendar.between(paused, end))).toBe(end)
        },
      ),
      { numRuns: 60 },
    )
  })
})
