import { expect, test } from 'vitest'
import { rulePage, rulePages } from './pages.ts'

test('every rule and category has a page with its examples', () => {
  expect(new Set(rulePages.map(({ id }) => id)).size).toBe(rulePages.length)
  for (const { markdown } of rulePages) expect(markdown).toMatch(/^# .+[\s\S]+\[\[|^# .+[\s\S]+missing/)
})

test.each([
  ['section-empty', 'section-empty'],
  ['forecast/security', 'forecast/security'],
  ['forecast/security/secrets', 'forecast/security'],
  ['forecast/weather', undefined],
])('the page of %s is %s', (rule, id) => {
  expect(rulePage(rule)?.id).toBe(id)
})
