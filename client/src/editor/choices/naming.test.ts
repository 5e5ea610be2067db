import { expect, test } from 'vitest'
import { named } from './naming.ts'

const names = ['Ada Lindqvist', 'Mateo Okafor', 'Adam Smith'].map(label => ({ id: label, label }))

test.each([
  ['', ['Ada Lindqvist', 'Mateo Okafor', 'Adam Smith']],
  ['ad', ['Ada Lindqvist', 'Adam Smith']],
  ['oka', ['Mateo Okafor']],
  ['ada l', ['Ada Lindqvist']],
  ['da', []],
])('typing %j offers %j', (query, labels) => {
  expect(named(query, names).map(({ label }) => label)).toEqual(labels)
})
