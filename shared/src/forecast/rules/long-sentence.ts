import type { Rule } from './rule.ts'

export const longSentence: Rule = {
  id: 'long-sentence',
  title: 'Long sentence',
  category: 'terminology',
  personas: ['newcomer', 'executive'],
  question: 'Which of the points in this sentence is the one that matters?',
  reason: '{words} words in one sentence; readers lose the first half before the end of the second.',
  why: 'Sentences far beyond the document’s own habit hide conditions and exceptions in their middle. Lists and code are not counted.',
  severity: 0.2,
  precision: null,
  byDefault: true,
  match: { kind: 'longSentence', words: 55 },
  examples: [
    {
      text: '# Cache\n\n[[When a page is requested by someone who has seen it before and the copy that we hold is older than the limit that the owner of the page has set for readers of that kind then we ask the origin whether it changed and only if it did do we fetch it again and replace what we hold.]]\n',
    },
    {
      text: '# Cache\n\nWhen a page is requested, we look for a copy. If it is too old, we ask the origin.\n',
    },
  ],
}
