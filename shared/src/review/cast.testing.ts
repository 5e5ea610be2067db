import type { Act, ActOf, ActType } from './acts.ts'
import { DAY } from './calendar.ts'
import { SYSTEM } from './people.ts'
import { presets } from './presets.ts'
import type { Role } from './roles.ts'
import type { State } from './states.ts'
import { Story, sections, startOfStory } from './story.testing.ts'

/** One person for every role; some roles cannot be had alone, as the driver is an author. */
export const cast: Record<Role, string> = {
  driver: 'dan',
  author: 'ann',
  decider: 'dee',
  approver: 'bea',
  delegate: 'del',
  contributor: 'con',
  informed: 'inf',
  owner: 'olga',
  raiser: 'rae',
  'stand-in': 'sid',
  seconder: 'sue',
  stakeholder: 'sam',
  'proposal decider': 'pia',
  anyone: 'zoe',
  system: SYSTEM,
}

const later = startOfStory + 90 * DAY

/** A review in review with one of everything, on the way to each state. */
function inReview(): Story {
  const story = new Story({
    policy: { ...presets['final comment'], escalates: true, maxOutstanding: 9, approvals: { count: 1 } },
    approvers: ['bea', 'sue', 'rae', 'sid2'],
    contributors: ['con'],
    draft: true,
  })
  story.does('dan', { type: 'set informed', informed: ['inf'] })
  story.does('dan', { type: 'name decider', decider: 'dee' })
  story.does('dan', {
    type: 'open proposal',
    proposalId: 'proposal',
    question: 'Which queue?',
    options: ['one', 'two'],
    decider: 'pia',
    stakeholders: ['sam'],
    endsAt: later,
  })
  return story
}

export function reviewed(): Story {
  const story = inReview()
  story.does('dan', { type: 'open review' })
  story.does('bea', { type: 'delegate', to: 'del', until: later, from: null })
  story.answers('sue', 'request changes', 'Costs')
  story.answers('sue', 'approve')
  story.edits({ summary: 's1', proposal: 'p1', notes: 'n2', 'limits@api': 'l1' }, true)
  const concernId = story.raises('rae', 'cost')
  story.does('rae', { type: 'delegate', to: 'sid', until: later, from: null })
  story.does('rae', { type: 'go away', until: later, personId: null })
  story.now += 8 * DAY
  story.does('dan', { type: 'restate concern', concernId, text: 'It costs' })
  story.does('sid', { type: 'answer restatement', concernId, confirmed: true, reason: '' })
  story.does('con', { type: 'give advice', text: 'Think of the cost' })
  return story
}

const cleared = (story: Story): Story => {
  const concernId = story.openConcerns[0] ?? ''
  story.does('dan', { type: 'propose resolution', concernId, summary: 's', change: '', rationale: 'r' })
  story.does('sid', { type: 'answer resolution', concernId, confirmed: true, reason: '' })
  story.does('sam', { type: 'take stance', proposalId: 'proposal', position: 'support', reason: '' })
  story.does('dan', { type: 'close round', proposalId: 'proposal' })
  story.does('pia', {
    type: 'decide proposal',
    proposalId: 'proposal',
    option: 'one',
    text: 'One',
    answers: {},
  })
  story.proposes()
  story.passes(10)
  return story
}

export const ways: Record<State, () => Story> = {
  draft: inReview,
  'in review': reviewed,
  'final comment': () => cleared(reviewed()),
  accepted: () => ended('accept'),
  rejected: () => ended('reject'),
  postponed: () => ended('postpone'),
  withdrawn: () => then(reviewed(), 'dan', { type: 'withdraw document', reason: 'No' }),
  implemented: () => then(ended('accept'), 'dan', { type: 'mark implemented', reason: '' }),
  superseded: () =>
    then(ended('accept'), SYSTEM, { type: 'supersede', by: { spaceId: 'home', number: 9 }, split: false }),
  deprecated: () => then(ended('accept'), 'olga', { type: 'deprecate', reason: 'Gone' }),
}

function then(story: Story, actor: string, act: Act): Story {
  story.does(actor, act)
  return story
}

function ended(type: 'accept' | 'reject' | 'postpone'): Story {
  const story = cleared(reviewed())
  if (type !== 'accept') {
    story.does('dan', { type: 'cancel proposed decision', reason: 'Another' })
    story.proposes(type)
    story.passes(10)
  }
  story.publishes(type)
  return story
}

