import type { Cue } from './cue.ts'

export const terminology: readonly Cue[] = [
  {
    id: 'gate-adjective',
    words:
      'critical breaking significant reasonable appropriate trusted official legitimate major minor trivial non-trivial mature sensitive popular active important sufficient acceptable evergreen large small exceptional internal public core special safe suitable',
    pattern:
      /\b(?:critical|breaking|significant|reasonable|appropriate|trusted|official|legitimate|trivial|non-trivial|mature|sensitive|popular|active|important|sufficient|acceptable|evergreen|exceptional|suitable|unsafe) (?:changes?|packages?|components?|projects?|contributors?|maintainers?|users?|versions?|issues?|bugs?|features?|data|reasons?|amount|time|notice|cases?|circumstances|interest|services?|dependenc(?:y|ies)|platforms?|browsers?|updates?|values?|information|activity|benefit|tests?|coverage|members?)\b/i,
    also: /\b(?:must|should|only|if|when|unless|will|shall|may|require[sd]?|needs?|considered|allowed)\b/i,
    question: 'What counts as “{0}”, and who decides in doubt?',
    reason: 'A judgement is used as a rule.',
    strength: 2,
    example: 'Only [[critical packages]] are frozen.',
  },
  {
    id: 'two-words',
    words: '/',
    pattern: /(?<![\w/.@#-])([a-z]{4,})\/([a-z]{4,})(?![\w/.-])/,
    question: 'Is “{1}” the same as “{2}” here, or are these two things?',
    reason: 'Two words stand where one is meant, or one where two are.',
    strength: 1,
    example: 'Servers must [[prune/delete]] the event.',
  },
  {
    id: 'own-word',
    words: '" “',
    pattern: /["“]([a-z][a-z-]{2,}(?: [a-z-]{2,}){0,2})["”](?!.*\b(?:means|refers|defined|word|term)\b)/,
    question: 'What exactly does “{1}” mean here?',
    reason: 'A word in quotation marks has a meaning of its own; it should be said.',
    strength: 1,
    example: 'These pages become [[“orphaned”]] after a day.',
  },
  {
    id: 'meaning',
    words: 'refers mean means called term terms defin* considered known',
    pattern:
      /\b(?:the terms?|refers? to|is (?:called|known as|defined as|considered)|are (?:called|known as|considered)|by (?:this )?we mean|in this context)\b/i,
    question: 'Is that the word’s only meaning here, and what falls just outside it?',
    reason: 'A definition decides who is affected.',
    strength: 1,
    example: 'A page that nobody reads [[is called]] cold.',
  },
  {
    id: 'between-kinds',
    words: 'between kinds types different distinction',
    pattern:
      /\b(?:(?:two|three|four|several|different|separate) (?:\w+ )?(?:kinds?|types?|categories|classes|levels|tiers|modes|ways)|distinction between|difference between|distinguish\w* between)\b/i,
    question: 'What tells them apart?',
    reason: 'Kinds are named before they are told apart.',
    strength: 2,
    example: 'There are [[three kinds]] of page.',
  },
]
