import type { Rule } from './rule.ts'

export const sectionMissing: Rule = {
  id: 'section-missing',
  title: 'Required section missing',
  category: 'scope',
  personas: ['projectLead', 'domainOwner'],
  question: 'Where is “{heading}”?',
  reason: 'The template of this document requires a section “{heading}”; no heading carries that name.',
  why: 'Readers look for a required section first. When it is absent they cannot tell whether nothing was to be said or nobody thought of it. If it does not apply, keep the heading and say why.',
  severity: 0.9,
  precision: null,
  byDefault: true,
  match: { kind: 'sectionMissing' },
  examples: [
    {
      text: '# Cache\n\n## Motivation\n\nPages are slow.\n',
      missing: true,
      options: { required: [{ heading: 'Drawbacks' }] },
    },
    {
      text: '# Cache\n\n## Risks and drawbacks\n\nStale pages.\n',
      options: { required: [{ heading: 'Drawbacks', aliases: ['Risks'] }] },
    },
  ],
}