/** An input for every act that is right for as many states as can be. */
export function samples({ review, now }: Story): { [Type in ActType]: ActOf<Type> } {
  const concernId = Object.keys(review.concerns)[0] ?? 'none'
  const verdictId = Object.keys(review.verdicts)[0] ?? 'none'
  const reason = 'A reason'
  const proposalId = 'proposal'
  const ending = { reason, revisit: null }
  return {
    'open review': { type: 'open review' },
    'propose decision': { type: 'propose decision', disposition: 'postpone' },
    'cancel proposed decision': { type: 'cancel proposed decision', reason },
    'start final comment': { type: 'start final comment' },
    'restart final comment': { type: 'restart final comment', reason },
    accept: { type: 'accept', ...ending },
    reject: { type: 'reject', ...ending },
    postpone: { type: 'postpone', ...ending },
    'withdraw document': { type: 'withdraw document', reason },
    hold: { type: 'hold', reason },
    'release hold': { type: 'release hold' },
    'mark implemented': { type: 'mark implemented', reason },
    supersede: { type: 'supersede', by: { spaceId: 'home', number: 12 }, split: true },
    deprecate: { type: 'deprecate', reason },
    'assign number': { type: 'assign number', number: 4 },
    tick: { type: 'tick' },
    'change policy': { type: 'change policy', policy: presets.standard },
    escalate: { type: 'escalate', preset: 'standard' },
    'name approver': { type: 'name approver', holder: { kind: 'person', personId: 'new' } },
    'remove approver': { type: 'remove approver', seatId: Object.keys(review.seats)[3] ?? 'none', reason },
    'touch spaces': { type: 'touch spaces', spaceIds: ['api'] },
    'set authors': { type: 'set authors', authors: ['dan', 'ann'] },
    'set contributors': { type: 'set contributors', contributors: ['con'] },
    'set informed': { type: 'set informed', informed: [] },
    'name decider': { type: 'name decider', decider: 'dee' },
    'hand over': { type: 'hand over', driver: 'ann' },
    'give verdict': { type: 'give verdict', verdict: 'approve', reason, version: 1, for: null },
    'withdraw verdict': { type: 'withdraw verdict', reason, for: null },
    'dismiss verdict': { type: 'dismiss verdict', verdictId, reason },
    recuse: { type: 'recuse', reason },
    rejoin: { type: 'rejoin' },
    delegate: { type: 'delegate', to: 'new', until: now + DAY, from: null },
    'end delegation': { type: 'end delegation', delegationId: Object.keys(review.delegations)[0] ?? 'none' },
    'go away': { type: 'go away', until: null, personId: null },
    'come back': { type: 'come back' },
    edit: {
      type: 'edit',
      version: review.version + 1,
      sections: sections({ summary: 'new' }),
      editorial: false,
    },
    'contest edit': { type: 'contest edit', editId: Object.keys(review.edits)[0] ?? 'none', reason },
    'raise concern': { type: 'raise concern', title: 'Title', reason, anchor: null },
    'restate concern': { type: 'restate concern', concernId, text: reason },
    'answer restatement': { type: 'answer restatement', concernId, confirmed: true, reason },
    'propose resolution': {
      type: 'propose resolution',
      concernId,
      summary: reason,
      change: '',
      rationale: reason,
    },
    'answer resolution': { type: 'answer resolution', concernId, confirmed: true, reason },
    'overrule concern': { type: 'overrule concern', concernId, reason },
    'second overruling': { type: 'second overruling', concernId, reason },
    'withdraw concern': { type: 'withdraw concern', concernId, reason },
    'open proposal': {
      type: 'open proposal',
      proposalId: 'another',
      question: reason,
      options: [],
      decider: 'pia',
      stakeholders: ['sam'],
      endsAt: now + DAY,
    },
    'take stance': { type: 'take stance', proposalId, position: 'support', reason },
    'close round': { type: 'close round', proposalId },
    'open round': { type: 'open round', proposalId, endsAt: now + DAY },
    'hand over proposal': { type: 'hand over proposal', proposalId, decider: 'pia' },
    'decide proposal': { type: 'decide proposal', proposalId, option: '', text: reason, answers: {} },
    'give advice': { type: 'give advice', text: reason },
    'answer advice': {
      type: 'answer advice',
      adviceId: Object.keys(review.advice)[0] ?? 'none',
      text: reason,
    },
  }
}
