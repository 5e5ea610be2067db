import type { Persona } from './personas.ts'

type CategoryEntry = { name: string; asks: string; personas: readonly [Persona, ...Persona[]] }

/** The kinds of question that reviews raise, what each is about, and who asks it, most likely first. */
export const categories = {
  motivation: {
    name: 'Motivation',
    asks: 'Which problem does this solve, and why is today’s way not enough?',
    personas: ['executive', 'newcomer', 'domainOwner'],
  },
  alternatives: {
    name: 'Alternatives',
    asks: 'Why this rather than something else, something smaller, or nothing?',
    personas: ['domainOwner', 'executive', 'peer'],
  },
  'prior-art': {
    name: 'Prior art',
    asks: 'How do others, or earlier proposals, handle the same thing?',
    personas: ['domainOwner', 'peer'],
  },
  scope: {
    name: 'Scope',
    asks: 'What is included, what is not, and where does it stop?',
    personas: ['domainOwner', 'apiConsumer', 'projectLead'],
  },
  terminology: {
    name: 'Terminology',
    asks: 'What does this word mean here?',
    personas: ['newcomer', 'peer'],
  },
  'audience-usecase': {
    name: 'Audience and use cases',
    asks: 'Who is it for, and what is the concrete situation?',
    personas: ['apiConsumer', 'executive', 'domainOwner'],
  },
  'compat-migration': {
    name: 'Compatibility and migration',
    asks: 'What happens to what exists today, and how does it move?',
    personas: ['apiConsumer', 'dependencySteward', 'domainOwner'],
  },
  'rollout-rollback': {
    name: 'Rollout and rollback',
    asks: 'How is it switched on, watched, and switched off again?',
    personas: ['sre', 'projectLead'],
  },
  'edge-cases': {
    name: 'Edge cases',
    asks: 'What happens on failure, conflict, absence or repetition?',
    personas: ['peer', 'sre'],
  },
  performance: {
    name: 'Performance',
    asks: 'What does it cost at run time, and how does it scale?',
    personas: ['sre', 'peer'],
  },
  'cost-effort': {
    name: 'Cost and effort',
    asks: 'What does it take in money, capacity and people’s time?',
    personas: ['finance', 'projectLead'],
  },
  security: {
    name: 'Security and privacy',
    asks: 'Who gains access to what, and what can go wrong with it?',
    personas: ['security', 'domainOwner'],
  },
  operability: {
    name: 'Operability',
    asks: 'How do people see, debug and understand it once it runs?',
    personas: ['sre', 'domainOwner'],
  },
  testing: {
    name: 'Testing',
    asks: 'How is it verified, in which combinations, by whom?',
    personas: ['peer', 'projectLead'],
  },
  dependencies: {
    name: 'Dependencies',
    asks: 'What must exist first, in which version?',
    personas: ['dependencySteward', 'sre'],
  },
  'api-detail': {
    name: 'Interface detail',
    asks: 'Which fields, defaults, units, formats and errors exactly?',
    personas: ['apiConsumer', 'peer'],
  },
  mechanism: {
    name: 'Mechanism',
    asks: 'How does it work inside, in which order?',
    personas: ['peer', 'domainOwner'],
  },
  naming: {
    name: 'Naming',
    asks: 'Is this the right name?',
    personas: ['apiConsumer', 'newcomer'],
  },
  ownership: {
    name: 'Ownership',
    asks: 'Who does the work and keeps it going?',
    personas: ['projectLead', 'domainOwner', 'finance'],
  },
  timeline: {
    name: 'Timeline',
    asks: 'When, in which release, for how long?',
    personas: ['projectLead', 'apiConsumer'],
  },
  'process-authority': {
    name: 'Process and authority',
    asks: 'Who decides, by which procedure, and how are people told?',
    personas: ['projectLead', 'executive', 'domainOwner'],
  },
  evidence: {
    name: 'Evidence',
    asks: 'What is the data or the source for this?',
    personas: ['domainOwner', 'finance', 'peer'],
  },
  interaction: {
    name: 'Interaction',
    asks: 'How does it behave together with other features and tools?',
    personas: ['domainOwner', 'peer'],
  },
  'teaching-docs': {
    name: 'Teaching and documentation',
    asks: 'How is it documented, taught and found?',
    personas: ['newcomer', 'apiConsumer'],
  },
  examples: {
    name: 'Examples',
    asks: 'Can we see a real one?',
    personas: ['newcomer', 'apiConsumer'],
  },
  'future-work': {
    name: 'Future work',
    asks: 'What does this leave open, and which doors does it close?',
    personas: ['domainOwner', 'peer'],
  },
  'success-criteria': {
    name: 'Success criteria',
    asks: 'How will we know that it worked?',
    personas: ['executive', 'projectLead', 'finance'],
  },
  'drawbacks-risks': {
    name: 'Drawbacks and risks',
    asks: 'What is the downside, and who bears it?',
    personas: ['executive', 'security', 'domainOwner'],
  },
  'ux-accessibility': {
    name: 'User experience and accessibility',
    asks: 'How does it look and feel, for everyone who uses it?',
    personas: ['accessibility', 'apiConsumer'],
  },
} as const satisfies Record<string, CategoryEntry>

export type Category = keyof typeof categories

// reason: Object.keys forgets the literal keys
export const categoryIds = Object.keys(categories) as readonly Category[]
