import type { Cue } from './cue.ts'

export const rolloutRollback: readonly Cue[] = [
  {
    id: 'behind-a-flag',
    words: 'flag flags toggle* gate gated opt-in opt-out optional enable* disable* default',
    pattern:
      /\b(?:feature[- ](?:flags?|gates?|toggles?)|opt(?:ed|ing)?[- ](?:in|out)|toggled?|gated|(?:enabled|disabled|on|off) by default|(?:turn|switch)(?:ed)? (?:it )?o(?:n|ff))\b/i,
    question: 'What happens to what was already made when it is switched off again?',
    reason: 'A switch has two directions.',
    strength: 2,
    example: 'It sits behind a [[feature flag]].',
  },
  {
    id: 'downtime',
    words: 'downtime outage* maintenance interrupt* restart*',
    pattern:
      /\b(?:(?<!zero[- ])downtime|outages?|maintenance window|brief (?:window|interruption)|interruption|unavailab\w+)\b/i,
    question: 'How long does that last, and how do we go back when it fails halfway?',
    reason: 'An interruption is accepted; its length and its way back are missing.',
    strength: 3,
    example: 'We accept some [[downtime]].',
  },
  {
    id: 'rolled-out',
    words: 'roll* rollout deploy* release* released production launch* ship* shipped',
    pattern:
      /\b(?:roll(?:s|ed|ing)?[- ]?out|rollout|deploy(?:s|ed|ing|ment|ments)?|releas(?:ed|ing) to|(?:in|to|into) production|launch(?:ed|ing)?|ship(?:ped|ping)?)\b/i,
    question: 'In which steps, what tells us to stop, and how do we go back?',
    reason: 'A start is described without its stages or its way back.',
    strength: 2,
    example: 'The index is [[rolled out]] next month.',
  },
  {
    id: 'automatic-change',
    words: 'auto automatic* automatically auto-merg* continuous* cron nightly',
    pattern:
      /\b(?:auto(?:matic(?:ally)?)?[- ](?:merg|deploy|updat|upgrad|migrat|appl|releas|publish|enabl)\w*|continuous(?:ly)? (?:deploy|deliver)\w*|cron ?jobs?)\b/i,
    question: 'At which hours does that happen, and who is there when it goes wrong?',
    reason: 'A change to production happens by itself.',
    strength: 3,
    example: 'Patches are [[automatically merged]].',
  },
  {
    id: 'mixed-versions',
    words: 'upgrade* downgrade* skew newer older rolling',
    pattern:
      /\b(?:upgrad(?:e|es|ed|ing)|downgrad(?:e|es|ed|ing)|version skew|newer versions?|rolling update)\b/i,
    question: 'What if only some parts have been upgraded, and can it be downgraded?',
    reason: 'Versions meet during an upgrade.',
    strength: 2,
    example: 'Servers are [[upgraded]] one after the other.',
  },
  {
    id: 'staged',
    words: 'phase phases stage stages step steps alpha beta ga stable gradual* incremental*',
    pattern:
      /\b(?:phase \w+|in (?:phases|stages|steps)|alpha|beta\b|gradual(?:ly)?|incremental(?:ly)?|step \d)\b/i,
    question: 'What must be true before the next step, and can each step be undone?',
    reason: 'Steps are named without the gates between them.',
    strength: 1,
    example: 'We enable it [[in stages]].',
  },
]
