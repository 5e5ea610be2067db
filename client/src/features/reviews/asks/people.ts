import { type Ask, type Field, reasonOf, why } from './ask.ts'

const group = (name: string, label: string, initial: string[], hint?: string): Field => ({
  kind: 'people',
  name,
  label,
  initial,
  ...(hint ? { hint } : {}),
})

const person = (label: string, initial: string[] = [], among?: string[]): Field => ({
  kind: 'person',
  name: 'person',
  label,
  required: true,
  initial,
  ...(among ? { among } : {}),
})

/** Acts that say who takes part. */
export const peopleAsks: Ask[] = [
  {
    act: 'name approver',
    label: 'Name an approver',
    fields: ({ record, people }) => {
      const seated = Object.values(record.review.seats).flatMap(({ holder, removed }) =>
        holder.kind === 'person' && !removed ? [holder.personId] : [],
      )
      const out = new Set([...seated, ...record.review.authors])
      return [
        person(
          'Approver',
          [],
          [...people.keys()].filter(id => !out.has(id)),
        ),
      ]
    },
    make: values => ({
      type: 'name approver',
      holder: { kind: 'person', personId: values.one('person') },
    }),
  },
  {
    act: 'touch spaces',
    label: 'Spaces it touches',
    fields: ({ record, spaces }) => [
      {
        kind: 'several',
        name: 'spaces',
        label: 'Other spaces it touches',
        hint: 'Their owners become approvers.',
        initial: record.review.touches,
        choices: [...spaces]
          .filter(([spaceId]) => spaceId !== record.review.spaceId)
          .map(([value, label]) => ({ value, label })),
      },
    ],
    applies: ({ spaces }) => spaces.size > 1,
    make: values => ({ type: 'touch spaces', spaceIds: values.many('spaces') }),
  },
  {
    act: 'set contributors',
    label: 'Contributors',
    fields: ({ record }) => [
      group('people', 'Contributors', record.review.contributors, 'Asked for comments; not counted.'),
    ],
    make: values => ({ type: 'set contributors', contributors: values.many('people') }),
  },
  {
    act: 'set informed',
    label: 'Informed',
    fields: ({ record }) => [group('people', 'Informed', record.review.informed, 'Told of the outcome.')],
    make: values => ({ type: 'set informed', informed: values.many('people') }),
  },
  {
    act: 'set authors',
    label: 'Authors',
    fields: ({ record }) => [
      {
        ...group('people', 'Authors', record.review.authors, 'They may edit and are not counted.'),
        required: true,
      },
    ],
    make: values => ({ type: 'set authors', authors: values.many('people') }),
  },
  {
    act: 'name decider',
    label: 'Decider',
    fields: ({ record }) => [
      {
        ...person('Decider', [record.review.decider ?? '']),
        required: false,
        hint: 'Empty: the driver decides.',
      },
    ],
    make: values => ({ type: 'name decider', decider: values.one('person') || null }),
  },
  {
    act: 'hand over',
    label: 'Hand over to another driver',
    fields: ({ record }) => [
      person(
        'Driver',
        [],
        record.review.authors.filter(id => id !== record.review.driver),
      ),
    ],
    applies: ({ record }) => record.review.authors.length > 1,
    make: values => ({ type: 'hand over', driver: values.one('person') }),
  },
]

/** Acts on one approver, verdict, delegation or edit. */
export const removeApprover: Ask = {
  act: 'remove approver',
  label: 'Remove',
  fields: () => [why()],
  make: (values, seatId) => ({ type: 'remove approver', seatId, reason: reasonOf(values) }),
}

export const dismissVerdict: Ask = {
  act: 'dismiss verdict',
  label: 'Dismiss the request',
  fields: () => [why('Why it no longer blocks')],
  make: (values, verdictId) => ({ type: 'dismiss verdict', verdictId, reason: reasonOf(values) }),
}

export const endDelegation: Ask = {
  act: 'end delegation',
  label: 'End',
  make: (_values, delegationId) => ({ type: 'end delegation', delegationId }),
}

export const contestEdit: Ask = {
  act: 'contest edit',
  label: 'It is more than editorial',
  fields: () => [why('What changed in substance')],
  make: (values, editId) => ({ type: 'contest edit', editId, reason: reasonOf(values) }),
}
