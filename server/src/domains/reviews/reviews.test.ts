import { documentRoutes } from '@colloquy/shared/contract/documents'
import { type ReviewRecord, reviewRoutes, type SentAct } from '@colloquy/shared/contract/reviews'
import { spaceRoutes } from '@colloquy/shared/contract/spaces'
import { ReviewEvent, replay } from '@colloquy/shared/review/events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, startWorld, type World } from '../../testing/world.ts'
import { load } from './store.ts'

let world: World
let dan: Caller
let bea: Caller
let sam: Caller
let stranger: Caller
beforeAll(async () => {
  world = await startWorld()
  dan = await world.join('Dan Driver')
  bea = await world.join('Bea Approver')
  sam = await world.join('Sam Stakeholder')
  stranger = await world.join('Sten Stranger')
})
afterAll(() => world.stop())

const idOf = ({ person }: Caller) => person.accountId

async function started(input: Partial<Parameters<typeof start>[1]> = {}): Promise<string> {
  const { documentId } = await world.document([[dan, 'editor']])
  await start(documentId, { approvers: [idOf(bea)], open: true, ...input })
  return documentId
}

const start = (documentId: string, input: Omit<Parameters<typeof callStart>[1], 'documentId'>) =>
  callStart(dan, { documentId, ...input })

const callStart = (
  caller: Caller,
  input: {
    documentId: string
    approvers?: string[]
    open?: boolean
    policy?: 'standard' | 'final comment' | 'light'
    touches?: string[]
    driver?: string
    decider?: string
  },
) => caller.call(reviewRoutes.start, input)

const act = (caller: Caller, documentId: string, sent: SentAct) =>
  caller.call(reviewRoutes.act, { documentId, act: sent })

const verdict = (kind: 'approve' | 'request changes', version = 1): SentAct => ({
  type: 'give verdict',
  verdict: kind,
  reason: '',
  version,
  for: null,
})

const accept: SentAct = { type: 'accept', reason: 'It is time', revisit: null }

