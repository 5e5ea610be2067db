import { expect, test } from 'vitest'
import { saveStateText } from './SaveState.tsx'

test.each([
  [{ state: 'saved' }, 'Saved'],
  [{ state: 'saving', waiting: 3 }, 'Saving…'],
  [{ state: 'offline', waiting: 0 }, 'Offline'],
  [{ state: 'offline', waiting: 1 }, 'Offline, 1 edit waiting'],
  [{ state: 'offline', waiting: 12 }, 'Offline, 12 edits waiting'],
  [{ state: 'retrying', waiting: 2 }, 'Not saved, retrying'],
] as const)('%j reads “%s”', (status, text) => {
  expect(saveStateText(status)).toBe(text)
})
