import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { create } from '@colloquy/shared/anchors/create'
import { read } from '@colloquy/shared/anchors/reading'
import type { Anchor } from '@colloquy/shared/contract/anchor'
import { parseMarkdown } from '@colloquy/shared/schema/markdown/parse'
import { schema } from '@colloquy/shared/schema/schema'
import { wordCount } from '@colloquy/shared/schema/wordCount'
import { fragmentName, toYDoc } from '@colloquy/shared/schema/ydoc'
import { z } from 'zod'
import { SERVER_CLIENT } from '../domains/collaboration/index.ts'
import { createDocument, type DocumentContent } from '../domains/documents/index.ts'
import { createSpace } from '../domains/spaces/index.ts'
import { reply, resolveThread, startThread } from '../domains/threads/index.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Bus } from '../kernel/bus.ts'
import { conversations } from './conversations.ts'
import { type DemoPerson, demoPassword, people } from './people.ts'

const spaces = [
  { name: 'Storage', prefix: 'STOR', description: 'Where bytes live and how they come back.' },
  { name: 'API design', prefix: 'API', description: 'What other teams and customers build on.' },
  { name: 'Platform', prefix: 'PLAT', description: 'How services are built, deployed and watched.' },
]

const meta = z.object({
  title: z.string(),
  space: z.string(),
  kind: z.string(),
  audience: z.array(z.string()),
})

type Accounts = {
  isEmpty(): Promise<boolean>
  create(
    credentials: { name: string; email: string; password: string },
    role: 'owner' | 'member',
  ): Promise<{ accountId: string }>
}

/**
 * Fills an empty workspace with people, spaces, documents and a live discussion, so that there is something to look
 * at. A workspace that has accounts is left alone.
 * @returns whether it was filled
 */
export async function seedDemo(accounts: Accounts, bus: Bus): Promise<boolean> {
  if (!(await accounts.isEmpty())) return false
  const actors = await createPeople(accounts)
  const spaceIds = new Map<string, string>()
  for (const space of spaces) {
    const { _id } = await createSpace(actors.nora, { ...space, everyone: 'editor' })
    spaceIds.set(space.prefix, _id)
  }
  const documents = new Map<string, { documentId: string; content: DocumentContent }>()
  const authors = { pipeline: 'sam', pagination: 'tomasz', attachments: 'nora' } as const
  for (const [name, author] of Object.entries(authors)) {
    documents.set(name, await createDemoDocument(name, actors[author], bus, spaceIds))
  }
  for (const { document, on, kind, said, resolvedBy } of conversations) {
    const [first, ...answers] = said
    const target = documents.get(document)
    if (!first || !target) throw new Error(`the demo has no ${document}`)
    const { documentId, content } = target
    const anchor = anchorOn(content, on)
    const { thread } = await startThread(actors[first[0]], { documentId, kind, anchor, body: first[1] })
    for (const [who, body] of answers) await reply(actors[who], thread._id, { body })
    if (resolvedBy) await resolveThread(actors[resolvedBy[0]], thread._id, resolvedBy[1])
  }
  return true
}

async function createPeople(accounts: Accounts): Promise<Record<DemoPerson, Actor>> {
  const created = new Map<string, Actor>()
  for (const [key, { name, email, role }] of Object.entries(people)) {
    const { accountId } = await accounts.create({ name, email, password: demoPassword }, role)
    created.set(key, { accountId, name, role, sessionId: 'demo', expiresAt: 0 })
  }
  return Object.fromEntries(created) as Record<DemoPerson, Actor> // reason: one entry for each key of `people`
}

async function createDemoDocument(name: string, author: Actor, bus: Bus, spaceIds: Map<string, string>) {
  const markdown = await readFile(join(import.meta.dirname, 'documents', `${name}.md`), 'utf8')
  const { doc: content, frontMatter } = parseMarkdown(markdown)
  const { title, space, kind, audience } = meta.parse(frontMatter)
  const { document } = await createDocument(author, bus, {
    spaceId: spaceIds.get(space) ?? '',
    title,
    kind,
    audience,
    template: null,
    content,
    words: wordCount(content),
  })
  return { documentId: document._id, content }
}

/** Anchors a passage of a document that nobody has edited yet: its stored text is the same as the one made here. */
function anchorOn(content: DocumentContent, passage: string): Anchor {
  const reading = read(
    toYDoc(content, SERVER_CLIENT).getXmlFragment(fragmentName),
    name => schema.nodes[name]?.isLeaf ?? false,
  )
  const offset = reading.text.indexOf(passage)
  const position = (at: number) => {
    const stretch = reading.stretches.findLast(({ offset }) => offset <= at)
    return stretch ? stretch.position + at - stretch.offset : 0
  }
  const anchor =
    offset < 0 ? null : create(reading, position(offset), position(offset + passage.length - 1) + 1)
  if (!anchor) throw new Error(`the demo has no passage “${passage}”`)
  return anchor
}
