import type { Cue } from './cue.ts'

export const successCriteria: readonly Cue[] = [
  {
    id: 'goal-unmeasured',
    words: 'reduc* increas* improv* decreas* goal goals success* adoption faster fewer less target* achiev*',
    pattern:
      /\b(?:(?:reduc|increas|improv|decreas)(?:e|es|ed|ing|tion)|success(?:ful|fully)?|adoption|(?:our|the|main|primary) goals?|achiev(?:e|ed|es)|\d+ ?% )/i,
    question: 'How is that measured, and which figure means that it worked?',
    reason: 'A goal without a measure.',
    strength: 2,
    only: ['goals', 'motivation', 'graduation', 'summary', 'other', 'background'],
    example: '## Goals\n\n[[Reduce]] the number of pages.',
  },
  {
    id: 'stage-gate',
    words: 'alpha beta ga stable graduat* exit criteria stage* milestone* mature*',
    pattern:
      /\b(?:alpha|beta|ga\b|graduat(?:e|es|ed|ion)|exit (?:criteria|the)|criteria|promot(?:e|ed|ion) to|(?:considered|becomes?|marked(?: as)?) stable)\b/i,
    question: 'What exactly must be shown to get there?',
    reason: 'A stage is named without its gate.',
    strength: 2,
    example: 'It leaves [[beta]] next year.',
  },
]
