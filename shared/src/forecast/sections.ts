/** What a section is for, read from its heading. The first pattern that fits wins. */
const roles = {
  boilerplate:
    /\b(?:table of contents|contents|checklist|sign-?off|copyright|acknowledge?ments?|licen[cs]es?$|implementation history|infrastructure needed|faq|frequently asked|related (?:discussions?|issues?|links?|prs?))\b/,
  motivation: /\b(?:motivation|problem|rationale|why\b|justification|the case for)/,
  nonGoals: /\b(?:non[- ]?goals?|out[- ]of[- ]scope|anti[- ]goals?)\b/,
  goals: /\b(?:goals?|objectives?|requirements?)\b/,
  summary: /\b(?:summary|abstract|overview|introduction|tl;?dr|synopsis)\b/,
  alternatives:
    /\b(?:alternatives?|other (?:options|approaches|solutions)|options considered|rejected|not chosen)\b/,
  priorArt: /\b(?:prior art|related work|existing solutions|similar)\b/,
  drawbacks:
    /\b(?:drawbacks?|risks?|disadvantages?|downsides?|cons\b|concerns?|limitations?|caveats?|trade-?offs?)/,
  testing: /\b(?:test(?:ing|s| plan)?|verification|quality)\b/,
  rollout:
    /\b(?:roll-?out|roll-?back|deploy(?:ment)?|upgrade|downgrade|release|launch|rollback|feature (?:gate|flag)|version skew)\b/,
  migration:
    /\b(?:migrat(?:ion|ing)|compatib(?:ility|le)|backwards?|deprecat\w*|breaking|transition|adoption)\b/,
  security: /\b(?:security|privacy|threat|permissions?|abuse)\b/,
  operations: /\b(?:monitoring|observability|operat\w+|metrics|alert\w*|support|troubleshooting|logging)\b/,
  performance: /\b(?:performance|scalab\w+|capacity|benchmarks?)\b/,
  graduation: /\b(?:graduation|success|acceptance|exit criteria|kpis?|measur\w+)\b/,
  timeline: /\b(?:timeline|schedule|milestones?|roadmap|phases?|implementation plan|plan)\b/,
  unresolved:
    /\b(?:unresolved|open (?:questions?|issues?|problems?)|questions?|to be (?:decided|discussed)|tbd|todo)\b/,
  future: /\b(?:future|follow-?ups?|next steps|later|extensions?)\b/,
  teaching: /\b(?:teach|documentation|docs|guide-level|learn|communicat\w+|education)\b/,
  history: /\b(?:history|changelog|change log|revisions?|updates)\b/,
  references:
    /\b(?:references?|links|see also|footnotes|further reading|bibliography|resources|acknowledge?ments?|copyright|licen[cs]e|contents|appendix|glossary|definitions|terminology|checklist|sign-?off)\b/,
  examples: /\b(?:examples?|usage|user stor(?:y|ies)|use[- ]cases?|scenarios?|story)\b/,
  background: /\b(?:background|context|current (?:state|situation|behaviou?r)|status quo|today)\b/,
  api: /\b(?:api|interface|syntax|schema|fields?|spec(?:ification)?|reference-level|configuration|parameters|types?)\b/,
  design:
    /\b(?:design|proposal|proposed|detailed|solution|approach|implementation|architecture|how it works|details|decision|change|policy)\b/,
} as const satisfies Record<string, RegExp>

export type SectionRole = keyof typeof roles | 'other'

// reason: Object.entries forgets the literal keys
const entries = Object.entries(roles) as readonly [SectionRole, RegExp][]

export const roleIds: readonly SectionRole[] = [...entries.map(([role]) => role), 'other']

/** The role of a section by the text of its heading. */
export function roleOf(heading: string): SectionRole {
  const text = heading.toLowerCase().slice(0, 200)
  for (const [role, pattern] of entries) if (pattern.test(text)) return role
  return 'other'
}

/** Sections whose prose reports or refers rather than proposes; word rules are silent in them. */
export const reported: ReadonlySet<SectionRole> = new Set([
  'alternatives',
  'history',
  'references',
  'priorArt',
  'boilerplate',
])

/** Sections that say nothing of the proposal; nobody asks about them. */
export const beside: ReadonlySet<SectionRole> = new Set(['boilerplate', 'history', 'references'])

/** Lower case, without numbering and punctuation, for comparing headings: `3.1. Test-plan:` is `test plan`. */
export function plainHeading(heading: string): string {
  return heading
    .slice(0, 300)
    .toLowerCase()
    .replace(/^[\s\d.)(]+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
