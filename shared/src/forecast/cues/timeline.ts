import type { Cue } from './cue.ts'

export const timeline: readonly Cue[] = [
  {
    id: 'time-span',
    words: 'day days week weeks month months year years quarter* sprint* annual* monthly weekly',
    pattern:
      /\b(?:for|after|within|every|until|in|least|most|of|than|next|to|per|last|lasts)(?: the| a)?(?: next| first| last)? (?:\d+|one|two|three|four|six|twelve|few|several|some|couple of)[ -](?:more )?(?:business )?(?:days?|weeks?|months?|years?|quarters?|sprints?)\b/i,
    also: /\b(?:will|must|should|shall|may|supported?|until|after|deprecat\w+|work|works)\b/i,
    unless: /\b(?:select|choose|configur\w+)\b/i,
    question: 'From which date does that run, and is it long enough for those affected?',
    reason: 'A span of time without its beginning.',
    strength: 2,
    example: 'Old keys work [[for six months]].',
  },
  {
    id: 'release-named',
    words: 'release* version* lts eol end-of-life milestone* cycle*',
    pattern:
      /\b(?:(?:in|until|after|before|with|by|for) (?:the )?(?:next |following |first |future |upcoming |major |minor |stable |version |ember |rust |kubernetes )*(?:releases?|v?\d+\.\d+(?:\.\d+)?)|next (?:major|minor)|lts|e(?:nd|ol)[- ]of[- ](?:life|support)|eol|release (?:cycle|schedule|date|train)s?)\b/i,
    question: 'When is that, and what if it is not ready by then?',
    reason: 'A moment is named by something that moves.',
    strength: 2,
    example: 'It goes away [[in the next major release]].',
  },
  {
    id: 'some-day',
    words: 'soon eventually later once future finally until',
    pattern:
      /\b(?:soon|eventually|at (?:some|a later) (?:point|date|stage|time)|in (?:the|a) (?:near )?future|as soon as|once (?:we|all|the|this)|until (?:the|we|all|then))\b/i,
    question: 'When would that be, or what has to happen first?',
    reason: 'A time without a date.',
    strength: 2,
    example: 'The old store goes away [[eventually]].',
  },
  {
    id: 'date',
    words:
      'january february march april may june july august september october november december q1 q2 q3 q4 date dates deadline',
    pattern:
      /\b(?:(?:january|february|march|april|june|july|august|september|october|november|december)(?: \d{1,4})?|q[1-4](?: \d{4})?|20\d\d-\d\d(?:-\d\d)?|deadlines?|(?:target|due|decision|start|end) dates?)\b/i,
    question: 'Is that realistic, and what happens if it is missed?',
    reason: 'A date is set.',
    strength: 2,
    example: 'Writes stop in [[March 2031]].',
  },
]
