import type { Cue } from './cue.ts'

export const security: readonly Cue[] = [
  {
    id: 'rights',
    words:
      'permission* admin admins administrator* access privilege* role roles scope scopes authori* grant* rights rbac acl owner',
    pattern:
      /\b(?:permissions?|admin(?:istrator)?s? (?:access|rights|role|can|scope|user)|(?:write|read|push|full|root|direct) access|access (?:to|control|rights|level)|privileges?|authori[sz](?:ed|ation|es?)|grant(?:s|ed|ing)?|rights)\b/i,
    unless: /\b(?:no|not) (?:[\w-]+ )?(?:permissions?|access|rights)\b/i,
    question: 'Who ends up able to do this, and can anyone gain more than they should?',
    reason: 'Rights are given or changed.',
    strength: 3,
    example: 'The bot gets [[write access]] to the registry.',
  },
  {
    id: 'secrets',
    words: 'token* secret* credential* key keys password* certificate* cookie* session* api-key private',
    pattern:
      /\b(?:(?:access |api |upload |auth(?:entication)? |bearer |session )?tokens?(?! bucket)|secrets?|credentials?|(?:api|private|public|signing|encryption|gpg|ssh|secret|access) keys?|session cookies?)\b/i,
    unless: /\b(?:token buckets?|page tokens?|design tokens?)\b/i,
    question: '“{0}”: stored where, readable by whom, revoked how?',
    reason: 'A secret is mentioned without its life cycle.',
    strength: 2,
    example: 'CI holds an [[upload token]].',
  },
  {
    id: 'personal-data',
    words:
      'personal pii customer customers user telemetry email* private sensitive gdpr log logs data tracking content',
    pattern:
      /\b(?:personal (?:data|information)|pii|(?:customers?['’]?s?|users?['’]?s?|production|private|sensitive|real) (?:data|information|content|details)|telemetry|e-?mail addresses?|gdpr|ip addresses?|tracking)\b/i,
    question: 'Which personal data is in it, who sees it, and how long is it kept?',
    reason: 'Data about people is involved.',
    strength: 3,
    example: 'The test uses [[customer data]].',
  },
  {
    id: 'untrusted-input',
    words:
      'execut* run runs script* download* external third-party remote arbitrary untrusted user-supplied inject* html upload* plugin* eval',
    pattern:
      /\b(?:(?:execut(?:e|es|ed|ing)|run(?:s|ning)?) (?:arbitrary|untrusted|external|remote|user|third[- ]party|any|scripts?|code|commands?)|arbitrary (?:code|commands?|content|files?|data|html)|untrusted|third[- ]party (?:code|content|scripts?|services?)|download(?:s|ed|ing)? (?:and|from|the)|user[- ](?:supplied|provided|generated)|upload(?:s|ed|ing)?|injection)\b/i,
    question: 'What if what comes in is hostile?',
    reason: 'Something from outside is taken in.',
    strength: 2,
    example: 'Plugins may [[run scripts]].',
  },
  {
    id: 'exposed',
    words:
      'public publicly anonymous unauthenticated expos* leak* visible reveal* disclos* endpoint internet',
    pattern:
      /\b(?:publicly|anonymous(?:ly)?|unauthenticated|expos(?:e|es|ed|ing) (?:to|the|this|user|data|private|internal|information|an?)|leak(?:s|ed|ing)?|reveal(?:s|ed|ing)?|disclos(?:e|es|ed|ure)|anyone (?:can|could|with|may))\b/i,
    question: 'What can a stranger learn or do through this?',
    reason: 'Something becomes visible to more people.',
    strength: 2,
    example: 'The list is [[exposed to]] readers.',
  },
  {
    id: 'trust',
    words:
      'trust* sign signed signature* signing verif* encrypt* attack* vulnerab* threat* malicious secure security abuse*',
    pattern:
      /\b(?:trust(?:ed|s|ing)?|signatures?|signed|signing|encrypt(?:ed|ion|s)?|attack(?:s|ers?)?|vulnerabilit(?:y|ies)|threats?|malicious|secur(?:e|ity)|abused?|spoof\w*)\b/i,
    question: 'Against whom does this protect, and what remains possible?',
    reason: 'Protection is mentioned without the attacker.',
    strength: 1,
    example: 'Commits are [[signed]].',
  },
  {
    id: 'licence',
    words: 'licen* legal copyright redistribut* unfree proprietary',
    pattern: /\b(?:licen[cs](?:e|es|ed|ing)|legal(?:ly)?|copyright|redistribut\w+|unfree|proprietary)\b/i,
    question: 'Are we allowed to do this, and who has checked?',
    reason: 'A legal condition is touched.',
    strength: 2,
    example: 'The font is [[proprietary]].',
  },
]
