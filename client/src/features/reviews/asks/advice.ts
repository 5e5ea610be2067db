import { type Ask, reasonOf } from './ask.ts'

const words = (label: string) => [{ kind: 'text' as const, name: 'reason', label, required: true }]

export const giveAdvice: Ask = {
  act: 'give advice',
  label: 'Give advice',
  fields: () => words('Your advice'),
  make: values => ({ type: 'give advice', text: reasonOf(values) }),
}

export const answerAdvice: Ask = {
  act: 'answer advice',
  label: 'Answer',
  fields: () => words('What becomes of it'),
  make: (values, adviceId) => ({ type: 'answer advice', adviceId, text: reasonOf(values) }),
}
