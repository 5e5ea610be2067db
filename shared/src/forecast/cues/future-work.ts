import type { Cue } from './cue.ts'

export const futureWork: readonly Cue[] = [
  {
    id: 'later-on',
    words: 'future later eventually follow-up extend* next someday possibly',
    pattern:
      /\b(?:in (?:the|a) future|future (?:work|proposals?|rfcs?|improvements?|extensions?|versions?|iterations?|possibilit\w+)|later (?:on|stage|version|date|rfc)|follow[- ]?ups?|could be (?:added|extended|improved)|next steps?|long[- ]term|down the (?:road|line))\b/i,
    question: 'Does this design leave room for that, or must it then be redone?',
    reason: 'Something is put off.',
    strength: 2,
    example: 'Other regions are [[future work]].',
  },
  {
    id: 'shut-door',
    words: 'plan* never permanent* stable commit* irreversible lock* forever',
    pattern:
      /\b(?:no (?:current )?plans?|never|permanent(?:ly)?|irreversibl\w+|forever|lock(?:s|ed)?[- ]in|stabili[sz]\w+|commit(?:s|ted|ting)? (?:us|to))\b/i,
    question: 'Which doors does that close for good?',
    reason: 'Something is settled for long.',
    strength: 2,
    example: 'There are [[no plans]] for a second version.',
  },
  {
    id: 'unresolved-here',
    words: '? unresolved open question questions',
    pattern: /\S{3,}[^?]{10,}\?\s*$/,
    question: 'Which answer do you lean to, and must it be settled before this is accepted?',
    reason: 'The document leaves this question open.',
    strength: 2,
    only: ['unresolved', 'future'],
    example: '## Open questions\n\n[[Should the key be longer?]]',
  },
]
