import type { Rule } from './rule.ts'

export const acronymUnexpanded: Rule = {
  id: 'acronym-unexpanded',
  title: 'Acronym never expanded',
  category: 'terminology',
  personas: ['newcomer', 'domainOwner'],
  question: 'What does “{term}” stand for?',
  reason: '“{term}” is used more than once and never spelled out; it is not in the glossary.',
  why: 'Readers from outside the team meet the letters without the words. Spell them out at the first use, or add the term to the glossary.',
  severity: 0.4,
  precision: { useful: 27, judged: 46 },
  byDefault: true,
  match: { kind: 'acronym' },
  examples: [
    { text: '# Queue\n\nThe [[BFQ]] holds messages. A BFQ never blocks.\n' },
    { text: '# Queue\n\nThe big fast queue (BFQ) holds messages. A BFQ never blocks.\n' },
    { text: '# Queue\n\nThe BFQ holds messages. A BFQ never blocks.\n', options: { knownTerms: ['BFQ'] } },
    { text: '# Queue\n\nThe API speaks HTTP. It MUST answer in JSON over HTTP; the API is small.\n' },
  ],
}
