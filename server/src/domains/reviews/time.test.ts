import { decisionRoutes } from '@colloquy/shared/contract/decisions'
import { documentRoutes } from '@colloquy/shared/contract/documents'
import { reviewRoutes, type SentAct } from '@colloquy/shared/contract/reviews'
import type { Act } from '@colloquy/shared/review/acts'
import { apply } from '@colloquy/shared/review/apply'
import { DAY } from '@colloquy/shared/review/calendar'
import { type ReviewEvent, replay } from '@colloquy/shared/review/events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../app.ts'
import { clock } from '../../kernel/clock.ts'
import { type Caller, startWorld, type World } from '../../testing/world.ts'
import { EventModel } from './model.ts'
import { load, move } from './store.ts'

let world: World
let bea: Caller
let ann: Caller
let cas: Caller
const realNow = clock.now
beforeAll(async () => {
  world = await startWorld()
  bea = await world.join('Bea Approver')
  ann = await world.join('Ann Approver')
  cas = await world.join('Cas Approver')
})
afterAll(() => {
  clock.now = realNow
  return world.stop()
})

/** Lets the server's clock run ahead by this many days. */
const ahead = (days: number) => {
  clock.now = () => new Date(realNow().getTime() + days * DAY)
}

test('a final comment period starts, reminds and ends by the clock, and a restart forgets nothing', async () => {
  const { documentId } = await world.document()
  const { accountId } = world.owner.person
  await world.owner.call(reviewRoutes.start, {
    documentId,
    policy: 'final comment',
    approvers: [bea, ann, cas].map(({ person }) => person.accountId),
    open: true,
  })
  const act = (caller: Caller, sent: SentAct) => caller.call(reviewRoutes.act, { documentId, act: sent })
  const types = async () =>
    (await world.owner.call(reviewRoutes.events, { documentId })).map(
      ({ type, actor }) => `${type} by ${actor}`,
    )
  await act(world.owner, { type: 'propose decision', disposition: 'accept' })
  await act(bea, { type: 'give verdict', verdict: 'approve', reason: '', version: 1, for: null })
  expect((await world.owner.call(reviewRoutes.read, { documentId }))?.review.stage.state).toBe('in review')

  await act(ann, { type: 'give verdict', verdict: 'approve', reason: '', version: 1, for: null })
  const begun = await world.owner.call(reviewRoutes.read, { documentId })
  expect(begun?.review.stage).toMatchObject({ state: 'final comment' })
  expect(await types()).toContain('period.started by system')

  ahead(8)
  await expect.poll(types, { timeout: 20_000 }).toContain('reminder.sent by system')

  await world.server.stop()
  ahead(11)
  world.server = await startServer({ ...world.config, port: world.server.port })
  await expect.poll(types, { timeout: 20_000 }).toContain('period.ended by system')
  const ended = await act(world.owner, {
    type: 'accept',
    reason: 'It is time',
    revisit: { owner: accountId, on: '2027-01-31' },
  })
  expect(ended.review.stage).toMatchObject({ state: 'accepted', outcome: { number: 1 } })
  expect(ended.answersUntil).toBeNull()
}, 90_000)

test('what a crash left undone after an act is done by the sweep', async () => {
  const { documentId } = await world.document()
  await world.owner.call(reviewRoutes.start, { documentId, policy: 'advice', open: true })
  const accept: Act = { type: 'accept', reason: 'It is time', revisit: null }
  // Published, and the server stops when half of its events are in the log and nobody has been told.
  const { events } = await move(documentId, world.owner.person.accountId, (review, context) =>
    apply(review, accept, context),
  )
  await EventModel.create(
    events.slice(0, 1).map(event => ({ _id: `${documentId}-${event.sequence}`, ...event })),
  )
  const decision = () => world.owner.call(decisionRoutes.read, { decisionId: documentId })
  await expect(decision()).rejects.toMatchObject({ code: 'missing' })
  await expect
    .poll(() => decision().then(({ record }) => record?.state), { timeout: 30_000 })
    .toBe('accepted')
  expect((await world.owner.call(documentRoutes.read, { documentId })).state).toBe('accepted')
  await expect.poll(async () => (await load(documentId))?.outbox, { timeout: 20_000 }).toEqual([])
  const logged = await EventModel.find({ documentId }).sort({ sequence: 1 }).lean<ReviewEvent[]>()
  expect(replay(logged)).toEqual((await load(documentId))?.review)
}, 90_000)
