import type { Cue } from './cue.ts'

export const drawbacksRisks: readonly Cue[] = [
  {
    id: 'no-drawback',
    words: 'no none not n/a drawback* downside* risk* minimal',
    pattern:
      /^\W*(?:none\b|n\/a|no\b[^.]{0,40}(?:drawbacks?|downsides?|risks?|disadvantages?)|(?:i|we) (?:can(?:no|['’])t|do not|don['’]t) (?:think|see|know))|\b(?:no (?:known |real |major |significant |obvious )?(?:drawbacks?|downsides?|risks?|disadvantages?|impact)|(?:there (?:are|is) )(?:no|little) (?:drawbacks?|downsides?|risks?))\b/i,
    question: 'Really none? Who has to learn, maintain or give up something?',
    reason: 'A change without a price is rarely believed.',
    strength: 3,
    only: ['drawbacks', 'security', 'migration', 'performance', 'other', 'design'],
    example: '## Drawbacks\n\n[[None]].',
  },
  {
    id: 'risk-named',
    words:
      'risk* drawback* downside* disadvantage* danger* concern* burden confus* complexity harm* problematic unfortunately',
    pattern:
      /\b(?:risk(?:s|y|ing)?|drawbacks?|downsides?|disadvantages?|danger(?:ous)?|concern(?:s|ed)?|burden|confus(?:e|ing|ion)|complexity|harm(?:ful)?|problematic|unfortunately|trade-?offs?)\b/i,
    question: 'How likely is that, who bears it, and what softens it?',
    reason: 'A price is named without its size.',
    strength: 1,
    example: 'There is a [[risk]] of stale pages.',
  },
  {
    id: 'could-hurt',
    words: 'break* lose* lost slip bug* bugs bypass* abuse* misuse* disrupt* delay* wrong stale',
    pattern:
      /\b(?:(?:may|might|could|can|would) (?:also )?(?:break|lose|slip|cause|lead|result|disrupt|delay|hide|mask|go wrong|become|end up)|misus\w+|disrupt\w*|stale|bypass\w*)\b/i,
    question: 'How bad would that be, and how would we find out?',
    reason: 'Something can go wrong by design.',
    strength: 2,
    example: 'The change [[may break]] old scripts.',
  },
  {
    id: 'consequence',
    words: 'consequence* impact* affect* require* force* change need*',
    pattern:
      /\b(?:consequences?|impact(?:s|ed|ing)?|(?:will|would|may) (?:also )?(?:affect|require|force|need)|at the (?:cost|expense) of)\b/i,
    question: 'Who pays for that, and did they agree?',
    reason: 'A consequence falls on somebody.',
    strength: 1,
    example: 'This has an [[impact]] on support.',
  },
]
