const moment = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})
const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' })

/** A time of a review, in the zone of the reader: `Tue, Dec 1, 14:05`. */
export const momentOf = (at: number): string => moment.format(at)

/** Its day alone: `December 1, 2026`. */
export const dayOf = (at: number): string => day.format(at)

export const isoOf = (at: number): string => new Date(at).toISOString()

/** The value of a date field so many days from `now`, as the reader’s calendar has it. */
export function dateIn(days: number, now: number): string {
  const at = new Date(now)
  at.setDate(at.getDate() + days)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** The last minute of a day that a date field names, for the reader. */
export const endOfDay = (date: string): number => new Date(`${date}T23:59:00`).getTime()
