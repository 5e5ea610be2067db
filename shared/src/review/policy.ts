import { z } from 'zod'

const days = z.number().int().min(0).max(365)

/** Whose approval is enough. Seats are counted, so a group or the owners of a space count as one. */
export const Approvals = z.union([
  z.enum(['all', 'majority', 'consent', 'decider']),
  z.object({ count: z.number().int().min(1).max(100) }),
])
export type Approvals = z.infer<typeof Approvals>

/**
 * The one rule by which a document is decided. The sentence shown to people is generated from this (`ruleOf`), the
 * missing list is computed from it (`missing`), and nothing else decides.
 */
export const Policy = z
  .object({
    name: z.string().trim().min(1).max(60),
    approvals: Approvals,
    /** Most seats that may still be without an answer; null when only `approvals` matters. */
    maxOutstanding: z.number().int().min(0).max(100).nullable(),
    /** Length of the final comment period; 0 for none. */
    finalCommentDays: days,
    /** Count the days of periods in working days of the space's calendar rather than in spans of 24 hours. */
    businessDays: z.boolean(),
    /** Go back to review, stop the clock, or let it run but refuse the outcome. */
    concernInFinalComment: z.enum(['reset', 'pause', 'block']),
    staleness: z.enum(['section', 'document', 'none']),
    blindFirstRound: z.boolean(),
    /** Days since the review opened or a counted edit, before an outcome may be published; the deadline of a consent. */
    quietDays: days,
    /** Every piece of advice needs an answer before the outcome. */
    answerAdvice: z.boolean(),
    /** Anyone who can read may swap this policy for another preset. */
    escalates: z.boolean(),
    /** Days after which somebody may confirm for a raiser who is away. */
    awayDays: days,
    /** Days before the end of a period at which the undecided are reminded. */
    remindDaysBefore: z.array(days.min(1)).max(5),
  })
  .refine(policy => policy.approvals !== 'consent' || policy.quietDays > 0, {
    message: 'consent needs a deadline: quietDays must be at least 1',
    path: ['quietDays'],
  })
export type Policy = z.infer<typeof Policy>
