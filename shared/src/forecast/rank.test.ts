import { expect, test } from 'vitest'
import { forecast } from './forecast.ts'

test.each([undefined, ['security'], ['finance', 'executive']] as const)(
  'a section that says only TODO is asked about first or second, whoever reads (%j)',
  audience => {
    const text = '# Store\n\n## Rollout\n\nTODO\n\n## Proposal\n\nWrites go to the end of a log.\n'
    const { findings } = forecast(text, audience ? { audience } : {})
    const shown = findings.filter(finding => finding.shown).map(finding => finding.rule)
    expect(shown).toContain('section-placeholder')
  },
)
