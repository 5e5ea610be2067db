import type { Cue } from './cue.ts'

export const motivation: readonly Cue[] = [
  {
    id: 'pain-unquantified',
    words:
      'difficult hard cumbersome tedious painful annoying frustrating inconvenient confusing error-prone time-consuming awkward',
    pattern:
      /\b(?:difficult|hard(?= to)|cumbersome|tedious|painful|annoying|frustrating|inconvenient|confusing|error-prone|time-consuming|awkward)\b/i,
    question: '“{0}”: for whom, and how often does it happen?',
    reason: 'A pain is named without an incident or a number.',
    strength: 2,
    only: ['motivation', 'summary', 'background', 'other', 'design'],
    example: 'It is [[cumbersome]] to rename a bucket.',
  },
  {
    id: 'cannot-today',
    words: "no not cannot can’t can't impossible lack* missing without",
    pattern:
      /\b(?:currently|today|at present|at the moment|right now|existing)\b[^.]{0,80}\b(?:no (?:way|support|easy|standard|good)|not (?:possible|support\w*|provide|have|allow)|cannot|can['’]t|impossible|lacks?|missing|without)\b/i,
    question: 'What do people do today instead, and why is that not enough?',
    reason: 'Something is said to be impossible today; readers think of their workaround.',
    strength: 2,
    only: ['motivation', 'summary', 'background', 'other', 'design'],
    example: 'There is [[currently no way]] to rename a bucket.',
  },
  {
    id: 'would-be-nice',
    words: 'nice useful beneficial helpful convenient desirable hope* benefit*',
    pattern:
      /\b(?:would be (?:nice|useful|beneficial|helpful|convenient|desirable|great)|(?:our|we) hope|hopefully|can benefit|would benefit)\b/i,
    question: 'Who needs this, and what goes wrong for them without it?',
    reason: 'A wish is given where a problem is expected.',
    strength: 2,
    example: 'It [[would be useful]] to list old buckets.',
  },
  {
    id: 'better-for-whom',
    words: 'improve* simplif* easier better cleaner consistent modern flexib*',
    pattern:
      /\b(?:improv(?:e|es|ing)|simplif(?:y|ies|ying)|easier|cleaner|more (?:consistent|flexible|modern|maintainable))\b/i,
    question: 'What gets better for whom, and how would they notice?',
    reason: 'An improvement is promised without saying for whom.',
    strength: 1,
    only: ['motivation', 'summary', 'goals', 'background', 'other'],
    example: 'This will [[simplify]] the code.',
  },
]
