import type { Rule } from './rule.ts'

export const guidanceLeft: Rule = {
  id: 'guidance-left',
  title: 'Template guidance left in',
  category: 'scope',
  personas: ['peer', 'projectLead'],
  question: '{ask}',
  reason: 'This is the template’s instruction, not yet an answer to it.',
  why: 'Guidance is written for the author. Left in the document it tells readers that the section was not finished. Replace it with the answer, or delete it.',
  severity: 0.6,
  precision: null,
  byDefault: true,
  match: { kind: 'guidanceLeft' },
  examples: [
    {
      text: '# Cache\n\n## Drawbacks\n\n[[Say who loses something, and how much.]]\n',
      options: { guidance: ['Say who loses something, and how much.'] },
    },
    {
      text: '# Cache\n\n## Drawbacks\n\nPages may be a minute old.\n',
      options: { guidance: ['Say who loses something, and how much.'] },
    },
  ],
}
