import type { Cue } from './cue.ts'

export const operability: readonly Cue[] = [
  {
    id: 'unseen',
    words: 'silent* ignor* skip* drop* background asynchron* automatically discard*',
    pattern:
      /\b(?:silent(?:ly)?|(?:is|are|be|will be|gets?|simply|just) (?:ignored|skipped|dropped|discarded)|in the background|asynchronous(?:ly)?)\b/i,
    question: 'How does anyone notice when this goes wrong?',
    reason: 'Something happens out of sight.',
    strength: 3,
    example: 'Unknown keys [[are ignored]].',
  },
  {
    id: 'observed',
    words: 'log logs logged logging metric metrics alert* monitor* dashboard* healthy health trace*',
    pattern:
      /\b(?:log(?:s|ged|ging)?\b(?! in)|metrics?|alert(?:s|ing|ed)?|monitor(?:s|ed|ing)?|dashboards?|health(?:y| checks?)?|observab\w+)\b/i,
    question: 'Which signal says that something is wrong, and what does one do then?',
    reason: 'Observation is mentioned without what it leads to.',
    strength: 2,
    example: 'We [[monitor]] the queue.',
  },
  {
    id: 'error-shown',
    words: 'error* message* warn* warning* fail* reject* report*',
    pattern:
      /\b(?:error messages?|warn(?:s|ed|ing|ings)?|returns? an error|throws?|raises?|an error (?:is|will|message)|status codes?)\b/i,
    question: 'What exactly does the person at the other end read, and what can they do about it?',
    reason: 'An error is promised without its words.',
    strength: 2,
    example: 'The client [[returns an error]].',
  },
]
