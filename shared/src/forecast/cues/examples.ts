import type { Cue } from './cue.ts'

export const examples: readonly Cue[] = [
  {
    id: 'shown-not',
    words:
      'command commands output response format look* flow syntax configuration file message page example',
    pattern:
      /\b(?:(?:the|a|an|following|new|this) (?:[\w-]+ )?(?:commands?|output|response|payload|flow|configuration|config file|manifest|template|query|workflow|message)|looks? (?:like|as follows)|for (?:example|instance))\b/i,
    question: 'Can we see a real one, from beginning to end?',
    reason: 'It is described and not shown.',
    strength: 1,
    example: 'You run [[the command]] once.',
  },
  {
    id: 'abstract-case',
    words: 'case cases complex real scenario situation simple generic',
    pattern:
      /\b(?:(?:more )?(?:complex|complicated|realistic|real[- ]world|simple|common|typical|advanced) (?:case|example|scenario|situation|use case|usage)s?|in (?:some|certain|many|most) cases)\b/i,
    question: 'What would such a case look like?',
    reason: 'A case is spoken of and not shown.',
    strength: 2,
    example: '[[In some cases]] the key is longer.',
  },
]
