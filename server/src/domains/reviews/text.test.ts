import { documentRoutes } from '@colloquy/shared/contract/documents'
import { type ReviewRecord, reviewRoutes, type SentAct } from '@colloquy/shared/contract/reviews'
import { overSocketIo } from '@colloquy/shared/sync/overSocketIo'
import { CollaborationProvider } from '@colloquy/shared/sync/provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Doc, XmlElement, XmlText } from 'yjs'
import { type Caller, startWorld, type World } from '../../testing/world.ts'

let world: World
let bea: Caller
beforeAll(async () => {
  world = await startWorld()
  bea = await world.join('Bea Approver')
})
afterAll(() => world.stop())

const realTime = {
  now: () => performance.now(),
  after(ms: number, run: () => void) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** A document in review that Bea has approved, with a way to write at the end of its paragraphs. */
async function approved() {
  const { document } = await world.owner.call(documentRoutes.importMarkdown, {
    spaceId: world.space.spaceId,
    filename: 'store.md',
    markdown: '## Summary\n\nWe write a log.\n\n## Rollout\n\nSlowly.\n',
  })
  const { documentId } = document
  await world.owner.call(reviewRoutes.start, {
    documentId,
    approvers: [bea.person.accountId],
    open: true,
  })
  const approve: SentAct = { type: 'give verdict', verdict: 'approve', reason: '', version: 1, for: null }
  await bea.call(reviewRoutes.act, { documentId, act: approve })
  const doc = new Doc()
  // reason: the helper asks for less than socket.io types
  const socket = overSocketIo(
    world.owner.socket('/collaboration') as unknown as Parameters<typeof overSocketIo>[0],
  )
  const provider = new CollaborationProvider({ documentId, doc, socket, clock: realTime })
  await provider.synced
  return {
    documentId,
    read: () => bea.call(reviewRoutes.read, { documentId }),
    /** Resolves when the words are on disk. */
    async write(block: number, words: string) {
      const paragraph = doc.getXmlFragment('default').get(block)
      const text = paragraph instanceof XmlElement ? paragraph.get(0) : null
      if (!(text instanceof XmlText)) throw new Error(`block ${block} holds no text`)
      text.insert(text.length, words)
      await new Promise<void>(resolve => {
        const look = () => provider.status.state === 'saved' && resolve()
        provider.subscribe(look)
        look()
      })
    },
  }
}

const answerOf = (record: ReviewRecord | null) => record?.seats[0]?.people[0]?.answer

test('an edit of the summary makes an approval stale, soon after it was written', async () => {
  const { read, write } = await approved()
  await write(1, ' And more.')
  await expect.poll(async () => answerOf(await read()), { timeout: 20_000 }).toBe('stale')
  const record = await read()
  expect(record?.seats[0]?.people[0]?.staleSections).toEqual(['summary'])
  expect(record?.review.version).toBe(2)
}, 30_000)

test('an outcome is asked of the newest text, however fast it follows the edit', async () => {
  const { documentId, write } = await approved()
  await write(1, ' And more.')
  const accept: SentAct = { type: 'accept', reason: 'Quick', revisit: null }
  await expect(world.owner.call(reviewRoutes.act, { documentId, act: accept })).rejects.toMatchObject({
    code: 'refused',
    missing: [expect.objectContaining({ code: 'verdict.stale' })],
  })
}, 30_000)

test('an edit of a section that nobody answers for keeps approvals', async () => {
  const { documentId, write } = await approved()
  await write(3, ' And more.')
  const accept: SentAct = { type: 'accept', reason: 'Fine', revisit: null }
  const { review } = await world.owner.call(reviewRoutes.act, { documentId, act: accept })
  expect(review).toMatchObject({ version: 2, stage: { state: 'accepted', outcome: { reason: 'Fine' } } })
}, 30_000)

test('an edit marked editorial keeps approvals until it is contested', async () => {
  const { documentId, read, write } = await approved()
  const marked = await world.owner.call(reviewRoutes.markEditorial, { documentId, editorial: true })
  expect(marked.editorial).toMatchObject({ by: world.owner.person.accountId })
  await write(1, '!')
  await expect.poll(async () => (await read())?.review.version, { timeout: 20_000 }).toBe(2)
  expect(answerOf(await read())).toBe('approved')
  const [editId = ''] = Object.keys((await read())?.review.edits ?? {})
  const contest: SentAct = { type: 'contest edit', editId, reason: 'It changes the meaning' }
  expect(answerOf(await bea.call(reviewRoutes.act, { documentId, act: contest }))).toBe('stale')
  const refused = bea.call(reviewRoutes.markEditorial, { documentId, editorial: true })
  await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
}, 30_000)
