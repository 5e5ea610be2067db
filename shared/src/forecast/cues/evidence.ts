import type { Cue } from './cue.ts'

export const evidence: readonly Cue[] = [
  {
    id: 'bare-limit',
    words: 'limit* top most maximum max least up than',
    pattern:
      /\b(?:(?:limit|maximum|max|cap|threshold|minimum)(?: (?:of|is|to|at))?|top|at (?:most|least)|up to|no more than|(?:more|less|longer|larger|fewer|greater) than) ((?:\d[\d,.]*\s?(?:%|[a-z]{1,12})?|(?:two|three|four|five|six|seven|eight|ten|twelve|fifty|hundred)\b(?: [a-z]{1,12})?))/i,
    question: 'Why {1}, and what share lies beyond it?',
    reason: 'A bare limit.',
    strength: 3,
    example: 'A user may have [[at most 10 devices]].',
  },
  {
    id: 'share',
    words: '% percent majority most half third many few',
    pattern:
      /(?:\b\d+(?:\.\d+)? ?(?:%|percent\b)|\b(?:the (?:vast |great |large )?majority|most (?:of (?:the|our) )?(?:users|people|packages|cases|projects|teams|clients|requests|customers|apps|code|developers)|a (?:large|small|significant) (?:number|share|portion|part|fraction|percentage)|1 in (?:every )?\d+)\b)/i,
    question: 'Where does that figure come from, and when was it measured?',
    reason: 'A share is claimed without a source.',
    strength: 3,
    example: '[[Most users]] never open the page.',
  },
  {
    id: 'claimed-effect',
    words:
      'significant* faster better reduc* increas* improv* rarely often usually commonly typical* generally unlikely likely probably frequent* known',
    pattern:
      /\b(?:significant(?:ly)?|(?:much|far|considerably|dramatically) (?:faster|better|smaller|easier|more|less|cheaper)|rarely|(?:very |quite )?(?:often|frequently|commonly)|(?:un|very )?likely|it is (?:well[- ])?known|clearly|obviously|in practice|we have seen|experience (?:has )?show\w*)\b/i,
    question: 'What shows that?',
    reason: 'An effect is claimed without a measurement.',
    strength: 2,
    example: 'Builds become [[much faster]].',
  },
  {
    id: 'number-chosen',
    words: 'seconds minutes hours characters bytes bits mb gb kb times requests',
    pattern:
      /\b(\d[\d,.]* ?(?:seconds?|minutes?|hours?|characters?|bytes?|bits?|[kmg]i?b|ms|requests?|times|retries|attempts|releases))\b/i,
    question: 'Why {1}?',
    reason: 'A number is chosen without a reason.',
    strength: 2,
    example: 'We try [[3 times]].',
  },
  {
    id: 'spike',
    words:
      'spike* benchmark* experiment* prototype* survey* investigat* measure* study analysis research data',
    pattern:
      /\b(?:spikes?|benchmark(?:s|ed|ing)?|experiments?|prototyp(?:e|ed|es)|surveys?|we (?:have )?(?:investigated|measured|analy[sz]ed|tested|found)|research|analysis)\b/i,
    question: 'Where can its result be seen?',
    reason: 'A study is mentioned without its outcome.',
    strength: 2,
    example: 'A [[spike]] went well.',
  },
]
