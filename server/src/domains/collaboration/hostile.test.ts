import { documentRoutes } from '@colloquy/shared/contract/documents'
import { UPDATE_LIMIT } from '@colloquy/shared/contract/limits'
import type { Socket } from 'socket.io-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Doc, encodeStateAsUpdate, encodeStateVector, XmlElement, XmlText } from 'yjs'
import { startWorld, type World } from '../../testing/world.ts'
import { ask, once, visit } from './visitor.testing.ts'

let world: World
let documentId: string
let socket: Socket
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())
beforeEach(async () => {
  documentId = (await world.document()).documentId
  socket = world.owner.socket('/collaboration')
  const stateVector = Buffer.from(encodeStateVector(new Doc()))
  expect(await ask(socket, 'join', { documentId, stateVector })).toMatchObject({ ok: true })
})

/** The first update of a new document with this text. */
const updateOf = (text: string, prepare: (doc: Doc) => void = () => undefined): Buffer => {
  const doc = new Doc()
  prepare(doc)
  doc.getText('t').insert(0, text)
  return Buffer.from(encodeStateAsUpdate(doc))
}

/** A link that leads to an object, which editors cannot show. */
const unshowable = (): Buffer => {
  const doc = new Doc()
  const text = new XmlText()
  text.insert(0, 'hi', { link: { href: { a: 1 } } })
  doc.getXmlFragment('default').insert(0, [text])
  return Buffer.from(encodeStateAsUpdate(doc))
}

/** An update that continues another which nobody sends. */
const orphan = (): Buffer => {
  const doc = new Doc()
  doc.getText('t').insert(0, 'lost')
  const before = encodeStateVector(doc)
  doc.getText('t').insert(4, 'found')
  return Buffer.from(encodeStateAsUpdate(doc, before))
}

const whole = updateOf('whole')

describe('refused by name, with nothing applied and the connection kept', () => {
  it.each<[string, string, unknown, string]>([
    ['bytes that are no update', 'update', { updates: [Buffer.from([1, 2, 3, 250, 251])] }, 'invalid'],
    ['an update cut short', 'update', { updates: [whole.subarray(0, whole.length - 4)] }, 'invalid'],
    ['an empty update', 'update', { updates: [Buffer.alloc(0)] }, 'invalid'],
    ['a claim of endless structs', 'update', { updates: [Buffer.from([255, 255, 255, 255, 15])] }, 'invalid'],
    ['text where bytes belong', 'update', { updates: ['hello'] }, 'invalid'],
    ['no updates at all', 'update', { updates: [] }, 'invalid'],
    ['an update above the limit', 'update', { updates: [updateOf('x'.repeat(UPDATE_LIMIT))] }, 'tooLarge'],
    ['an update that rests on a missing one', 'update', { updates: [orphan()] }, 'conflict'],
    ['a link to an object', 'update', { updates: [unshowable()] }, 'invalid'],
    ['a good update beside a bad one', 'update', { updates: [whole, Buffer.from([9])] }, 'invalid'],
    ['a state vector that is none', 'join', { stateVector: 'x' }, 'invalid'],
    ['an unknown document', 'join', { documentId: 'z'.repeat(16), stateVector: Buffer.alloc(1) }, 'missing'],
    ['an id that is none', 'join', { documentId: '../x', stateVector: Buffer.alloc(1) }, 'invalid'],
    [
      'a document that was not joined',
      'update',
      { documentId: 'y'.repeat(16), updates: [whole] },
      'conflict',
    ],
  ])('%s', async (_, name, message, problem) => {
    expect(await ask(socket, name, Object.assign({ documentId }, message))).toMatchObject({ type: problem })
    const visitor = visit(world.owner, documentId)
    await visitor.provider.synced
    expect(visitor.text()).toBe('')
    expect(await ask(socket, 'update', { documentId, updates: [updateOf('fine')] })).toMatchObject({
      ok: true,
    })
  })
})

it('a message that is nothing the server knows is passed over', async () => {
  socket.emit('update')
  socket.emit('join', null, 'not a function')
  socket.emit('awareness', { documentId, awareness: Buffer.from([200, 200]) })
  socket.emit('awareness', 7)
  socket.emit('leave', [])
  socket.emit('nonsense', {})
  expect(await ask(socket, 'update', { documentId, updates: [updateOf('fine')] })).toMatchObject({ ok: true })
})

it('a stranger is told that there is no such document', async () => {
  const stranger = await world.join('Stella Stranger')
  const outside = stranger.socket('/collaboration')
  const stateVector = Buffer.alloc(1)
  expect(await ask(outside, 'join', { documentId, stateVector })).toMatchObject({ type: 'missing' })
  expect(await ask(outside, 'update', { documentId, updates: [whole] })).toMatchObject({ type: 'conflict' })
})

it('a socket without a session is refused', async () => {
  const outside = world.socketWith('', '/collaboration')
  const error = await once<{ data: { type: string } }>(outside, 'connect_error')
  expect(error.data.type).toBe('unauthenticated')
})

it('a document that was nested without end, little by little, can still be exported', async () => {
  const doc = new Doc()
  let at = doc.getXmlFragment('default')
  for (let step = 0; step < 10; step++) {
    const before = encodeStateVector(doc)
    doc.transact(() => {
      for (let floor = 0; floor < 300; floor++) {
        const next = new XmlElement('blockquote')
        at.insert(0, [next])
        at = next
      }
    })
    const update = Buffer.from(encodeStateAsUpdate(doc, before))
    expect(await ask(socket, 'update', { documentId, updates: [update] })).toMatchObject({ ok: true })
  }
  const { markdown } = await world.owner.call(documentRoutes.markdown, { documentId })
  expect(markdown).toMatch(/^> > >/m)
})

it('the same update again is answered and stored once', async () => {
  const reader = visit(world.owner, documentId)
  await reader.provider.synced
  for (let time = 0; time < 3; time++)
    expect(await ask(socket, 'update', { documentId, updates: [whole] })).toMatchObject({ ok: true })
  await reader.shows('whole')
})

it('too many joins at once are refused until the sender slows down', async () => {
  const stateVector = Buffer.alloc(1)
  const answers = await Promise.all(
    Array.from({ length: 1000 }, () => ask(socket, 'join', { documentId, stateVector })),
  )
  expect(answers.some(({ type }) => type === 'tooMany')).toBe(true)
  expect(answers[0]).toMatchObject({ ok: true })
})

it('nobody speaks for another person’s cursor', async () => {
  const other = await world.join('Imke Impostor')
  const shared = await world.document([[other, 'viewer']])
  const [victim, impostor] = [visit(world.owner, shared.documentId), visit(other, shared.documentId)]
  await Promise.all([victim.provider.synced, impostor.provider.synced])
  const seen = () => impostor.provider.awareness.getStates().get(victim.doc.clientID)
  await new Promise<void>(resolve => {
    const look = () => seen() && resolve()
    impostor.provider.awareness.on('change', look)
    look()
  })
  impostor.provider.awareness.clientID = victim.doc.clientID
  impostor.provider.awareness.setLocalState({ user: { name: 'Mallory' } })
  impostor.provider.awareness.clientID = impostor.doc.clientID
  const late = visit(world.owner, shared.documentId)
  await new Promise<void>(resolve => late.provider.awareness.on('change', resolve))
  expect(late.provider.awareness.getStates().get(victim.doc.clientID)?.['user']?.name).toBe('Olivia Owner')
})
