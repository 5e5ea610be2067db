import type { Cue } from './cue.ts'

export const edgeCases: readonly Cue[] = [
  {
    id: 'absent-value',
    words: 'omitted set specified present provided given absent empty missing default defaults unset null',
    pattern:
      /\b(?:(?:if|when|where|unless) [^.;]{0,50}\b(?:not |isn['’]t |is |are )?(?:omitted|unset|absent|missing|empty|null|(?:not|un)[- ]?(?:set|specified|present|provided|given|defined))|defaults? to)\b/i,
    question: 'What if it is there but wrong, or empty on purpose?',
    reason: 'One absent case is described; its neighbours are not.',
    strength: 2,
    example: '[[If the key is missing]], the first one is used.',
  },
  {
    id: 'may-fail',
    words: 'fail* error* unavailab* timeout* crash* down unreachable lost',
    pattern:
      /\b(?:fail(?:s|ed|ing|ure|ures)?|unavailable|times? out|timeouts?|crash(?:es|ed|ing)?|unreachable|goes down|is down)\b/i,
    also: /\b(?:may|might|can|could|if|when|should)\b/i,
    unless: /\b(?:validation|tests?|compil\w+)\b/i,
    question: 'What is left behind when that happens halfway, and is it tried again?',
    reason: 'A failure is mentioned; what follows is not.',
    strength: 1,
    example: 'The import may [[fail]].',
  },
  {
    id: 'clash',
    words: 'conflict* duplicat* overlap* unique same already collision* clash* ambigu* multiple more',
    pattern:
      /\b(?:conflicts? (?:with|between)|conflicting (?:rules|values|settings|names|versions|definitions|changes)|collisions?|clash(?:es)?|already (?:exists?|taken|used|has)|the same (?:name|key|id|value|label|path)|(?:multiple|more than one|two or more|several) [\w-]+ (?:match\w*|appl\w+|exist|claim|define|set))\b/i,
    unless: /\b(?:errors?|wins?|precedence|priority|rejected)\b/i,
    question: 'Which one wins when two of them meet, and who is told?',
    reason: 'Two of a kind can meet.',
    strength: 2,
    example: 'A rule must not have [[the same name]] as another.',
  },
  {
    id: 'refused',
    words: 'reject* refuse* den* forbid* prevent* disallow* prohibit* block* must not restrict*',
    pattern:
      /\b(?:(?:will|would|should|must|shall|is|are|be|can|to) (?:be )?(?:reject(?:ed)?|refused?|den(?:y|ied)|forbid(?:den)?|disallow(?:ed)?|prohibit(?:ed)?|block(?:ed)?|prevented)|must not|(?:is|are) not (?:allowed|permitted|possible))\b/i,
    question: 'What of those who do it for a good reason, and what do they see?',
    reason: 'A refusal meets legitimate cases too.',
    strength: 2,
    example: 'Longer names [[will be rejected]].',
  },
  {
    id: 'taken-away-in-use',
    words: 'delet* remov* expir* purg* prun* clean* evict* yank* clos* stop* unmount* revoke*',
    pattern:
      /\b(?:(?:will|would|should|must|shall|is|are|be|being|gets?|when|if) (?:\w+ )?(?:delet(?:e|es|ed)|remov(?:e|es|ed)|expir(?:e|es|ed)|purged?|pruned?|cleaned up|evicted|yanked|revoked|unmount(?:s|ed)?)|yank(?:ed|ing)|clean ?up)\b/i,
    unless: /\b(?:never|cannot|no longer)\b/i,
    question: 'What if it is still in use at that moment?',
    reason: 'Something goes away that others may hold.',
    strength: 2,
    example: 'Old pages [[are deleted]] at night.',
  },
  {
    id: 'order-and-time',
    words: 'concurren* parallel simultaneous* race order ordering before after same time once',
    pattern:
      /\b(?:concurren\w+|in parallel|simultaneous\w*|race conditions?|out of order|in (?:the right|this|that|any|which) order|ordering|at the same time|at once|in the meantime|meanwhile|while (?:the|a|an|it|another))\b/i,
    question: 'What if the two happen in the other order, or at once?',
    reason: 'An order is assumed.',
    strength: 1,
    example: 'Both indexes are filled [[in parallel]].',
  },
  {
    id: 'at-the-limit',
    words: 'limit* maximum max most exceed* than up threshold',
    pattern:
      /\b(?:(?:a |the )?(?:limit|maximum|max|threshold) (?:of|is|for|on|number|size)|at most|no more than|up to \d|longer than|larger than|exceed(?:s|ed|ing)?|must be (?:less|smaller|shorter|lower|at least)|greater than)\b/i,
    question: 'What happens to those at the limit, and to those already beyond it?',
    reason: 'A limit is set; someone is at it.',
    strength: 2,
    example: 'A user has [[at most]] ten devices.',
  },
  {
    id: 'condition',
    words: 'if when unless otherwise except',
    pattern:
      /\b(?:if (?:the|a|an|any|both|you|it|there|this|no|x{2,})|when (?:the|a|an|any|both)|unless|otherwise|except (?:for|when|if))\b/i,
    question: 'And when that is not so?',
    reason: 'A condition has another side.',
    strength: 1,
    only: ['design', 'api', 'other', 'migration', 'rollout', 'security', 'summary', 'examples', 'timeline'],
    example: '[[If the]] key is new, it is stored.',
  },
  {
    id: 'nested',
    words: 'nested recursive* nest* inner cyclic circular transitive*',
    pattern: /\b(?:nest(?:ed|ing)|recursive(?:ly)?|cyclic|circular|transitive(?:ly)?)\b/i,
    question: 'How deep does that go, and what if it closes a circle?',
    reason: 'Things contain things of their own kind.',
    strength: 1,
    example: 'Groups may be [[nested]].',
  },
  {
    id: 'open-what-if',
    words: 'what how should happen happens',
    pattern:
      /\b(?:what (?:should )?happens? (?:if|when|to)|what if|how (?:do|should|would|will) we (?:handle|deal))\b[^?]{0,120}\?/i,
    question: 'What is the answer you lean to, and why?',
    reason: 'The document asks this itself and leaves it open.',
    strength: 3,
    example: '[[What happens when the disk is full?]]',
  },
]
