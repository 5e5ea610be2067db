import { spaceFields } from '@colloquy/shared/contract/spaces'
import { expect, test } from 'vitest'
import { prefixOf } from './prefixOf.ts'

test.each([
  ['Storage', 'STOR'],
  ['API design', 'AD'],
  ['Développement', 'DEVE'],
  ['3D rendering', 'REND'],
  ['X', ''],
  ['', ''],
])('a space named %j gets the short name %j', (name, prefix) => {
  expect(prefixOf(name)).toBe(prefix)
  if (prefix) expect(spaceFields.parse({ name, prefix }).prefix).toBe(prefix)
})
