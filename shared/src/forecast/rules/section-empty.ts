import type { Rule } from './rule.ts'

export const sectionEmpty: Rule = {
  id: 'section-empty',
  title: 'Section empty',
  category: 'scope',
  personas: ['projectLead', 'peer'],
  question: '{ask}',
  reason: 'The heading “{section}” has nothing under it.',
  why: 'A heading is a promise. An empty one leaves the reader with exactly the question that the heading names. Write the answer, or say in one sentence why there is none.',
  severity: 0.8,
  precision: { useful: 41, judged: 51 },
  byDefault: true,
  match: { kind: 'sectionEmpty' },
  examples: [
    { text: '# Cache\n\nPages are slow.\n\n[[## Drawbacks]]\n\n## Alternatives\n\nA larger machine.\n' },
    { text: '# Cache\n\n## Design\n\n### Keys\n\nThe address.\n\n## References\n' },
  ],
}
