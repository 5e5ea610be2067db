import type { Approvals, Policy } from './policy.ts'

/** The policy as one English sentence, in the order in which a document meets its conditions. */
export function ruleOf(policy: Policy): string {
  const conditions = [
    whoDecides(policy.approvals, policy),
    ...outstanding(policy),
    'no concern is open',
    ...(policy.answerAdvice ? ['every piece of advice has been answered'] : []),
    ...quiet(policy),
    ...finalComment(policy),
  ]
  return `Accepted when ${listed(conditions)}; ${staleness[policy.staleness]}${escalation(policy)}.`
}

function whoDecides(approvals: Approvals, policy: Policy): string {
  switch (approvals) {
    case 'all':
      return 'every approver has approved'
    case 'majority':
      return 'more than half of the approvers have approved'
    case 'consent':
      return `no approver has objected within ${span(policy.quietDays, policy)} of the last counted edit`
    case 'decider':
      return 'the decider decides'
    default:
      return approvals.count === 1
        ? 'one approver has approved'
        : `${approvals.count} approvers have approved`
  }
}

function outstanding({ maxOutstanding }: Policy): string[] {
  if (maxOutstanding === null) return []
  if (maxOutstanding === 0) return ['no answer is outstanding']
  return [`at most ${maxOutstanding} ${maxOutstanding === 1 ? 'answer is' : 'answers are'} outstanding`]
}

function quiet(policy: Policy): string[] {
  if (policy.quietDays === 0 || policy.approvals === 'consent') return []
  return [`${span(policy.quietDays, policy)} have passed since it opened or last changed`]
}

const concernEffect = {
  reset: 'sends it back to review',
  pause: 'stops its clock',
  block: 'holds up the outcome',
} as const satisfies Record<Policy['concernInFinalComment'], string>

function finalComment(policy: Policy): string[] {
  if (policy.finalCommentDays === 0) return []
  const effect = concernEffect[policy.concernInFinalComment]
  return [
    `a final comment period of ${span(policy.finalCommentDays, policy)} has ended (a concern raised in it ${effect})`,
  ]
}

const staleness = {
  section: 'an approval goes stale when a section it answers for changes',
  document: 'every approval goes stale when the document changes',
  none: 'approvals outlast edits',
} as const satisfies Record<Policy['staleness'], string>

function escalation({ escalates }: Policy): string {
  return escalates ? ', and anyone may ask for a stricter rule' : ''
}

function span(days: number, { businessDays }: Policy): string {
  return `${days} ${businessDays ? 'working ' : ''}${days === 1 ? 'day' : 'days'}`
}

function listed(parts: string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
