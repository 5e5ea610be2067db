import { expect, test } from 'vitest'
import { pathWithin } from './pathWithin.ts'

test.each([
  ['/d/abc', '/d/abc'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  [null, '/'],
])('signing in with %j leads to %j', (wanted, path) => {
  expect(pathWithin(wanted)).toBe(path)
})
