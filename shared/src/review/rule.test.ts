import { describe, expect, test } from 'vitest'
import type { Policy } from './policy.ts'
import { Policy as PolicySchema } from './policy.ts'
import type { PresetName } from './presets.ts'
import { presetNames, presets } from './presets.ts'
import { ruleOf } from './rule.ts'

const stale = 'an approval goes stale when a section it answers for changes'

const sentences: Record<PresetName, string> = {
  light: `Accepted when the decider decides, no concern is open and 3 days have passed since it opened or last changed; ${stale}, and anyone may ask for a stricter rule.`,
  standard: `Accepted when every approver has approved and no concern is open; ${stale}.`,
  'final comment': `Accepted when more than half of the approvers have approved, at most 2 answers are outstanding, no concern is open and a final comment period of 10 days has ended (a concern raised in it sends it back to review); ${stale}.`,
  consent: `Accepted when no approver has objected within 7 days of the last counted edit and no concern is open; ${stale}.`,
  advice: `Accepted when the decider decides, no concern is open and every piece of advice has been answered; ${stale}.`,
}

describe('a policy in words', () => {
  test.each(presetNames)('the %s preset is valid and says its whole rule', name => {
    expect(PolicySchema.parse(presets[name])).toEqual(presets[name])
    expect(ruleOf(presets[name])).toBe(sentences[name])
  })

  const variations: [string, Partial<Policy>, string][] = [
    ['a count of one', { approvals: { count: 1 } }, 'one approver has approved'],
    ['a count', { approvals: { count: 3 } }, '3 approvers have approved'],
    ['one outstanding', { maxOutstanding: 1 }, 'at most 1 answer is outstanding'],
    ['none outstanding', { maxOutstanding: 0 }, 'no answer is outstanding'],
    ['working days', { finalCommentDays: 5, businessDays: true }, 'a final comment period of 5 working days'],
    ['a paused period', { finalCommentDays: 1, concernInFinalComment: 'pause' }, 'stops its clock'],
    ['a blocked outcome', { finalCommentDays: 1, concernInFinalComment: 'block' }, 'holds up the outcome'],
    ['strict staleness', { staleness: 'document' }, 'goes stale when the document changes'],
    ['no staleness', { staleness: 'none' }, 'approvals outlast edits'],
  ]

  test.each(variations)('%s is said', (_name, change, words) => {
    expect(ruleOf({ ...presets.standard, ...change })).toContain(words)
  })

  test('consent without a deadline is no policy', () => {
    expect(PolicySchema.safeParse({ ...presets.consent, quietDays: 0 }).success).toBe(false)
  })
})
