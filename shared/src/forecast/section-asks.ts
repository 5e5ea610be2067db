import type { Category } from './categories.ts'
import type { SectionRole } from './sections.ts'

/** What readers come to a section of each role for: the question that stays when it is empty, and its category. */
export const sectionAsks: Readonly<Record<SectionRole, { category: Category; ask: string }>> = {
  motivation: {
    category: 'motivation',
    ask: 'Which problem does this solve, and why is today’s way not enough?',
  },
  nonGoals: { category: 'scope', ask: 'What is deliberately left out?' },
  goals: { category: 'success-criteria', ask: 'What must be true at the end for this to have worked?' },
  summary: { category: 'motivation', ask: 'What is proposed, in two sentences?' },
  alternatives: { category: 'alternatives', ask: 'What else was considered, and why not that?' },
  priorArt: { category: 'prior-art', ask: 'How do others solve this, and what did they learn?' },
  drawbacks: { category: 'drawbacks-risks', ask: 'What is the downside of this, and who bears it?' },
  testing: { category: 'testing', ask: 'How will this be tested, and what must pass before it ships?' },
  rollout: { category: 'rollout-rollback', ask: 'How is this switched on, and how do we go back?' },
  migration: { category: 'compat-migration', ask: 'What happens to those who use today’s version?' },
  security: { category: 'security', ask: 'Who gains access to what, and how could it be misused?' },
  operations: { category: 'operability', ask: 'How do operators see that it works, and that it does not?' },
  performance: { category: 'performance', ask: 'What does it cost at run time, at which scale?' },
  graduation: {
    category: 'success-criteria',
    ask: 'What must be shown before this moves to the next stage?',
  },
  timeline: { category: 'timeline', ask: 'What happens when?' },
  unresolved: { category: 'future-work', ask: 'Is nothing left open, or is it not written down yet?' },
  future: { category: 'future-work', ask: 'What comes after this, and does this design allow for it?' },
  teaching: { category: 'teaching-docs', ask: 'How will people learn of this, and which guides change?' },
  history: { category: 'process-authority', ask: 'What has changed since the last version?' },
  references: { category: 'evidence', ask: 'Where can a reader look this up?' },
  examples: { category: 'examples', ask: 'Can we see a real example?' },
  background: { category: 'motivation', ask: 'What is the situation today?' },
  api: { category: 'api-detail', ask: 'Which fields, defaults and errors exactly?' },
  design: { category: 'mechanism', ask: 'What is to be said under “{section}”?' },
  boilerplate: { category: 'process-authority', ask: 'What is to be said under “{section}”?' },
  other: { category: 'scope', ask: 'What is to be said under “{section}”?' },
}
