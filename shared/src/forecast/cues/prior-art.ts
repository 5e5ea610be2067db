import type { Cue } from './cue.ts'

export const priorArt: readonly Cue[] = [
  {
    id: 'similar-to',
    words: 'similar inspired modelled modeled borrow* analogous like based',
    pattern:
      /\b(?:similar(?:ly)? to|inspired by|model(?:l)?ed (?:after|on)|borrow(?:s|ed) from|analogous to|much like|based on the)\s+((?:[\w’'-]+\s){0,3}[\w’'-]+)/i,
    question: 'Where does this differ from “{1}”, and why?',
    reason: 'A likeness is claimed; readers who know the other thing look for the difference.',
    strength: 2,
    example: 'The cache is [[similar to the old index]].',
  },
  {
    id: 'others-do',
    words: 'other others competitor* elsewhere industry',
    pattern:
      /\b(?:other (?:languages|frameworks|projects|platforms|companies|ecosystems|communities|products|package managers|systems|tools|vendors)|competitors?|elsewhere|the industry)\b/i,
    question: 'Which ones, and what did they learn?',
    reason: 'Others are mentioned as a group.',
    strength: 2,
    example: '[[Other package managers]] have this.',
  },
  {
    id: 'earlier-proposal',
    words: 'previous previously earlier past prior attempt* existing',
    pattern:
      /\b(?:(?:previous|earlier|past|prior) (?:rfcs?|proposals?|attempts?|discussions?|versions?|designs?|efforts?|work|guidelines)|was (?:previously|originally) proposed)\b/i,
    question: 'What became of that, and what is different now?',
    reason: 'An earlier attempt is mentioned without its outcome.',
    strength: 2,
    example: 'An [[earlier proposal]] asked for the same.',
  },
  {
    id: 'existing-crate',
    words:
      'crate* librar* package* plugin* solution* implementation* store* ecosystem tool tools userland third-party',
    pattern:
      /\b(?:(?:existing|third-party|userland|community|popular) (?:crates?|librar(?:y|ies)|packages?|plugins?|tools?|solutions?|implementations?|stores?)|the ecosystem)\b/i,
    question: '“{0}”: what do they already offer, and what is missing in them?',
    reason: 'Existing work is mentioned and not described.',
    strength: 1,
    example: 'There are [[existing libraries]] for this.',
  },
]
