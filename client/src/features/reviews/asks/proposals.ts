import { latestStances, openRound, positions } from '@colloquy/shared/review/stances'
import { newId } from '../../threads/newId.ts'
import { nameOf, type Scene } from '../scene.ts'
import { dateIn, endOfDay } from '../when.ts'
import { type Ask, type Field, reasonOf, type Values, why } from './ask.ts'

const until = (): Field => ({
  kind: 'date',
  name: 'endsAt',
  label: 'The round ends on',
  required: true,
  initial: [dateIn(7, Date.now())],
})

export const openProposal: Ask = {
  act: 'open proposal',
  label: 'Ask for stances on a proposal',
  fields: ({ record: { review }, people }) => [
    { kind: 'text', name: 'question', label: 'The question', required: true },
    { kind: 'lines', name: 'options', label: 'Options', hint: 'One on each line.' },
    {
      kind: 'people',
      name: 'stakeholders',
      label: 'Who takes a stance',
      required: true,
      initial: asked(review).filter(personId => people.has(personId)),
    },
    {
      kind: 'person',
      name: 'decider',
      label: 'Who writes the outcome',
      required: true,
      initial: [review.decider ?? review.driver],
    },
    until(),
  ],
  make: values => ({
    type: 'open proposal',
    proposalId: newId(),
    question: values.one('question').trim(),
    options: values
      .one('options')
      .split('\n')
      .map(option => option.trim())
      .filter(option => option !== ''),
    decider: values.one('decider'),
    stakeholders: values.many('stakeholders'),
    endsAt: endOfDay(values.one('endsAt')),
  }),
}

/** What can be done about one proposal. */
export const proposalAsks: Ask[] = [
  stance('Take a stance', { tone: 'main' }, false),
  stance('Change my stance', {}, true),
  {
    act: 'close round',
    label: 'Close the round',
    applies: (scene, id) => roundOf(scene, id) !== null,
    make: (_values, proposalId) => ({ type: 'close round', proposalId }),
  },
  {
    act: 'decide proposal',
    label: 'Write the outcome',
    tone: 'main',
    applies: isBetweenRounds,
    fields: (scene, id) => {
      const proposal = proposalOf(scene, id)
      const options = proposal?.options ?? []
      return [
        ...(options.length > 0
          ? [
              choiceOf(
                'option',
                'Option',
                [...options, ''].map(value => ({ value, label: value || 'None of these' })),
              ),
            ]
          : []),
        { kind: 'text' as const, name: 'text', label: 'The outcome and why', required: true },
        ...blockers(scene, id).map(personId => ({
          kind: 'text' as const,
          name: answerTo(personId),
          label: `Answer to ${nameOf(scene, personId)}, who blocks`,
          required: true,
        })),
      ]
    },
    make: (values, proposalId, scene) => ({
      type: 'decide proposal',
      proposalId,
      option: values.one('option'),
      text: values.one('text').trim(),
      answers: answersIn(values, blockers(scene, proposalId)),
    }),
  },
  {
    act: 'open round',
    label: 'Ask for another round',
    applies: isBetweenRounds,
    fields: () => [until()],
    make: (values, proposalId) => ({
      type: 'open round',
      proposalId,
      endsAt: endOfDay(values.one('endsAt')),
    }),
  },
  {
    act: 'hand over proposal',
    label: 'Let somebody else decide',
    applies: (scene, id) => proposalOf(scene, id)?.outcome === null,
    fields: () => [{ kind: 'person', name: 'decider', label: 'Who writes the outcome', required: true }],
    make: (values, proposalId) => ({
      type: 'hand over proposal',
      proposalId,
      decider: values.one('decider'),
    }),
  },
]

function stance(label: string, rest: Pick<Ask, 'tone'>, isChange: boolean): Ask {
  return {
    act: 'take stance',
    label,
    ...rest,
    applies: (scene, id) => roundOf(scene, id) !== null && hasAnswered(scene, id) === isChange,
    fields: (scene, id, values) => {
      const held = proposalOf(scene, id)?.stances.findLast(({ personId }) => personId === scene.me)
      const needsReason = ['disagree', 'block'].includes(values.one('position'))
      return [
        {
          kind: 'choice',
          name: 'position',
          label: 'Your stance',
          required: true,
          initial: held ? [held.position] : [],
          choices: positions.map(value => ({ value, label: value })),
        },
        {
          ...why(needsReason ? 'Reason' : 'Reason, if you like', needsReason),
          initial: [held?.reason ?? ''],
        },
      ]
    },
    make: (values, proposalId) => ({
      type: 'take stance',
      proposalId,
      position: positions.find(position => position === values.one('position')) ?? 'abstain',
      reason: reasonOf(values),
    }),
  }
}

/** Whether the viewer has taken a stance in the round under way. */
function hasAnswered(scene: Scene, proposalId: string): boolean {
  return scene.record.proposals.some(
    proposal => proposal.proposalId === proposalId && !proposal.silent.includes(scene.me),
  )
}

function choiceOf(name: string, label: string, choices: { value: string; label: string }[]): Field {
  return { kind: 'choice', name, label, choices, initial: [''] }
}

const proposalOf = ({ record }: Scene, proposalId: string) => record.review.proposals[proposalId]

function roundOf(scene: Scene, proposalId: string) {
  const proposal = proposalOf(scene, proposalId)
  return proposal && !proposal.outcome ? openRound(proposal) : null
}

function isBetweenRounds(scene: Scene, proposalId: string): boolean {
  return proposalOf(scene, proposalId)?.outcome === null && roundOf(scene, proposalId) === null
}

function blockers(scene: Scene, proposalId: string): string[] {
  const proposal = proposalOf(scene, proposalId)
  if (!proposal) return []
  return [...latestStances(proposal).values()].flatMap(({ position, personId }) =>
    position === 'block' ? [personId] : [],
  )
}

const answerTo = (personId: string) => `answer ${personId}`

const answersIn = (values: Values, personIds: string[]) =>
  Object.fromEntries(personIds.map(personId => [personId, values.one(answerTo(personId)).trim()]))

/** Everybody whose answer is asked for anyway: approvers, contributors, and whoever decides. */
function asked({ seats, contributors, authors }: Scene['record']['review']): string[] {
  const seated = Object.values(seats).flatMap(({ holder, removed }) =>
    holder.kind === 'person' && !removed ? [holder.personId] : [],
  )
  return [...new Set([...seated, ...contributors, ...authors])]
}
