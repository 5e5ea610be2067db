import type { Cue } from './cue.ts'

export const teachingDocs: readonly Cue[] = [
  {
    id: 'documented-where',
    words: 'document* docs guide* tutorial* readme handbook teach* learn* explain* educat*',
    pattern:
      /\b(?:(?:will|must|should|be|is|are|to) (?:be )?(?:well )?document(?:ed)?|docs|documentation|guides?|tutorials?|readmes?|handbook|teach(?:ing)?|learn(?:ing)?|educat\w+)\b/i,
    question: 'Which pages change, and where will people look first?',
    reason: 'Documentation is promised in general.',
    strength: 2,
    example: 'The flag [[will be documented]].',
  },
  {
    id: 'announced',
    words: 'announce* blog communicat* notice notif* inform* changelog newsletter email',
    pattern:
      /\b(?:announc\w+|blog ?posts?|communicat(?:e|ed|ion|ing)|(?:a|prior|advance) notice|inform(?:ed|ing)? (?:users|people|teams|the)|release notes|changelog|newsletter)\b/i,
    question: 'How do those hear of it who do not read that?',
    reason: 'A channel is chosen; not everyone follows it.',
    strength: 2,
    example: 'We [[announce]] it in spring.',
  },
]
