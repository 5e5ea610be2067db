import type { Cue } from './cue.ts'

export const naming: readonly Cue[] = [
  {
    id: 'new-name',
    words: 'called named name names naming rename* title prefix suffix',
    pattern:
      /\b(?:(?:is|are|be|will be|should be|(?:property|command|flag|type|package|crate|tool|label|field|function|method|class|interface|option|file|repo|repository|component|module|event|group|team|product)s?) (?:called|named)|(?:the|a|new|better|reserved) names?|naming|rename(?:d|s)?|prefix(?:es|ed)?|suffix(?:es|ed)?)\b/i,
    question: 'Why this name, and what might it be mistaken for?',
    reason: 'A name is given; it will outlive the design.',
    strength: 2,
    example: 'The tool [[is called]] Porter.',
  },
  {
    id: 'code-introduced',
    words: 'introduc* add adds adding new propose* provide*',
    pattern:
      /\b(?:introduc(?:e|es|ed|ing)|add(?:s|ed|ing)?|propos(?:e|es|ing)|provid(?:e|es|ing)|new) (?:a |an |the |two |three )?(?:new )?(?:[\w-]+ )?(?:[\w-]+ )?x{3,}/i,
    question: 'Is that the right name, and does it say what it does to someone who sees it first?',
    reason: 'A new identifier is introduced.',
    strength: 2,
    example: 'We [[introduce a `sweep`]] command.',
  },
]
