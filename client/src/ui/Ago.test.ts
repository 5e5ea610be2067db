import { expect, test } from 'vitest'
import { ago } from './Ago.tsx'

test.each([
  ['2026-05-05T11:59:40Z', 'just now'],
  ['2026-05-05T12:00:30Z', 'just now'],
  ['2026-05-05T11:30:00Z', '30 minutes ago'],
  ['2026-05-05T09:00:00Z', '3 hours ago'],
  ['2026-05-04T11:00:00Z', 'yesterday'],
  ['2025-05-01T12:00:00Z', 'last year'],
])('%s reads as “%s” at noon on 5 May 2026', (time, text) => {
  expect(ago(time, Date.parse('2026-05-05T12:00:00Z'))).toBe(text)
})
