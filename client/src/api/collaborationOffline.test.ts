import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { Doc } from 'yjs'
import { forgetOffline, offlineCopy } from './collaborationOffline.ts'

const opened = async (accountId: string, documentId: string) => {
  const doc = new Doc()
  const copy = offlineCopy(accountId, documentId, doc)
  const { waiting } = await copy.restored
  return { doc, copy, waiting, text: doc.getText('t').toString() }
}

it('edits made offline are there after a restart of the browser, and counted as waiting', async () => {
  const first = await opened('anna', 'restart')
  first.doc.getText('t').insert(0, 'offline')
  first.copy.keep(1)
  first.copy.destroy()
  const second = await opened('anna', 'restart')
  expect(second.text).toBe('offline')
  expect(second.waiting).toBe(1)
})

it('once they are stored by the server, nothing waits any more', async () => {
  const first = await opened('anna', 'stored')
  first.doc.getText('t').insert(0, 'text')
  first.copy.keep(1)
  first.copy.destroy()
  const second = await opened('anna', 'stored')
  second.copy.keep(1)
  second.copy.keep(0)
  second.copy.destroy()
  const third = await opened('anna', 'stored')
  expect(third.waiting).toBe(0)
  expect(third.text).toBe('text')
})

it('another person on the same browser never sees them', async () => {
  const anna = await opened('anna', 'secret')
  anna.doc.getText('t').insert(0, 'mine')
  anna.copy.keep(1)
  anna.copy.destroy()
  const ben = await opened('ben', 'secret')
  expect(ben.text).toBe('')
  expect(ben.waiting).toBe(0)
})

it('signing out drops what the server has and keeps what it has not', async () => {
  const stored = await opened('cleo', 'stored')
  stored.doc.getText('t').insert(0, 'stored')
  stored.copy.destroy()
  const waits = await opened('cleo', 'waits')
  waits.doc.getText('t').insert(0, 'waits')
  waits.copy.keep(1)
  waits.copy.destroy()
  await forgetOffline('cleo')
  expect((await opened('cleo', 'stored')).text).toBe('')
  expect((await opened('cleo', 'waits')).text).toBe('waits')
})
