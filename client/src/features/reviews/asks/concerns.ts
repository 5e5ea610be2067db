import { type Ask, reasonOf, why } from './ask.ts'

export const raiseConcern: Ask = {
  act: 'raise concern',
  label: 'Raise a concern',
  fields: () => [
    { kind: 'passage', name: 'anchor', label: 'Where' },
    { kind: 'line', name: 'title', label: 'The concern in a few words', required: true },
    why('Why it has to be answered before a decision'),
  ],
  make: values => ({
    type: 'raise concern',
    title: values.one('title').trim(),
    reason: reasonOf(values),
    anchor: values.one('anchor') || null,
  }),
}

/** What can be done about one concern, in the order of the protocol. */
export const concernAsks: Ask[] = [
  {
    act: 'answer restatement',
    label: 'Yes, that is the concern',
    tone: 'main',
    applies: ({ record }, id) => statusIn(record, id) === 'restated',
    make: (_values, concernId) => ({ type: 'answer restatement', concernId, confirmed: true, reason: '' }),
  },
  {
    act: 'answer restatement',
    label: 'Not quite',
    applies: ({ record }, id) => statusIn(record, id) === 'restated',
    fields: () => [why('What the concern is instead')],
    make: (values, concernId) => ({
      type: 'answer restatement',
      concernId,
      confirmed: false,
      reason: reasonOf(values),
    }),
  },
  {
    act: 'answer resolution',
    label: 'Yes, that answers it',
    tone: 'main',
    applies: ({ record }, id) => statusIn(record, id) === 'answered',
    make: (_values, concernId) => ({ type: 'answer resolution', concernId, confirmed: true, reason: '' }),
  },
  {
    act: 'answer resolution',
    label: 'It leaves something open',
    applies: ({ record }, id) => statusIn(record, id) === 'answered',
    fields: () => [why('What it leaves open')],
    make: (values, concernId) => ({
      type: 'answer resolution',
      concernId,
      confirmed: false,
      reason: reasonOf(values),
    }),
  },
  {
    act: 'second overruling',
    label: 'Second the overruling',
    applies: ({ record }, id) => statusIn(record, id) === 'overruling',
    fields: () => [why('Reason', false)],
    make: (values, concernId) => ({ type: 'second overruling', concernId, reason: reasonOf(values) }),
  },
  {
    act: 'restate concern',
    label: 'Restate it',
    fields: () => [
      {
        kind: 'text',
        name: 'text',
        label: 'The concern in your own words, as its raiser would say it',
        required: true,
      },
    ],
    make: (values, concernId) => ({ type: 'restate concern', concernId, text: values.one('text').trim() }),
  },
  {
    act: 'propose resolution',
    label: 'Propose a resolution',
    applies: ({ record }, id) =>
      ['understood', 'answered', 'overruling'].includes(statusIn(record, id) ?? ''),
    fields: () => [
      { kind: 'text', name: 'summary', label: 'The answer', required: true },
      { kind: 'line', name: 'change', label: 'What changed in the text' },
      { kind: 'text', name: 'rationale', label: 'Why that answers it', required: true },
    ],
    make: (values, concernId) => ({
      type: 'propose resolution',
      concernId,
      summary: values.one('summary').trim(),
      change: values.one('change').trim(),
      rationale: values.one('rationale').trim(),
    }),
  },
  {
    act: 'overrule concern',
    label: 'Overrule it',
    tone: 'danger',
    applies: ({ record }, id) => ['restated', 'understood', 'answered'].includes(statusIn(record, id) ?? ''),
    fields: () => [why('Why it is decided all the same')],
    make: (values, concernId) => ({ type: 'overrule concern', concernId, reason: reasonOf(values) }),
  },
  {
    act: 'withdraw concern',
    label: 'Withdraw it',
    fields: () => [why('Reason', false)],
    make: (values, concernId) => ({ type: 'withdraw concern', concernId, reason: reasonOf(values) }),
  },
]

const statusIn = (
  { concerns }: { concerns: readonly { concernId: string; status: string }[] },
  concernId: string,
): string | undefined => concerns.find(concern => concern.concernId === concernId)?.status
