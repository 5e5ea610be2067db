import { describe, expect, test } from 'vitest'
import type { Policy } from './policy.ts'
import { presets } from './presets.ts'
import { Story, sections } from './story.testing.ts'

/** Approvals in Google Docs: everyone approves the latest version, one rejection is enough, an approved file is locked. */
const policy: Policy = { ...presets.standard, staleness: 'document' }

describe('as Google Docs asks for approvals', () => {
  test('it is approved when the last of all reviewers has approved', () => {
    const story = new Story({ policy, approvers: ['bea', 'cem', 'eva'] })
    story.approves('bea', 'cem')
    expect(story.cannotPublish()).toEqual(['verdict.outstanding'])
    story.approves('eva')
    story.publishes()
    expect(story.state).toBe('accepted')
  })

  test('an edit on the way asks everyone who has approved again', () => {
    const story = new Story({ policy, approvers: ['bea', 'cem'] })
    story.approves('bea')
    story.edits({ summary: 's1', proposal: 'p1', notes: 'n2', 'limits@api': 'l1' })
    expect(story.cannotPublish()).toEqual(['verdict.stale', 'verdict.outstanding'])
    story.approves('bea', 'cem')
    story.publishes()
  })

  test('one rejection is enough to stop it, and ends in a rejection', () => {
    const story = new Story({ policy, approvers: ['bea', 'cem', 'eva'] })
    story.approves('bea', 'cem')
    story.answers('eva', 'request changes', 'Not like this')
    expect(story.cannotPublish()).toContain('verdict.changes')
    story.publishes('reject')
    expect(story.state).toBe('rejected')
  })

  test('an approved document is locked', () => {
    const story = new Story({ policy, approvers: ['bea'] })
    story.approves('bea')
    story.publishes()
    story.refused(
      'ann',
      { type: 'edit', version: 2, sections: sections({ summary: 's2' }), editorial: true },
      'conflict',
    )
  })
})
