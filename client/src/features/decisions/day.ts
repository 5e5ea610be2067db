const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })

/** A day of the record as people write it, whatever the zone of the reader: `Mar 2, 2026`. */
export const dayIn = (date: string): string => format.format(new Date(`${date}T00:00:00Z`))
