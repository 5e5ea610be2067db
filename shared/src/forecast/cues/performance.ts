import type { Cue } from './cue.ts'

export const performance: readonly Cue[] = [
  {
    id: 'each-time',
    words: 'every each per all',
    pattern:
      /\b(?:(?:for|on|with|at|in) (?:every|each) (?:single )?(?:request|call|query|event|message|commit|build|save|change|login|update|block|node|user|row|file|render|page|pod|poll|loop|invocation)|per (?:request|call|query|event|message|user|second|block|row))\b/i,
    question: 'How often is that in the largest installation, and what does it add each time?',
    reason: 'Work is added to something that happens often.',
    strength: 3,
    example: 'The list is read [[on every request]].',
  },
  {
    id: 'look-ups',
    words: 'quer* scan* index* lookup* poll* fetch* join iterate* crawl*',
    pattern:
      /\b(?:(?:quer(?:y|ies|ying)|scan(?:s|ned|ning)?|poll(?:s|ed|ing)?|iterat(?:e|es|ing)|crawl(?:s|ed|ing)?) (?:the|all|every|each|against|over|for|through|of)|look(?:ed|s|ing)? up|full scan)\b/i,
    question: 'How does that grow with the size of the data?',
    reason: 'A search over data whose size is not given.',
    strength: 2,
    example: 'We [[scan the]] table for old rows.',
  },
  {
    id: 'cached',
    words: 'cach* memo* buffer*',
    pattern: /\b(?:cach(?:e|es|ed|ing)|memoi[sz]\w+|buffer(?:s|ed|ing)?)\b/i,
    question: 'How large does it grow, and when does an entry become stale?',
    reason: 'A cache is mentioned without its size or its end.',
    strength: 2,
    example: 'Results are [[cached]].',
  },
  {
    id: 'fast-enough',
    words:
      'fast* slow* efficien* performan* overhead latency latenc* speed* negligible expensive throughput bottleneck',
    pattern:
      /\b(?:fast(?:er)?|slow(?:er|s|ed)?|efficient(?:ly)?|performan(?:ce|t)|overhead|latency|speed(?:s|ing)? ?up|negligible|bottlenecks?|throughput|expensive)\b/i,
    question: 'How much is that, measured where?',
    reason: 'Speed is claimed or feared without a figure.',
    strength: 2,
    example: 'The [[overhead]] is small.',
  },
  {
    id: 'at-scale',
    words: 'large huge millions million thousands scale* scaling many big',
    pattern:
      /\b(?:(?:very )?large (?:number|amount|file|log|table|cluster|repositor|data|dataset|export|quantit)\w*|huge|millions?|thousands|at scale|scal(?:e|es|ing|ability)|tens of|hundreds of)\b/i,
    question: 'Up to which size has this been tried?',
    reason: 'Size is named without a number that was tried.',
    strength: 2,
    example: 'Some tables are [[huge]].',
  },
]
