import type { Cue } from './cue.ts'

export const compatMigration: readonly Cue[] = [
  {
    id: 'breaks',
    words: 'break* incompatib* semver',
    pattern: /\b(?:breaks?|breaking|broken|backwards?[- ]incompatib\w+|incompatib\w+|semver)\b/i,
    question: 'Whose code or data does this break, and how do they find out?',
    reason: 'A break is mentioned; those who depend on it want to know whether it is theirs.',
    strength: 2,
    example: 'This is a [[breaking]] change for readers of the log.',
  },
  {
    id: 'takes-away',
    words: 'deprecat* remov* drop* replac* retire* sunset* delet*',
    pattern:
      /\b(?:deprecat(?:e|es|ed|ing|ion)|(?:remov(?:e|es|ed|ing|al of)|drop(?:s|ped|ping)?|retir(?:e|es|ed|ing)|sunset(?:ting)?) (?:the |this |these |all |support|of |old |existing |legacy )|(?:will|would|to) (?:be )?(?:replaced?|removed?|dropped|retired))\b/i,
    unless: /\b(?:can|could|may|annotations?|spaces?|empty|duplicate)\b/i,
    question: 'Who relies on it today, and what do they have to do before it goes?',
    reason: 'Something that exists is taken away.',
    strength: 3,
    example: 'The old address [[will be removed]].',
  },
  {
    id: 'migrates',
    words: 'migrat* convert* conver* transition* port upgrade* upgrading move moving',
    pattern:
      /\b(?:migrat(?:e|es|ed|ing|ion|ions)|convert(?:ed|ing|s)?|conversion|transition(?:ing|s)?(?: to| from| plan| period)|upgrad(?:e|ing) (?:path|to|from)|(?:move|moving|port|porting) (?:from|to|away|the|all|existing))\b/i,
    question: 'What does an existing user have to do, and what happens to those who do not?',
    reason: 'A move is announced from the mover’s side.',
    strength: 2,
    example: 'Data is [[migrated]] at the first start.',
  },
  {
    id: 'existing-things',
    words: 'existing current old older legacy previous already',
    pattern:
      /\b(?:existing|old|older|legacy|current|previously (?:created|stored)|already (?:existing|deployed)) (?:[\w-]+ )?(?:users?|clients?|configurations?|configs?|data|code|apps?|applications?|flags?|tokens?|deployments?|installations?|clusters?|packages?|plugins?|apis?|endpoints?|tests?|files?|scripts?|tools?|tooling|environment variables|versions?|behaviou?rs?|systems?|formats?|records?|accounts?|servers?|resources)\b/i,
    question: '“{0}”: what happens to them, do they go on working unchanged?',
    reason: 'What exists meets what is new.',
    strength: 2,
    example: 'New names are used beside [[existing tokens]].',
  },
  {
    id: 'no-longer',
    words: 'no longer stop stops',
    pattern: /\b(?:no longer|will stop|stops? (?:work\w*|support\w*|being))\b/i,
    question: 'What happens to those who count on it today?',
    reason: 'A behaviour ends.',
    strength: 3,
    example: 'The queue is [[no longer]] drained at night.',
  },
  {
    id: 'said-compatible',
    words: 'backward backwards compatib* non-breaking',
    pattern:
      /\b(?:(?:backwards?|forwards?|fully)[- ]compatib\w+|non-breaking|not (?:a )?breaking|compatible with)\b/i,
    question: 'Is that so in both directions, for old readers of new data too?',
    reason: 'Compatibility is claimed without saying between which versions.',
    strength: 2,
    example: 'The format is [[backwards compatible]].',
  },
  {
    id: 'renames',
    words: 'rename* renaming',
    pattern: /\brenam(?:e|es|ed|ing)\b/i,
    question: 'Does the old name keep working, and until when?',
    reason: 'Names live on in scripts, links and heads.',
    strength: 2,
    example: 'The flag is [[renamed]] in the next release.',
  },
]
