import { expect, test } from 'vitest'
import { dateIn, endOfDay } from './when.ts'

const noon = new Date(2026, 11, 30, 12).getTime()

test.each([
  [0, '2026-12-30'],
  [1, '2026-12-31'],
  [2, '2027-01-01'],
])('%i days from a day in December is %s', (days, date) => {
  expect(dateIn(days, noon)).toBe(date)
})

test('a day that was chosen lasts until its last minute', () => {
  const end = new Date(endOfDay('2026-12-30'))
  expect([end.getDate(), end.getHours(), end.getMinutes()]).toEqual([30, 23, 59])
})
