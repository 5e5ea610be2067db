import { documentRoutes } from '@colloquy/shared/contract/documents'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, startWorld, type World } from '../../testing/world.ts'

let world: World
let stranger: Caller
beforeAll(async () => {
  world = await startWorld()
  stranger = await world.join('Sten Stranger')
})
afterAll(() => world.stop())

const bring = (markdown: string, filename = 'design.md', by = world.owner) =>
  by.call(documentRoutes.importMarkdown, { spaceId: world.space.spaceId, filename, markdown })

const exported = async (documentId: string) =>
  (await world.owner.call(documentRoutes.markdown, { documentId })).markdown

test('a stranger neither brings files into a space nor takes documents out of it', async () => {
  await expect(bring('# Mine', 'mine.md', stranger)).rejects.toMatchObject({ code: 'missing' })
  const { document } = await bring('# Ours')
  const asked = [documentRoutes.markdown, documentRoutes.html].map(route =>
    stranger.call(route, { documentId: document.documentId }),
  )
  for (const answer of await Promise.allSettled(asked)) {
    expect(answer).toMatchObject({ reason: { code: 'missing' } })
  }
})

describe('a file', () => {
  test.each([
    ['its only first-level heading, when it begins with it', '# A store\n\nText.', 'A store'],
    ['the title in its front matter', '---\ntitle: A log\n---\n\nText.', 'A log'],
    ['its name, when it has several first-level headings', '# Summary\n\n# Motivation', 'design'],
    ['its name, when it says nothing', 'Text.', 'design'],
  ])('gets its title from %s', async (_from, markdown, title) => {
    expect((await bring(markdown)).document.title).toBe(title)
  })

  test('comes out as it went in, below its title', async () => {
    const body = '## Goals\n\n- One\n- Two\n\n| a | b |\n| - | - |\n| 1 | `2` |\n\n```ts\nconst x = 1\n```\n'
    const { document, notices } = await bring(`# Whole\n\n${body}`)
    expect(notices).toEqual([])
    const markdown = await exported(document.documentId)
    expect(markdown).toContain('# Whole\n\n## Goals')
    const again = await bring(markdown)
    expect(await exported(again.document.documentId)).toBe(markdown)
  })

  test('keeps what its front matter said', async () => {
    const { document } = await bring('---\ntitle: A log\nowning-sig: sig-storage\n---\n\nText.')
    expect(await exported(document.documentId)).toContain('owning-sig: sig-storage')
  })

  test('that is too large is refused, and nothing is kept of it', async () => {
    const count = async () => (await world.owner.call(documentRoutes.list, {})).length
    const before = await count()
    await expect(bring('All work and no play.\n'.repeat(250_000))).rejects.toMatchObject({ code: 'tooLarge' })
    expect(await count()).toBe(before)
  })

  test('with scripts is taken without them, and the notices say where', async () => {
    const { document, notices } = await bring(
      '# Hostile\n\nA <script>alert(1)</script> b\n\n[c](javascript:alert(2))',
    )
    expect(notices.length).toBeGreaterThan(0)
    expect(notices.map(({ line }) => line)).toContain(5)
    const { html } = await world.owner.call(documentRoutes.html, { documentId: document.documentId })
    expect(html).not.toMatch(/<script|href="javascript/)
  })
})
