import type { Cue } from './cue.ts'

export const ownership: readonly Cue[] = [
  {
    id: 'team-role',
    words:
      'team teams owner* maintainer* steward* member* group sig committee lead sponsor* volunteer* contributor* codeowner*',
    pattern:
      /\b(?:(?:the |a |each |every |this )?(?:[\w-]+ )?(?:teams?|working groups?|maintainers?|owners?|stewards?|committees?|sponsors?|volunteers?|sig\b)(?: member)?s?)\b/i,
    question: 'Who exactly, have they agreed, and who takes over when they leave?',
    reason: 'A role is given to people who may not know of it.',
    strength: 2,
    example: 'It is kept by [[the storage team]].',
  },
  {
    id: 'nobody-does-it',
    words:
      'maintain* updat* review* monitor* creat* upgrad* clean* fix* manual* need* must keep kept curat* list',
    pattern:
      /\b(?:(?:will|must|should|needs? to|has to|have to|to) (?:be )?(?:regularly |manually |periodically |always |constantly )?(?:maintain(?:ed)?|review(?:ed)?|monitor(?:ed)?|curat(?:e|ed)|kept up|upgraded|fixed|supported|coordinat(?:e|ed)|document(?:ed)?|rais(?:e|ed)|set up|configured)|responsib(?:le|ility|ilities)|(?:a|the) list of)\b/i,
    question: 'Who does that, how often, and who notices when it is not done?',
    reason: 'A duty without a bearer.',
    strength: 3,
    example: 'The page [[must be reviewed]] each year.',
  },
]
