import type { Cue } from './cue.ts'

export const alternatives: readonly Cue[] = [
  {
    id: 'dismissed-briefly',
    words:
      'reject* discard* dismiss* rule* decided against too complex complicated ideal unacceptable undesirable overkill',
    pattern:
      /\b(?:(?:was|were|is|are|been) (?:rejected|discarded|dismissed|ruled out)|decided against|not (?:ideal|great|desirable|acceptable|viable|feasible|very good)|too (?:complex|complicated|hard|heavy|much|expensive|invasive|restrictive)|overkill)\b/i,
    question: 'Why exactly is this ruled out?',
    reason: 'An option is dismissed in half a sentence.',
    strength: 3,
    only: ['alternatives', 'motivation', 'design', 'priorArt', 'drawbacks', 'other', 'api'],
    example: 'A second queue [[was rejected]].',
  },
  {
    id: 'none-considered',
    words: 'no none alternative* n/a',
    pattern:
      /^\W*(?:none|n\/a|there (?:are|is) no (?:other |real |good |known )?alternatives?|no (?:other )?alternatives?|not applicable)\b/i,
    question: 'Is there really no other way, such as a smaller change to what exists, or doing nothing?',
    reason: 'The section on alternatives names none.',
    strength: 3,
    only: ['alternatives'],
    example: '[[None]].',
  },
  {
    id: 'new-beside-existing',
    words: 'new separate dedicated',
    pattern:
      /\b(?:a|an|introduc\w+|add\w*|creat\w+|propos\w+|our own) (?:brand[- ])?(?:new|separate|dedicated) (?:[\w-]+ )?(endpoint|command|subcommand|flag|service|tool|api|repository|repo|crate|package|library|type|format|field|method|function|class|table|label|annotation|event|component|controller|option|module|syntax|keyword|attribute|plugin|website|site|page|app|role|group|process|team|hook|header|category|project|database|server)\b/i,
    unless: /\b(?:alternative|another (?:option|approach)|instead)\b/i,
    question: 'Why a new {1} rather than an extension of one that exists?',
    reason: 'Something new is proposed; readers look for what it duplicates.',
    strength: 1,
    example: 'We propose [[a new endpoint]] for this.',
  },
  {
    id: 'instead-of',
    words: 'instead rather over',
    pattern: /\b(?:instead of|rather than|as opposed to|in place of)\s+((?:[\w’'-]+\s){0,3}[\w’'-]+)/i,
    question: 'What speaks against “{1}…”?',
    reason: 'A choice is made against something; the reader wants the reason.',
    strength: 1,
    example: 'Names are kept in a file [[instead of the database]].',
  },
  {
    id: 'another-way',
    words: 'another alternatively alternative other could',
    pattern:
      /\b(?:another (?:option|approach|way|possibility|alternative|solution)|alternatively|an alternative|one (?:option|approach|could)|we could (?:also|instead|simply|just)|it would (?:also )?be possible)\b/i,
    question: 'Why not do that?',
    reason: 'Another way is named; its verdict should be as clear as its mention.',
    strength: 1,
    example: '[[Another option]] is a larger cache.',
  },
  {
    id: 'chosen',
    words: 'chose* choose chosen decided decide prefer* opted opt propose* proposes recommend* suggest*',
    pattern:
      /\b(?:we (?:have )?(?:chose|choose|decided|prefer|opted|recommend|suggest)|(?:was|were|is) (?:chosen|selected|preferred)|(?:this|the) (?:rfc|proposal|document|kep|oep|msc) (?:proposes|suggests|recommends)|(?:we|i) propose)\b/i,
    question: 'Why this, and what speaks for the other ways?',
    reason: 'The choice is stated; the comparison is what reviewers ask for.',
    strength: 1,
    example: '[[We chose]] a file per tenant.',
  },
  {
    id: 'undecided',
    words: 'undecided unclear unsure sure options option either ideas',
    pattern:
      /\b(?:undecided|not (?:yet )?(?:decided|sure|settled)|unclear|(?:several|two|three|multiple|few) (?:high[- ]level )?(?:options|approaches|possibilities|ways)|other ideas)\b/i,
    question: 'Which of them do you propose, and why not the others?',
    reason: 'Options without a verdict.',
    strength: 2,
    example: 'There are [[two options]] for the key.',
  },
  {
    id: 'candidates-listed',
    words: 'such like e.g cmake other others',
    pattern:
      /\bother (?:[\w-]+ )?(?:tools?|systems?|solutions?|libraries|frameworks?|vendors?|products?|formats?|locations?|options)\b/i,
    question: '“{0}”: which ones were looked at, and what ruled each one out?',
    reason: 'A field of candidates is mentioned without the comparison.',
    strength: 2,
    only: ['alternatives', 'priorArt'],
    example: 'We looked at [[other build systems]].',
  },
]
