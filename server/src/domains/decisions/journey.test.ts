import { decisionRoutes } from '@colloquy/shared/contract/decisions'
import { documentRoutes } from '@colloquy/shared/contract/documents'
import { reviewRoutes, type SentAct } from '@colloquy/shared/contract/reviews'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, startWorld, type World } from '../../testing/world.ts'

let world: World
let dan: Caller
let bea: Caller
let cas: Caller
beforeAll(async () => {
  world = await startWorld()
  dan = await world.join('Dan Driver')
  bea = await world.join('Bea Approver')
  cas = await world.join('Cas Approver')
}, 60_000)
afterAll(() => world.stop())

const idOf = ({ person }: Caller) => person.accountId

async function draft(title: string): Promise<string> {
  const { document } = await world.owner.call(documentRoutes.importMarkdown, {
    spaceId: world.space.spaceId,
    filename: 'rfc.md',
    markdown: `# ${title}\n\n## Context\n\nReads are slow.\n\n## Proposal\n\n${title}.\n`,
  })
  await world.owner.call(reviewRoutes.start, {
    documentId: document.documentId,
    driver: idOf(dan),
    approvers: [idOf(bea), idOf(cas)],
    informed: [idOf(world.owner)],
  })
  return document.documentId
}

test('four people take an RFC from draft to a decision that another one supersedes', async () => {
  const documentId = await draft('Use a tree')
  const act = (caller: Caller, sent: SentAct, id = documentId) =>
    caller.call(reviewRoutes.act, { documentId: id, act: sent })
  const approve = (version: number): SentAct => ({
    type: 'give verdict',
    verdict: 'approve',
    reason: '',
    version,
    for: null,
  })
  const accept: SentAct = { type: 'accept', reason: 'reads get faster', revisit: null }
  const state = async () => (await dan.call(documentRoutes.read, { documentId })).state

  expect(await state()).toBe('draft')
  await expect(act(bea, { type: 'open review' })).rejects.toMatchObject({ code: 'forbidden' })
  await act(dan, { type: 'open review' })
  expect(await state()).toBe('in review')

  // Bea objects; the other side shows that it understood, and she confirms what answers her.
  const raised = await act(bea, { type: 'raise concern', title: 'Disk', reason: 'It fills', anchor: null })
  const concernId = raised.concerns[0]?.concernId ?? ''
  await act(bea, approve(1))
  await act(cas, approve(1))
  await expect(act(dan, accept)).rejects.toMatchObject({
    code: 'refused',
    missing: [{ code: 'concern.restate', about: concernId }],
  })
  await expect(act(cas, { type: 'withdraw concern', concernId, reason: '' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await act(dan, { type: 'restate concern', concernId, text: 'The disk fills up' })
  await act(bea, { type: 'answer restatement', concernId, confirmed: true, reason: '' })
  await act(dan, {
    type: 'propose resolution',
    concernId,
    summary: 'The disk fills up',
    change: 'We compact at night',
    rationale: 'Then it stays half empty',
  })
  const cleared = await act(bea, { type: 'answer resolution', concernId, confirmed: true, reason: '' })
  expect(cleared.concerns).toMatchObject([{ status: 'resolved' }])
  await act(dan, accept)
  expect(await state()).toBe('accepted')

  const first = await cas.call(decisionRoutes.read, { decisionId: documentId })
  expect(first).toMatchObject({
    key: 'STOR-1',
    record: {
      title: 'Use a tree',
      context: 'Reads are slow.',
      decisionMakers: ['Dan Driver', 'Bea Approver', 'Cas Approver'],
      informed: ['Olivia Owner'],
      outcome: { reason: 'reads get faster' },
    },
    abilities: { link: false },
  })

  const successor = await draft('Use a log')
  await act(dan, { type: 'open review' }, successor)
  await act(bea, approve(1), successor)
  await act(cas, { type: 'recuse', reason: 'I wrote the log' }, successor)
  await act(dan, accept, successor)
  const linked = await dan.call(decisionRoutes.link, {
    decisionId: successor,
    kind: 'supersedes',
    to: documentId,
  })
  expect(linked).toMatchObject({ key: 'STOR-2', relations: [{ kind: 'supersedes', key: 'STOR-1' }] })
  expect(await state()).toBe('superseded')
  const told = await cas.call(decisionRoutes.read, { decisionId: documentId })
  expect(told).toMatchObject({ notice: 'Superseded by STOR-2.', readInstead: ['STOR-2'] })
  expect(told.record?.context).toBe(first.record?.context)

  const events = await world.owner.call(reviewRoutes.events, { documentId, limit: 1000 })
  expect(events.map(({ type }) => type)).toEqual([
    'review.created',
    'approver.named',
    'approver.named',
    'informed.set',
    'driver.changed',
    'review.opened',
    'concern.raised',
    'verdict.given',
    'verdict.given',
    'concern.restated',
    'restatement.answered',
    'resolution.proposed',
    'resolution.answered',
    'decision.published',
    'decision.numbered',
    'decision.superseded',
  ])
}, 60_000)
