import type { Rule } from './rule.ts'

export const sectionPlaceholder: Rule = {
  id: 'section-placeholder',
  title: 'Section only a placeholder',
  category: 'scope',
  personas: ['projectLead', 'peer'],
  question: '{ask}',
  reason: '“{section}” says only “{quote}”.',
  why: '“TBD” tells the reader that the author knows of the question and has no answer yet. Answer it, or turn it into an open question with an owner and a date.',
  severity: 0.8,
  precision: { useful: 23, judged: 26 },
  byDefault: true,
  match: { kind: 'sectionPlaceholder' },
  examples: [
    { text: '# Cache\n\nPages are slow.\n\n## Test plan\n\n[[TBD]]\n' },
    { text: '# Cache\n\n## Test plan\n\n_[[To be written…]]_\n' },
    { text: '# Cache\n\n## Test plan\n\n- [ ] [[TODO]]\n' },
    { text: '# Cache\n\n## Test plan\n\nTBD by the storage team before the review on Friday.\n' },
  ],
}
