import { reviewRoutes, type SentAct } from '@colloquy/shared/contract/reviews'
import { DAY } from '@colloquy/shared/review/calendar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer } from '../../app.ts'
import { clock } from '../../kernel/clock.ts'
import { type Caller, startWorld, type World } from '../../testing/world.ts'

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
