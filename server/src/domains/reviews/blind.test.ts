import { type ReviewRecord, reviewRoutes, type SentAct } from '@colloquy/shared/contract/reviews'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, startWorld, type World } from '../../testing/world.ts'

let world: World
let sam: Caller
let sue: Caller
let rae: Caller
beforeAll(async () => {
  world = await startWorld()
  sam = await world.join('Sam Stakeholder')
  sue = await world.join('Sue Stakeholder')
  rae = await world.join('Rae Reader')
})
afterAll(() => world.stop())

const secret = 'because the invoices say so'

const stance = (reason: string): SentAct => ({
  type: 'take stance',
  proposalId: 'queue',
  position: 'disagree',
  reason,
})

/** Everything the server tells a caller about a document, live; `until` resolves with the first that is as wanted. */
async function listen(caller: Caller, documentId: string) {
  const socket = caller.socket('/live')
  const heard: { name: string; record: ReviewRecord }[] = []
  socket.on('event', event => heard.push(event))
  await new Promise<void>(resolve => socket.on('connect', () => resolve()))
  await new Promise(resolve => socket.emit('watch', { documentId }, resolve))
  const until = (wanted: (record: ReviewRecord) => boolean) =>
    new Promise<ReviewRecord>(resolve => {
      const look = () => {
        const found = heard.find(({ name, record }) => name === 'review.changed' && wanted(record))
        if (found) resolve(found.record)
      }
      socket.on('event', look)
      look()
    })
  return { heard, until }
}

test('a blind round tells nobody what others said until they have answered, over HTTP or live', async () => {
  const { documentId } = await world.document([], 'commenter')
  const act = (caller: Caller, sent: SentAct) => caller.call(reviewRoutes.act, { documentId, act: sent })
  await world.owner.call(reviewRoutes.start, { documentId, policy: 'standard' })
  const ids = [sam, sue].map(({ person }) => person.accountId)
  await act(world.owner, {
    type: 'open proposal',
    proposalId: 'queue',
    question: 'Which queue?',
    options: ['red', 'blue'],
    decider: world.owner.person.accountId,
    stakeholders: ids,
    endsAt: Date.now() + 86_400_000,
  })
  const blind = [world.owner, sue, rae]
  const listening = await Promise.all(blind.map(caller => listen(caller, documentId)))
  await act(sam, stance(secret))
  const samId = sam.person.accountId
  for (const { heard, until } of listening) {
    const record = await until(({ proposals }) => proposals[0]?.silent.includes(samId) === false)
    expect(record.proposals[0]).toMatchObject({ hidden: true, distribution: { disagree: 0 } })
    expect(JSON.stringify(heard)).not.toContain(secret)
  }
  for (const caller of blind) {
    const read = await caller.call(reviewRoutes.read, { documentId })
    const events = await caller.call(reviewRoutes.events, { documentId })
    expect(JSON.stringify([read, events])).not.toContain(secret)
    expect(events.map(({ type }) => type)).toContain('stance.taken')
  }
  // A refusal tells no more than the record does.
  const early: SentAct = {
    type: 'decide proposal',
    proposalId: 'queue',
    option: 'red',
    text: 'Red',
    answers: {},
  }
  const refused = await act(world.owner, early).catch(problem => problem)
  expect(JSON.stringify([refused.message, refused.missing])).not.toContain(secret)

  const answered = await act(sue, stance('so do I'))
  expect(answered.proposals[0]).toMatchObject({ hidden: false, cells: { [samId]: { reason: secret } } })
  await act(world.owner, { type: 'close round', proposalId: 'queue' })
  expect(JSON.stringify(await rae.call(reviewRoutes.read, { documentId }))).toContain(secret)
  expect(JSON.stringify(await rae.call(reviewRoutes.events, { documentId }))).toContain(secret)
})
