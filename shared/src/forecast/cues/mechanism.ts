import type { Cue } from './cue.ts'

export const mechanism: readonly Cue[] = [
  {
    id: 'found-out',
    words:
      'detect* determin* identif* comput* calculat* resolv* infer* deriv* deduc* figure* measur* discover* classif*',
    pattern:
      /\b((?:automatically )?(?:detect|determin|identif|comput|calculat|resolv|infer|deriv|deduc|discover|classif)(?:s|e|es|ed|ied|ies|y|ing|able)?|figure(?:s|d)? out)\b/i,
    question: 'How is that done: from what, by which rule, at which moment?',
    reason: 'The result is named, the way to it is not.',
    strength: 2,
    example: 'The server [[determines]] the owner.',
  },
  {
    id: 'kept-where',
    words: 'stor* persist* record* kept keep track* save* maintain*',
    pattern:
      /\b(?:(?:is|are|be|will be|gets?) (?:\w+ )?(?:stored|persisted|recorded|kept|tracked|saved)|(?:stor|persist|record|track|sav)(?:e|es|s|ing) (?:the|a|an|all|this|it|them|each|which))\b/i,
    question: 'Where is it kept, who updates it, and what if it is out of date?',
    reason: 'State is kept somewhere.',
    strength: 2,
    example: 'The choice [[is stored]].',
  },
  {
    id: 'kept-alike',
    words: 'sync* synchroni* propagat* replicat* updat* mirror* copy copied redirect*',
    pattern:
      /\b(?:sync(?:s|ed|ing|hroni[sz]\w+)?|propagat(?:e|es|ed|ing)|replicat(?:e|es|ed|ion)|mirror(?:s|ed|ing)?|kept? up[- ]to[- ]date|(?:is|are|be) (?:automatically )?updated|cop(?:y|ied|ies) (?:to|from|of|into))\b/i,
    question: 'What starts it, in which direction does it run, and what if it stops halfway?',
    reason: 'Two places are to stay alike.',
    strength: 2,
    example: 'Labels are [[synced]].',
  },
  {
    id: 'vague-way',
    words: 'algorithm* heuristic* approximat* strategy somehow mechanism* approach logic way guess* simple',
    pattern:
      /\b(?:algorithms?|heuristics?|approximat\w+|somehow|some (?:mechanism|way|kind of|sort of|form of)|a (?:mechanism|way) (?:to|for|of)|guess\w*|(?:simple|smart) (?:algorithm|approach|strategy|rules?))\b/i,
    question: 'Which one exactly, step by step?',
    reason: 'The heart of it is named by its kind.',
    strength: 3,
    example: 'A [[heuristic]] picks the page.',
  },
  {
    id: 'queued',
    words: 'queue* worker* job jobs asynchron* background schedul* batch* retry retri* event events',
    pattern:
      /\b(?:queue(?:s|d)?|workers?|(?:background|cron|batch|async) (?:jobs?|tasks?|process\w*)|asynchronous(?:ly)?|(?<!-)schedul(?:es|ed|ing)|retr(?:y|ies|ied))\b/i,
    question: 'In which order, how often, and what happens to the ones that fail?',
    reason: 'Work is handed on.',
    strength: 2,
    example: 'A [[worker]] reads the list.',
  },
  {
    id: 'implemented-by',
    words: 'implement* generat* produce* extract* process* handle* inject* transform* rewrit* parse*',
    pattern:
      /\b(?:(?:will|would|can|could|should|must|is|are|be|to) (?:be )?(?:automatically )?(?:implement(?:ed)?|generat(?:e|ed)|produced?|extract(?:ed)?|process(?:ed)?|handled?|inject(?:ed)?|transform(?:ed)?|rewritten|parsed?|created? (?:from|by)))\b/i,
    question: 'By which part, from which input, and at which moment?',
    reason: 'A step is told without who takes it.',
    strength: 1,
    example: 'The index [[is generated]].',
  },
]
