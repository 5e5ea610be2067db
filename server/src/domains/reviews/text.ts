import { apply } from '@colloquy/shared/review/apply'
import { documentSections } from '@colloquy/shared/review/document-sections'
import { SYSTEM } from '@colloquy/shared/review/people'
import { changedSections, type Section } from '@colloquy/shared/review/sections'
import { openStates } from '@colloquy/shared/review/states'
import { documentContent } from '../collaboration/index.ts'
import { spacesById } from '../spaces/index.ts'
import { load, move } from './store.ts'

/** The sections of a document's text as it is now. */
export async function readSections(documentId: string, touches: readonly string[]): Promise<Section[]> {
  const [content, spaces] = await Promise.all([documentContent(documentId), spacesById(touches)])
  return documentSections(
    content,
    spaces.map(({ _id, name, prefix }) => ({ spaceId: _id, name, prefix })),
  )
}

/**
 * Reports the text as it is now to the review of its document as a new version, when it differs from the last one known. The
 * text is read after the review, so that an older text never takes the place of one that somebody else reported meanwhile.
 */
export async function recordText(documentId: string): Promise<void> {
  const known = await load(documentId)
  if (!known || !openStates.some(state => state === known.state)) return
  await move(documentId, SYSTEM, async (review, context, { editorial }) => {
    const sections = await readSections(documentId, review.touches)
    const open = openStates.some(state => state === review.stage.state)
    if (!open || changedSections(review.sections, sections).length === 0)
      return { ok: true, review, events: [] }
    const marked =
      editorial !== null && editorial.until > context.now && review.authors.includes(editorial.by)
    const edit = { type: 'edit' as const, version: review.version + 1, sections, editorial: marked }
    return apply(review, edit, { ...context, actor: marked ? editorial.by : SYSTEM })
  })
}
