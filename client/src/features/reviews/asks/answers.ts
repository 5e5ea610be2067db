import type { SentAct } from '@colloquy/shared/contract/reviews'
import type { Verdict } from '@colloquy/shared/review/answers'
import type { Scene } from '../scene.ts'
import { nameOf } from '../scene.ts'
import { dateIn, endOfDay } from '../when.ts'
import { type Ask, type Field, reasonOf, type Values, why } from './ask.ts'

/** Acts of somebody who is asked for a verdict. */
export const answerAsks: Ask[] = [
  verdict('approve', 'Approve', 'A word with it', { tone: 'main' }),
  verdict('request changes', 'Request changes', 'What has to change'),
  verdict('abstain', 'Abstain', 'A word with it'),
  {
    act: 'withdraw verdict',
    label: 'Take my answer back',
    applies: scene => answerable(scene).some(({ value }) => standing(scene, value)),
    fields: scene => [...forWhom(scene), why('Reason', false)],
    make: (values, _id, scene) => ({
      type: 'withdraw verdict',
      reason: reasonOf(values),
      for: whom(values, scene),
    }),
  },
  {
    act: 'delegate',
    label: 'Let somebody answer for me',
    fields: ({ record, people, me }) => [
      {
        kind: 'person',
        name: 'to',
        label: 'Who',
        required: true,
        among: [...people.keys()].filter(id => id !== me && !record.review.authors.includes(id)),
      },
      { kind: 'date', name: 'until', label: 'Until', required: true, initial: [dateIn(14, Date.now())] },
    ],
    make: values => ({
      type: 'delegate',
      to: values.one('to'),
      until: endOfDay(values.one('until')),
      from: null,
    }),
  },
  {
    act: 'recuse',
    label: 'Step aside',
    applies: ({ record, me }) => !(me in record.review.recusals),
    fields: () => [why('Why you step aside', false)],
    make: values => ({ type: 'recuse', reason: reasonOf(values) }),
  },
  { act: 'rejoin', label: 'Be counted again', quiet: true, make: () => ({ type: 'rejoin' }) },
  {
    act: 'go away',
    label: 'Say that I am away',
    applies: ({ record, me }) => !(me in record.review.absences),
    fields: () => [
      { kind: 'date', name: 'until', label: 'Until', hint: 'Leave it empty when you do not know.' },
    ],
    make: values => {
      const until = values.one('until')
      return { type: 'go away', until: until === '' ? null : endOfDay(until), personId: null }
    },
  },
  { act: 'come back', label: 'I am back', quiet: true, make: () => ({ type: 'come back' }) },
]

function verdict(kind: Verdict['kind'], label: string, word: string, rest: Pick<Ask, 'tone'> = {}): Ask {
  return {
    act: 'give verdict',
    label,
    ...rest,
    fields: scene => [...forWhom(scene), why(word, kind === 'request changes')],
    make: (values, _id, scene): SentAct => ({
      type: 'give verdict',
      verdict: kind,
      reason: reasonOf(values),
      version: scene.record.review.version,
      for: whom(values, scene),
    }),
  }
}

/** For whom the viewer may answer: themselves where they are asked, and those who let them. */
function answerable(scene: Scene) {
  const { record, me } = scene
  const asked = new Set(record.seats.flatMap(({ people }) => people.map(({ personId }) => personId)))
  const lent = Object.values(record.review.delegations)
    .filter(({ to, ended, until }) => to === me && ended === null && until > Date.now())
    .map(({ from }) => from)
  return [...new Set([me, ...lent])]
    .filter(personId => asked.has(personId))
    .map(personId => ({
      value: personId,
      label: personId === me ? 'For myself' : `For ${nameOf(scene, personId)}`,
    }))
}

function forWhom(scene: Scene): Field[] {
  const choices = answerable(scene)
  if (choices.length === 0 || (choices.length === 1 && choices[0]?.value === scene.me)) return []
  const [first] = choices
  return [
    {
      kind: 'choice',
      name: 'for',
      label: 'Whose answer',
      required: true,
      initial: first ? [first.value] : [],
      choices,
    },
  ]
}

function whom(values: Values, { me }: Scene): string | null {
  const chosen = values.one('for')
  return chosen === '' || chosen === me ? null : chosen
}

const standing = ({ record }: Scene, personId: string): boolean =>
  Object.values(record.review.verdicts).some(given => given.personId === personId && given.ended === null)
