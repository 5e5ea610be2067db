import { type PresetName, presetNames, presets } from '@colloquy/shared/review/presets'
import { ruleOf } from '@colloquy/shared/review/rule'
import type { Disposition } from '@colloquy/shared/review/states'
import { type Ask, type Field, reasonOf, type Values, why } from './ask.ts'

const dispositionChoices = [
  { value: 'accept', label: 'Accept it' },
  { value: 'reject', label: 'Reject it' },
  { value: 'postpone', label: 'Postpone it' },
] satisfies { value: Disposition; label: string }[]

const presetField = (except?: string): Field => ({
  kind: 'choice',
  name: 'preset',
  label: 'Rule',
  required: true,
  choices: presetNames
    .filter(name => name !== except)
    .map(name => ({ value: name, label: name, hint: ruleOf(presets[name]) })),
})

const presetIn = (values: Values): PresetName =>
  presetNames.find(name => name === values.one('preset')) ?? 'standard'

/** Acts on the process as a whole, most needed first. */
export const processAsks: Ask[] = [
  {
    act: 'open review',
    label: 'Put it to review',
    tone: 'main',
    make: () => ({ type: 'open review' }),
  },
  {
    act: 'release hold',
    label: 'Release the hold',
    tone: 'main',
    quiet: true,
    make: () => ({ type: 'release hold' }),
  },
  {
    act: 'propose decision',
    label: 'Propose a decision',
    fields: ({ record }) => [
      {
        kind: 'choice',
        name: 'disposition',
        label: 'What should be decided?',
        required: true,
        initial: [record.missing.disposition],
        choices: dispositionChoices,
      },
    ],
    make: values => ({
      type: 'propose decision',
      disposition:
        dispositionChoices.find(({ value }) => value === values.one('disposition'))?.value ?? 'accept',
    }),
  },
  publishing('accept', 'Accept'),
  publishing('reject', 'Reject'),
  publishing('postpone', 'Postpone'),
  {
    act: 'mark implemented',
    label: 'Mark as implemented',
    fields: () => [why('What was done', false)],
    make: values => ({ type: 'mark implemented', reason: reasonOf(values) }),
  },
  {
    act: 'cancel proposed decision',
    label: 'Take the proposed decision back',
    quiet: true,
    fields: () => [why()],
    make: values => ({ type: 'cancel proposed decision', reason: reasonOf(values) }),
  },
  {
    act: 'restart final comment',
    label: 'Restart the final comment period',
    fields: () => [why()],
    make: values => ({ type: 'restart final comment', reason: reasonOf(values) }),
  },
  {
    act: 'hold',
    label: 'Put on hold',
    quiet: true,
    fields: () => [why()],
    make: values => ({ type: 'hold', reason: reasonOf(values) }),
  },
  {
    act: 'escalate',
    label: 'Ask for a stricter rule',
    quiet: true,
    fields: ({ record }) => [presetField(record.review.policy.name)],
    make: values => ({ type: 'escalate', preset: presetIn(values) }),
  },
  {
    act: 'change policy',
    label: 'Change the rule',
    fields: ({ record }) => [presetField(record.review.policy.name)],
    make: values => ({ type: 'change policy', policy: presets[presetIn(values)] }),
  },
  {
    act: 'deprecate',
    label: 'Deprecate',
    tone: 'danger',
    fields: () => [why('Why it no longer holds')],
    make: values => ({ type: 'deprecate', reason: reasonOf(values) }),
  },
  {
    act: 'withdraw document',
    label: 'Withdraw the document',
    tone: 'danger',
    fields: () => [why('Why it is withdrawn')],
    make: values => ({ type: 'withdraw document', reason: reasonOf(values) }),
  },
]

function publishing(act: Disposition, label: string): Ask {
  return {
    act,
    label,
    ...(act === 'accept' ? { tone: 'main' as const } : {}),
    fields: ({ record }) => [
      why('The decision and its reason, for those who read the record'),
      { kind: 'date', name: 'on', label: 'Look at it again on' },
      { kind: 'line', name: 'when', label: 'Or look at it again when' },
      { kind: 'person', name: 'owner', label: 'Who looks', initial: [record.review.driver] },
    ],
    make: values => ({ type: act, reason: reasonOf(values), revisit: revisitIn(values) }),
  }
}

function revisitIn(values: Values) {
  const [owner, on, when] = [values.one('owner'), values.one('on'), values.one('when').trim()]
  if (owner === '') return null
  if (on !== '') return { owner, on }
  return when === '' ? null : { owner, when }
}
