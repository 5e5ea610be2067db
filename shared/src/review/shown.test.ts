import { describe, expect, test } from 'vitest'
import { abilities, offered } from './abilities.ts'
import { revisitDue } from './due.ts'
import type { MissingCode } from './missing-line.ts'
import { line, textOf } from './missing-line.ts'
import { presets } from './presets.ts'
import { Story } from './story.testing.ts'

describe('a missing line in words', () => {
  const at = Date.parse('2026-03-12T09:00:00Z')
  const utc = (time: number) => new Date(time).toISOString().slice(0, 10)
  const examples: [MissingCode, { count?: number; at?: number }, string][] = [
    ['approvals.short', { count: 1 }, '1 more approval is needed'],
    ['approvals.short', { count: 3 }, '3 more approvals are needed'],
    ['outstanding.many', { count: 1 }, '1 more answer is needed'],
    ['period.running', { at }, 'The final comment period ends 2026-03-12'],
    ['hold', {}, 'Release the hold'],
  ]

  test.each(examples)('%s %j', (code, rest, text) => {
    expect(textOf(line(code, [], rest), utc)).toBe(text)
  })
})

describe('abilities', () => {
  const story = new Story({ policy: presets.standard, approvers: ['bea', 'cem'], contributors: ['con'] })
  story.approves('bea')
  const asked = (actor: string) => abilities(story.review, actor, story.context(actor))

  test('say what is missing of what the driver may do', () => {
    const { accept } = asked('dan')
    expect(accept).toMatchObject({
      problem: { code: 'refused' },
      missing: [{ code: 'verdict.outstanding', owes: [{ kind: 'person', personId: 'cem' }] }],
    })
    expect(offered(asked('dan'), story.review)).toEqual(
      expect.arrayContaining(['accept', 'reject', 'hold', 'withdraw document']),
    )
  })

  test('offer an approver the answers and a reader nothing that decides', () => {
    expect(offered(asked('cem'), story.review)).toEqual(
      expect.arrayContaining(['give verdict', 'recuse', 'delegate', 'raise concern']),
    )
    expect(offered(asked('cem'), story.review)).not.toContain('accept')
    expect(asked('zoe')['give verdict']).toMatchObject({ problem: { code: 'forbidden' } })
  })

  test('follow the state', () => {
    expect(asked('dan')['open review']).toMatchObject({ problem: { code: 'conflict' } })
    expect(offered(asked('dan'), story.review)).not.toContain('open review')
  })
})

test('a decision is due on its day and after, a trigger in words never by itself', () => {
  expect(revisitDue({ owner: 'bea', on: '2027-01-31' }, '2027-01-30')).toBe(false)
  expect(revisitDue({ owner: 'bea', on: '2027-01-31' }, '2027-01-31')).toBe(true)
  expect(revisitDue({ owner: 'bea', when: 'load doubles' }, '2030-01-01')).toBe(false)
})
