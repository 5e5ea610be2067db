import { z } from 'zod'
import { Owed } from './owed.ts'
import { Instant } from './people.ts'

/** Everything that can be missing, with what has to happen. `{n}` is the line's number, `{at}` its time. */
export const missingTexts = {
  'approver.none': 'Name an approver who is not an author and has neither abstained nor stepped aside',
  'seat.vacant': 'Nobody is left to answer for this approver: name an owner or a member, or remove it',
  'verdict.outstanding': 'Give a verdict',
  'verdict.stale': 'Look again: the text has changed since this approval',
  'verdict.changes': 'Answer again after asking for changes, or have an owner dismiss the request',
  'verdict.objection': 'Withdraw the objection, or have an owner dismiss it',
  'approvals.short': '{n} more approvals are needed',
  'outstanding.many': '{n} more answers are needed',
  'concern.restate': 'Restate the concern',
  'concern.confirm': 'Say whether the restatement is the concern',
  'concern.resolve': 'Propose a resolution of the concern, or overrule it',
  'concern.accept': 'Say whether the resolution answers the concern',
  'concern.second': 'Second the overruling of the concern, or leave it open',
  'quiet.running': 'The waiting time ends {at}',
  'decision.unproposed': 'Propose a decision',
  'period.waiting': 'The final comment period starts once nothing else is missing',
  'period.running': 'The final comment period ends {at}',
  'period.paused': 'The final comment period stands still until nothing holds it up',
  'period.other': 'The final comment period runs for another decision: propose this one',
  hold: 'Release the hold',
  'round.open': 'Take a stance; the round ends {at}',
  'proposal.undecided': 'Write the outcome of the proposal',
  'advice.unanswered': 'Answer the advice',
} as const satisfies Record<string, string>

export type MissingCode = keyof typeof missingTexts

// reason: `Object.keys` does not know that a constant has no other keys than its own
const codes = Object.keys(missingTexts) as MissingCode[]

/** One thing that has to happen, and who can make it happen. Nobody owes what only time brings. */
export const MissingLine = z.object({
  code: z.enum(codes),
  owes: z.array(Owed),
  /** Id of the seat, verdict, concern, proposal or piece of advice it is about. */
  about: z.string().nullable(),
  count: z.number().int().nullable(),
  at: Instant.nullable(),
})
export type MissingLine = z.infer<typeof MissingLine>

/** A line of the list; what is not given is null. */
export function line(
  code: MissingCode,
  owes: Owed[],
  rest: Partial<Pick<MissingLine, 'about' | 'count' | 'at'>> = {},
): MissingLine {
  return { code, owes, about: rest.about ?? null, count: rest.count ?? null, at: rest.at ?? null }
}

/** What has to happen, in English. The caller formats the time, which needs a zone. */
export function textOf({ code, count, at }: MissingLine, formatTime: (at: Instant) => string): string {
  const text = missingTexts[code]
  const singular =
    count === 1 ? text.replace('approvals are', 'approval is').replace('answers are', 'answer is') : text
  return singular
    .replace('{n}', String(count ?? ''))
    .replace('{at}', at === null ? 'when it can' : formatTime(at))
}
