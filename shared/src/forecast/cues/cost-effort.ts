import type { Cue } from './cue.ts'

export const costEffort: readonly Cue[] = [
  {
    id: 'money',
    words: 'cost* price* pricing pay* paid expensive cheap* budget* money billing invoice* fund* savings',
    pattern:
      /\b(?:costs?|costly|pric(?:e|es|ing)|(?:we|they|who) pay|paid (?:for|plan|by)|expensive|cheap(?:er|ly)?|budgets?|money|billing|fund(?:ed|ing|s)|savings?)\b/i,
    question: 'How much is that, per month and at our size, and who pays it?',
    reason: 'Money is mentioned without an amount.',
    strength: 3,
    example: 'A second region is [[expensive]].',
  },
  {
    id: 'storage',
    words: 'storage disk capacity bandwidth archive* retain* retention store',
    pattern: /\b(?:storage|disk (?:space|usage)|capacity|bandwidth|retention|archiv(?:e|es|ed|ing))\b/i,
    question: 'How much of it does this need, today and in two years?',
    reason: 'A resource that costs money is used without an estimate.',
    strength: 2,
    example: 'Every build is kept in [[storage]].',
  },
  {
    id: 'labour',
    words: 'effort burden manual manually maintenance work time labour labor resources extra',
    pattern:
      /\b(?:(?:lot|amount|bit) of (?:effort|work|time)|(?:extra|additional|significant|minimal|little|more|less|some|manual|engineering|maintenance) (?:effort|work|burden|time|overhead|cost|resources|planning)|manual(?:ly)?|maintenance burden|(?:takes?|requires?|needs?) (?:effort|time|work))\b/i,
    question: 'How many people’s time is that, and for how long?',
    reason: 'Work is announced without saying how much, or whose.',
    strength: 2,
    example: 'Moving the data is a [[lot of work]].',
  },
  {
    id: 'one-for-each',
    words: 'per each own dedicated separate',
    pattern:
      /\b(?:(?:per|for each|each|every|own|dedicated|separate)[- ](?:[\w-]+ )?(?:databases?|instances?|clusters?|servers?|machines?|accounts?|subscriptions?|licen[cs]es?|environments?|pipelines?))\b/i,
    question: 'What does one for each cost, and who keeps them all up to date?',
    reason: 'One shared thing becomes many.',
    strength: 3,
    example: 'Each application gets its [[own database]].',
  },
]
