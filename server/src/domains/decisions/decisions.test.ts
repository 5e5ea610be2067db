import { type DecisionPage, decisionRoutes } from '@colloquy/shared/contract/decisions'
import { documentRoutes } from '@colloquy/shared/contract/documents'
import { type ReviewRecord, reviewRoutes, type SentAct } from '@colloquy/shared/contract/reviews'
import { spaceRoutes } from '@colloquy/shared/contract/spaces'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, startWorld, type World } from '../../testing/world.ts'
import { DecisionModel } from './model.ts'
import { reserve } from './reserve.ts'

let world: World
let dan: Caller
let bea: Caller
let cleo: Caller
let stranger: Caller
beforeAll(async () => {
  world = await startWorld()
  dan = await world.join('Dan Driver')
  bea = await world.join('Bea Approver')
  cleo = await world.join('Cleo Contributor')
  stranger = await world.join('Sten Stranger')
})
afterAll(() => world.stop())

const idOf = ({ person }: Caller) => person.accountId

const act = (caller: Caller, documentId: string, sent: SentAct): Promise<ReviewRecord> =>
  caller.call(reviewRoutes.act, { documentId, act: sent })

const ending = (type: 'accept' | 'reject' | 'postpone', reason = 'It is time'): SentAct => ({
  type,
  reason,
  revisit: null,
})

const markdown = `# A log-structured store

## Context

The tree is slow.

## Proposal

A log.

## Alternatives

- **Keep the tree**: it is there
`

/** A document in review that only waits for its driver: nobody's approval is asked for. */
async function ready(spaceId: string): Promise<string> {
  const { document } = await world.owner.call(documentRoutes.importMarkdown, {
    spaceId,
    filename: 'store.md',
    markdown,
  })
  const { documentId } = document
  await world.owner.call(reviewRoutes.start, {
    documentId,
    policy: 'advice',
    driver: idOf(dan),
    contributors: [idOf(cleo)],
    open: true,
  })
  return documentId
}

const newSpace = async (prefix: string) =>
  (await world.owner.call(spaceRoutes.create, { name: `Space ${prefix}`, prefix, everyone: null })).spaceId

async function decided(spaceId: string): Promise<DecisionPage> {
  const documentId = await ready(spaceId)
  await act(dan, documentId, ending('accept'))
  return dan.call(decisionRoutes.read, { decisionId: documentId })
}

describe('a decision', () => {
  test('is as hidden from strangers as its document', async () => {
    const spaceId = await newSpace('HID')
    const { decisionId } = await decided(spaceId)
    const asked = [
      stranger.call(decisionRoutes.read, { decisionId }),
      stranger.call(decisionRoutes.link, { decisionId, kind: 'supersedes', to: decisionId }),
      stranger.call(decisionRoutes.revisit, { decisionId, revisit: null }),
      stranger.call(decisionRoutes.export, { spaceId }),
      stranger.call(decisionRoutes.import, { spaceId, files: [{ path: '0001-a.md', text: '# A' }] }),
    ]
    for (const answer of await Promise.allSettled(asked)) {
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'missing' } })
    }
    expect(await stranger.call(decisionRoutes.list, {})).toEqual({ decisions: [], edges: [] })
  })

  test('has a number and a record that later edits and names do not change', async () => {
    const page = await decided(await newSpace('FRZ'))
    expect(page).toMatchObject({
      key: 'FRZ-1',
      state: 'accepted',
      notice: null,
      decider: idOf(dan),
      record: {
        number: 1,
        title: 'A log-structured store',
        context: 'The tree is slow.',
        decisionMakers: ['Dan Driver'],
        consulted: ['Cleo Contributor'],
        options: [{ title: 'A log-structured store' }, { title: 'Keep the tree', text: 'it is there' }],
        outcome: { option: 'A log-structured store', reason: 'It is time' },
      },
    })
    await world.owner.call(documentRoutes.change, { documentId: page.decisionId, title: 'Renamed' })
    expect(await dan.call(decisionRoutes.read, { decisionId: page.decisionId })).toEqual(page)
  })

  test('rejected or withdrawn stays in the log', async () => {
    const spaceId = await newSpace('REF')
    await act(dan, await ready(spaceId), ending('reject', 'Too dear'))
    await act(dan, await ready(spaceId), { type: 'withdraw document', reason: 'Not now' })
    const { decisions } = await world.owner.call(decisionRoutes.list, { spaceId })
    expect(decisions.map(({ key, state }) => ({ key, state }))).toEqual([
      { key: 'REF-1', state: 'rejected' },
      { key: null, state: 'withdrawn' },
    ])
    const { decisions: rejected } = await world.owner.call(decisionRoutes.list, {
      spaceId,
      state: 'rejected',
    })
    expect(rejected).toHaveLength(1)
  })

  test('implemented or deprecated says so in the log', async () => {
    const { decisionId } = await decided(await newSpace('IMP'))
    await act(dan, decisionId, { type: 'mark implemented', reason: '' })
    expect(await dan.call(decisionRoutes.read, { decisionId })).toMatchObject({ state: 'implemented' })
    await act(world.owner, decisionId, { type: 'deprecate', reason: 'Gone' })
    expect(await dan.call(decisionRoutes.read, { decisionId })).toMatchObject({
      state: 'deprecated',
      notice: expect.stringMatching(/^Deprecated/),
      record: { state: 'deprecated' },
    })
  })

  test('to be looked at again is found by its owner when its day has come', async () => {
    const documentId = await ready(await newSpace('AGN'))
    const revisit = { owner: idOf(cleo), on: '2020-01-31' }
    await act(dan, documentId, { type: 'accept', reason: 'It is time', revisit })
    const due = () => cleo.call(decisionRoutes.list, { revisitOwner: idOf(cleo) })
    expect((await due()).decisions).toMatchObject([{ key: 'AGN-1', revisitDue: true }])
    await cleo.call(decisionRoutes.revisit, {
      decisionId: documentId,
      revisit: { owner: idOf(cleo), on: '9999-01-31' },
    })
    expect((await due()).decisions).toEqual([])
  })
})

