import type { EditorNode } from '@colloquy/shared/forecast/blocks/editor'
import { expect, test } from 'vitest'
import { createReader } from './reader.ts'

const paragraph = (text: string): EditorNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const heading = (text: string): EditorNode => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
})

test('a finding points at its passage in the editor’s own positions', () => {
  const answer = createReader()({
    type: 'splice',
    version: 1,
    start: 0,
    removed: 0,
    inserted: [heading('Rollout'), paragraph('TBD')],
  })
  const found = answer?.findings.find(finding => finding.quote === 'TBD')
  // The heading takes 9 positions, the paragraph opens with one.
  expect(found?.at).toEqual({ from: 10, to: 13 })
})

test('an edit of one block leaves the findings of the others in place', () => {
  const read = createReader()
  read({
    type: 'splice',
    version: 1,
    start: 0,
    removed: 0,
    inserted: [paragraph('First.'), heading('Rollout'), paragraph('TBD')],
  })
  const answer = read({
    type: 'splice',
    version: 2,
    start: 0,
    removed: 1,
    inserted: [paragraph('Longer first.')],
  })
  expect(answer?.version).toBe(2)
  expect(answer?.findings.find(finding => finding.quote === 'TBD')?.at).toEqual({ from: 25, to: 28 })
})

test('options that arrive before the text wait for it', () => {
  expect(createReader()({ type: 'configure', options: {} })).toBeNull()
})
