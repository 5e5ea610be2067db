import type { Cue } from './cue.ts'

export const interaction: readonly Cue[] = [
  {
    id: 'together-with',
    words:
      'interact* integrat* together combin* alongside coexist* compose* conjunction compatible works play*',
    pattern:
      /\b(?:interact(?:s|ion|ions)?|integrat(?:e|es|ed|ion|ions|ing)|together with|combin(?:e|ed|es|ing|ation|ations)|alongside|co-?exist\w*|compos(?:e|es|able|ition)|in conjunction|works? with|play(?:s)? (?:well|nicely))\b/i,
    question: 'What happens when both are used on the same thing?',
    reason: 'Two features meet.',
    strength: 2,
    example: 'It can be [[combined]] with the index.',
  },
  {
    id: 'replaces-or-joins',
    words: 'replace* supersed* addition also extend* complement* existing same',
    pattern:
      /\b(?:replac(?:e|es|ing|ement for)|supersed(?:e|es|ed)|in addition to|complement(?:s|ary)?|on top of|extends?|(?:same|similar) (?:as|to) the (?:existing|current))\b/i,
    question: 'Does it take the place of that, or do both stay?',
    reason: 'Something new stands beside something that exists.',
    strength: 2,
    example: 'The report comes [[in addition to]] the log.',
  },
  {
    id: 'other-parts',
    words:
      'plugin* extension* addon* downstream integration* tooling editor* ide third-party devtools webhook* proxy subsystem*',
    pattern:
      /\b(?:plug-?ins?|extensions?|add-?ons?|downstream|tooling|ides?\b|language servers?|devtools|third[- ]part(?:y|ies)|webhooks?|prox(?:y|ies)|wrappers?|middleware)\b/i,
    question: '“{0}”: what does this mean for those that are already there?',
    reason: 'Others build on it.',
    strength: 2,
    example: 'Most [[plugins]] read the list.',
  },
  {
    id: 'existing-feature',
    words: 'existing already current built-in',
    pattern:
      /\b(?:existing|already (?:have|has|exists?|supports?|provides?|available)|built-in|current) (?:[\w-]+ )?(?:features?|mechanisms?|apis?|functionality|support|behaviou?r|systems?|commands?|process|policy|tools?|endpoints?|options?|rules?|checks?)?\b/i,
    question: 'How does this behave together with it: does one win, or do they add up?',
    reason: 'A neighbour is named.',
    strength: 1,
    example: 'It meets an [[existing rule]].',
  },
]