describe('numbers', () => {
  test('have no gap and no double when a hundred documents ask at once', async () => {
    const spaceId = await newSpace('HUN')
    const asked = Array.from({ length: 100 }, (_, index) => `document${String(index).padStart(8, '0')}`)
    // Each asks twice, as it does after a crash.
    const numbers = await Promise.all([...asked, ...asked].map(id => reserve(id, spaceId, 'accepted')))
    expect(numbers.slice(100)).toEqual(numbers.slice(0, 100))
    expect(numbers.slice(0, 100).sort((a, b) => a - b)).toEqual(asked.map((_, index) => index + 1))
  })

  test('have no gap and no double when servers without common turns ask at once', async () => {
    const spaceId = await newSpace('NOD')
    const servers = await Promise.all(
      ['one', 'two', 'three', 'four'].map(
        // reason: the same module loaded again has turns of its own, as another server has
        name => import(/* @vite-ignore */ `./reserve.ts?${name}`) as Promise<{ reserve: typeof reserve }>,
      ),
    )
    expect(new Set(servers.map(server => server.reserve)).size).toBe(4)
    const numbers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        servers[index % 4]?.reserve(
          `from${index % 4}server${String(index).padStart(6, '0')}`,
          spaceId,
          'accepted',
        ),
      ),
    )
    expect(numbers.map(Number).sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1))
  })

  test('are given in order to outcomes that are published at once, refused ones leaving no gap', async () => {
    const spaceId = await newSpace('ATO')
    const documents = await Promise.all(Array.from({ length: 8 }, () => ready(spaceId)))
    // Everybody publishes every document, twice: one of the four may, once.
    const published = await Promise.allSettled(
      documents.flatMap(documentId =>
        [dan, dan, cleo, stranger].map(caller => act(caller, documentId, ending('accept'))),
      ),
    )
    expect(published.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
    const { decisions } = await world.owner.call(decisionRoutes.list, { spaceId })
    expect(decisions.map(({ number }) => number)).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
  })

  test('are found again when the server stopped between reserving and telling', async () => {
    const spaceId = await newSpace('CRA')
    const documentId = await ready(spaceId)
    await reserve(documentId, spaceId, 'accepted')
    await act(dan, documentId, ending('accept'))
    expect(await dan.call(decisionRoutes.read, { decisionId: documentId })).toMatchObject({ key: 'CRA-1' })
    expect(await DecisionModel.countDocuments({ spaceId })).toBe(1)
  })
})