describe('a review', () => {
  test('is as hidden from strangers as its document', async () => {
    const documentId = await started()
    const asked = [
      stranger.call(reviewRoutes.read, { documentId }),
      stranger.call(reviewRoutes.events, { documentId }),
      stranger.call(reviewRoutes.markEditorial, { documentId, editorial: true }),
      callStart(stranger, { documentId }),
      act(stranger, documentId, verdict('approve')),
    ]
    for (const answer of await Promise.allSettled(asked)) {
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'missing' } })
    }
  })

  test('is not there until somebody who may edit starts it, and then once', async () => {
    const { documentId } = await world.document([
      [dan, 'editor'],
      [bea, 'commenter'],
    ])
    expect(await bea.call(reviewRoutes.read, { documentId })).toBeNull()
    await expect(callStart(bea, { documentId })).rejects.toMatchObject({ code: 'forbidden' })
    const begun = await callStart(dan, { documentId })
    expect(begun).toMatchObject({ review: { stage: { state: 'draft' }, driver: idOf(dan) } })
    await expect(callStart(dan, { documentId })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('says its rule, what is missing, who owes it, and what the viewer may do', async () => {
    const documentId = await started()
    const seen = await bea.call(reviewRoutes.read, { documentId })
    expect(seen?.rule).toMatch(/^Accepted when every approver has approved/)
    expect(seen?.missing.lines.find(({ code }) => code === 'verdict.outstanding')).toMatchObject({
      owes: [{ kind: 'person', personId: idOf(bea) }],
    })
    expect(seen?.seats).toMatchObject([{ answer: 'none', people: [{ personId: idOf(bea), owes: true }] }])
    expect(offeredTo(seen)).toContain('give verdict')
    expect(offeredTo(seen)).not.toContain('accept')
    const driven = await dan.call(reviewRoutes.read, { documentId })
    expect(driven?.offered.find(({ act }) => act === 'accept')?.refusal).toMatchObject({ code: 'refused' })
  })

  test('refuses an outcome with the list of what is missing', async () => {
    const documentId = await started()
    await expect(act(dan, documentId, accept)).rejects.toMatchObject({
      code: 'refused',
      missing: expect.arrayContaining([expect.objectContaining({ code: 'verdict.outstanding' })]),
    })
  })

  test('leads to an outcome that the document shows', async () => {
    const documentId = await started()
    await act(bea, documentId, verdict('approve'))
    const { review } = await act(dan, documentId, accept)
    expect(review.stage.state).toBe('accepted')
    expect((await dan.call(documentRoutes.read, { documentId })).state).toBe('accepted')
  })

  test('gives those it names the access they need, if whoever names them may', async () => {
    const documentId = await started()
    expect((await bea.call(documentRoutes.read, { documentId })).role).toBe('commenter')
    const name: SentAct = { type: 'name approver', holder: { kind: 'person', personId: idOf(sam) } }
    await expect(act(bea, documentId, name)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(sam.call(documentRoutes.read, { documentId })).rejects.toMatchObject({ code: 'missing' })
    await act(dan, documentId, name)
    expect((await sam.call(documentRoutes.read, { documentId })).role).toBe('commenter')
  })

  test('asks the owners of touched spaces by rule', async () => {
    const other = await bea.call(spaceRoutes.create, { name: 'Interfaces', prefix: 'API', everyone: null })
    const documentId = await started({ approvers: [], touches: [other.spaceId] })
    const seen = await bea.call(reviewRoutes.read, { documentId })
    expect(seen?.seats).toMatchObject([{ people: [{ personId: idOf(bea), answer: 'none' }] }])
    await bea.call(spaceRoutes.setMember, { spaceId: other.spaceId, accountId: idOf(sam), role: 'owner' })
    const later = await bea.call(reviewRoutes.read, { documentId })
    expect(later?.seats[0]?.people.map(({ personId }) => personId)).toEqual([idOf(bea), idOf(sam)])
  })

  test('is handed to the driver whom its starter named', async () => {
    const documentId = await started({ driver: idOf(sam) })
    const seen = await sam.call(reviewRoutes.read, { documentId })
    expect(seen?.review).toMatchObject({ driver: idOf(sam), stage: { state: 'in review' } })
  })

  test.each<[string, SentAct]>([
    ['nobody', { type: 'name approver', holder: { kind: 'person', personId: 'abcdefghijklmnop' } }],
    ['a group', { type: 'name approver', holder: { kind: 'group', groupId: 'team', needs: 1 } }],
    ['no space', { type: 'touch spaces', spaceIds: ['abcdefghijklmnop'] }],
  ])('refuses to name %s', async (_, sent) => {
    await expect(act(dan, await started(), sent)).rejects.toMatchObject({ code: 'missing' })
  })

  test.each(['tick', 'edit', 'assign number', 'supersede', 'start final comment'])(
    'takes no %s from people',
    async type => {
      const documentId = await started()
      // reason: the contract does not let a caller write this
      const forged = { type, number: 1, version: 2, sections: [], editorial: true } as unknown as SentAct
      await expect(act(dan, documentId, forged)).rejects.toMatchObject({ code: 'invalid' })
    },
  )

  test('keeps every one of many acts that arrive at once, and its log rebuilds it', async () => {
    const documentId = await started()
    const raised = Array.from({ length: 20 }, (_, index) =>
      act(bea, documentId, {
        type: 'raise concern',
        title: `Concern ${index}`,
        reason: 'Costs',
        anchor: null,
      }),
    )
    await Promise.all(raised)
    const events = await dan.call(reviewRoutes.events, { documentId, limit: 1000 })
    const stored = await load(documentId)
    expect(Object.keys(stored?.review.concerns ?? {})).toHaveLength(20)
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
    expect(replay(ReviewEvent.array().parse(events))).toEqual(stored?.review)
  })
})

const offeredTo = (record: ReviewRecord | null) => record?.offered.map(offer => offer.act)
