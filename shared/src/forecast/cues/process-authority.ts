import type { Cue } from './cue.ts'

export const processAuthority: readonly Cue[] = [
  {
    id: 'approval',
    words: 'approv* review* consensus vote* voting sign-off accept* merge* permission nominat*',
    pattern:
      /\b(?:approv(?:e|es|ed|al|als|er|ers|ing)|positive reviews?|reviewed by|vot(?:e|es|ed|ing)|sign(?:ed)?[- ]off|(?:be|is|are) (?:accepted|merged|nominated)|final (?:comment period|say|decision))\b/i,
    also: /\b(?:must|needs?|requires?|required|should|will|shall|after|until|by)\b/i,
    question: 'Whose approval is that, by when, and what if they disagree?',
    reason: 'A decision is to be made by somebody.',
    strength: 2,
    example: 'A change needs the [[approval]] of two people.',
  },
  {
    id: 'case-by-case',
    words:
      'exception* case case-by-case required desired discretion unless needed necessary appropriate warrant*',
    pattern:
      /\b(?:exceptions? (?:to|can|may|will|are|for|is)|case[- ]by[- ]case|at (?:the|their) discretion|(?:if|as|when|where) (?:needed|necessary|appropriate|required|warranted|desired))\b/i,
    question: 'Who decides that, and by which measure?',
    reason: 'A judgement is left to somebody.',
    strength: 3,
    example: 'Limits are raised [[case by case]].',
  },
  {
    id: 'who-decides',
    words:
      'decide* decision* committee* council core team leadership maintainers criteria policy govern* considered',
    pattern:
      /\b(?:(?:to|will|would|should|can|must|may|we|team|committee|council|maintainers) (?:then )?decide|decisions?|steering (?:committee|council)|core team|leadership|governance|criteria|considered by)\b/i,
    question: 'Who has the last word, and how do the others hear of it?',
    reason: 'Power to decide is mentioned.',
    strength: 2,
    example: 'The [[core team]] adds a name.',
  },
  {
    id: 'rule-without-force',
    words: 'should must enforce* rule rules policy guideline* recommend* encourag* expected',
    pattern:
      /\b(?:enforce(?:d|s)? (?:this|the|these|that|by)|(?:possible |new |following |these |the )rules?|guidelines?|(?:is|are) (?:strongly )?(?:encouraged|expected|recommended|discouraged))\b/i,
    question: 'What enforces that, and what happens to those who do not follow it?',
    reason: 'A rule without its consequence.',
    strength: 2,
    example: 'Authors [[are encouraged]] to add a test.',
  },
  {
    id: 'still-open',
    words: 'propose* decision* decided discuss* feedback thoughts option options tbd',
    pattern:
      /\b(?:to be (?:decided|determined|discussed)|tbd|feedback (?:on|is|wanted|welcome|requested)|thoughts\?|up for (?:discussion|debate)|open to (?:suggestions|ideas)|decision (?:type|date|maker)s?|not (?:yet )?(?:been )?decided)\b/i,
    question: 'What is to be decided here, by whom, and until when?',
    reason: 'A decision is left open.',
    strength: 3,
    example: 'The length is [[to be decided]].',
  },
]
