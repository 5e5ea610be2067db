import type { Cue } from './cue.ts'

const things =
  'packages?|users?|versions?|repositor(?:y|ies)|repos|projects?|teams?|services?|platforms?|clients?|apps?|applications?|modules?|types?|requests?|files?|components?|events?|endpoints?|fields?|providers?|customers?|nodes?|pods?|browsers?|plugins?|features?|releases?|tools?|tests?|models?|pages?|resources?|images?|builds?|commits?|languages?|environments?|devices?|messages?|metrics?|operations?|instances?|accounts?|organi[sz]ations?|documents?'

export const scope: readonly Cue[] = [
  {
    id: 'universal',
    words: 'all every',
    pattern: new RegExp(
      `\\b(?:all|every)(?: of)?(?: the| our| their)? (?:[a-z-]+ )?(?:${things})\\b(?!['’]s)`,
      'i',
    ),
    also: /\b(?:must|should|will|shall|needs?|requires?|can|are|is)\b/i,
    unless: /\b(?:not|almost|nearly) (?:all|every)\b/i,
    question: 'Really “{0}”, or are there exceptions?',
    reason: 'A rule without exceptions makes readers look for theirs.',
    strength: 2,
    example: 'The bot updates [[all packages]] that are out of date.',
  },
  {
    id: 'only-some',
    words: 'only limited restricted exclusively solely',
    pattern:
      /\b(?:only (?:appl\w+|support\w*|works?|cover\w*|consider\w*|affects?|available|allow\w*|for|items|relevant|includes?|considers?|handles?|designed|intended)|(?:is|are|be) (?:only|limited|restricted) (?:to|for)|exclusively|solely)\b/i,
    question: 'What about the rest: left out on purpose, or coming later?',
    reason: 'A limit of the scope is stated without its other side.',
    strength: 2,
    example: 'This [[only applies]] to public pages.',
  },
  {
    id: 'first-version',
    words: 'initial initially first now mvp start v1 minimal',
    pattern:
      /\b(?:initially,? (?:we|only|be|the|this|for|support|to|one)|(?:be|only|will) initially|initial (?:version|phase|step|implementation|release|roll-?out|scope|support|set|list|proposal)|at first|for now|for the time being|mvp|first (?:version|iteration|phase|release|pass|cut)|to (?:start|begin) with|minimal version)\b/i,
    question: 'What belongs to the first version, and what comes only later?',
    reason: 'A first version is announced; its border is what people ask about.',
    strength: 2,
    example: '[[Initially one]] region is served.',
  },
  {
    id: 'open-list',
    words: 'etc so others similar',
    pattern:
      /\b(?:etc\b\.?|and so on|and so forth|and (?:many )?others|and similar(?: \w+)?|among others|or similar)/i,
    question: 'What else does “{0}” stand for?',
    reason: 'An open list leaves the border to the reader.',
    strength: 1,
    example: 'It covers pages, images, [[etc.]]',
  },
  {
    id: 'vague-some',
    words: 'some certain several various specific relevant applicable selected',
    pattern: new RegExp(
      `\\b(?:some|certain|several|various|specific|relevant|applicable|selected|appropriate) (?:of the |other )?(?:${things})\\b`,
      'i',
    ),
    question: '“{0}”: which ones exactly?',
    reason: 'An unnamed part of a whole.',
    strength: 1,
    example: '[[Certain repositories]] are skipped.',
  },
  {
    id: 'left-out',
    words: 'scope non-goal cover* address* include* part goal',
    pattern:
      /\b(?:out of scope|beyond the scope|non-goals?|(?:does|do|will|is|are) not (?:\w+ )?(?:cover\w*|address\w*|includ\w*|part of|intended|attempt|aim))\b/i,
    question: 'Who deals with that, and does this still make sense without it?',
    reason: 'Something is left out that a reader may count on.',
    strength: 2,
    example: 'Images are [[out of scope]].',
  },
  {
    id: 'likewise',
    words: 'similar same also extended apply applies',
    pattern:
      /\b(?:similar (?:rollout|approach|mechanism|changes?|process|rules?|logic|proposal) (?:will|would|could|can|should|may)|the same (?:\w+ )?(?:applies|holds|goes|could|should|would|principle)|could be (?:extended|applied) to|also appl(?:y|ies) to|applies to)\b/i,
    question: 'Is that part of this proposal, or only an outlook?',
    reason: 'The scope is widened in passing.',
    strength: 2,
    example: 'A [[similar rollout will]] follow for images.',
  },
  {
    id: 'goal-promise',
    words: 'allow* enable* support* provide*',
    pattern: /^(?:\W*(?:we (?:want|will|should) )?(?:allow|enable|support|provide|introduce|add|make)\b)/i,
    question: 'How far does that go: which cases are covered, and which are not?',
    reason: 'A goal names what is wanted and not where it stops.',
    strength: 1,
    only: ['goals', 'summary', 'nonGoals'],
    example: '[[Allow]] tenants to read secrets.',
  },
]