describe('links', () => {
  test('are seen from both ends, and the superseded one says so first', async () => {
    const spaceId = await newSpace('SUP')
    const [old, next] = [await decided(spaceId), await decided(spaceId)]
    await dan.call(decisionRoutes.link, {
      decisionId: next.decisionId,
      kind: 'supersedes',
      to: old.decisionId,
    })
    expect(await dan.call(decisionRoutes.read, { decisionId: old.decisionId })).toMatchObject({
      state: 'superseded',
      notice: 'Superseded by SUP-2.',
      readInstead: ['SUP-2'],
      relations: [{ kind: 'superseded by', key: 'SUP-2', decisionId: next.decisionId }],
      record: { state: 'superseded', supersededBy: [{ number: 2 }] },
    })
    expect((await dan.call(documentRoutes.read, { documentId: old.decisionId })).state).toBe('superseded')
    const { files } = await world.owner.call(decisionRoutes.export, { spaceId })
    expect(files[0]?.text).toMatch(/^---\nstatus: superseded by ADR-0002\n/)
  })

  test('are refused where they make no sense, and to people who do not answer for them', async () => {
    const spaceId = await newSpace('BAD')
    const [one, two, three] = [await decided(spaceId), await decided(spaceId), await decided(spaceId)]
    const link = (caller: Caller, from: DecisionPage, kind: 'supersedes' | 'amends', to: DecisionPage) =>
      caller.call(decisionRoutes.link, { decisionId: from.decisionId, kind, to: to.decisionId })
    await expect(link(cleo, two, 'supersedes', one)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(link(dan, one, 'amends', one)).rejects.toMatchObject({ code: 'refused' })
    await link(dan, two, 'amends', one)
    await expect(link(dan, one, 'amends', two)).rejects.toMatchObject({ message: /back to itself/ })
    await link(dan, two, 'supersedes', one)
    await expect(link(dan, three, 'supersedes', one)).rejects.toMatchObject({ message: /superseded already/ })
    // Of two that would close a circle together, one is too late.
    const both = await Promise.allSettled([link(dan, two, 'amends', three), link(dan, three, 'amends', two)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('a log', () => {
  const files = [
    {
      path: 'doc/adr/0001-use-a-tree.md',
      text: '# 1. Use a tree\n\nDate: 2020-01-31\n\n## Status\n\nSuperceded by [2. Use a log](0002-use-a-log.md)\n\n## Context\n\nReads.\n\n## Decision\n\nA tree.\n',
    },
    {
      path: 'doc/adr/0002-use-a-log.md',
      text: '# 2. Use a log\n\nDate: 2021-01-31\n\n## Status\n\nAccepted\n\n## Decision\n\nA log.\n',
    },
  ]

  test('is imported as the report of the dry run says, and exported again', async () => {
    const spaceId = await newSpace('OLD')
    const dry = await world.owner.call(decisionRoutes.import, { spaceId, files })
    expect(dry).toMatchObject({
      written: false,
      records: [{ key: 'OLD-1' }, { key: 'OLD-2' }],
      edges: [{ from: 'OLD-2', kind: 'supersedes', to: 'OLD-1' }],
      problems: [],
      next: 3,
    })
    expect((await world.owner.call(decisionRoutes.list, { spaceId })).decisions).toEqual([])
    const done = await world.owner.call(decisionRoutes.import, { spaceId, files, dryRun: false })
    expect(done).toEqual({ ...dry, written: true })
    const { decisions } = await world.owner.call(decisionRoutes.list, { spaceId })
    expect(decisions.map(({ key, state }) => [key, state])).toEqual([
      ['OLD-2', 'accepted'],
      ['OLD-1', 'superseded'],
    ])
    const exported = await world.owner.call(decisionRoutes.export, { spaceId, form: 'plain' })
    expect(exported.files.map(({ path }) => path)).toEqual(['0001-use-a-tree.md', '0002-use-a-log.md'])
    expect((await decided(spaceId)).key).toBe('OLD-3')
  })

  test('with a number that is taken is refused whole', async () => {
    const spaceId = await newSpace('TAK')
    await decided(spaceId)
    const refused = world.owner.call(decisionRoutes.import, { spaceId, files, dryRun: false })
    await expect(refused).rejects.toMatchObject({
      code: 'refused',
      details: [expect.stringMatching(/TAK-1/)],
    })
    expect((await world.owner.call(decisionRoutes.list, { spaceId })).decisions).toHaveLength(1)
  })

  test('is imported by owners of the space only', async () => {
    const spaceId = await newSpace('OWN')
    await world.owner.call(spaceRoutes.setMember, { spaceId, accountId: idOf(bea), role: 'editor' })
    const refused = bea.call(decisionRoutes.import, { spaceId, files })
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
  })
})
