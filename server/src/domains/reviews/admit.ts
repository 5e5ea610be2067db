import { Problem } from '@colloquy/shared/contract/problems'
import { admit, type Found } from '../documents/index.ts'
import { spacesById } from '../spaces/index.ts'
import type { Tellers } from './settle.ts'

/** Makes sure that everybody who is given a part in a review can do it, and tells those whose access changed. */
export async function admitAll(
  { bus, live }: Tellers,
  found: Found,
  { readers, editors }: { readers: readonly string[]; editors: readonly string[] },
): Promise<void> {
  const editing = editors.length > 0 && (await admit(found, editors, 'editor'))
  const others = readers.filter(accountId => !editors.includes(accountId))
  const reading = others.length > 0 && (await admit(found, others, 'commenter'))
  if (!editing && !reading) return
  const documentId = found.document._id
  await bus.announce('document.accessChanged', { documentId })
  live.announce('document.changed', documentId, 'everyone')
}

/** The owners of these spaces, who become approvers by rule; refused when a space does not exist. */
export async function ownersOfSpaces(spaceIds: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(spaceIds)]
  const spaces = await spacesById(wanted)
  if (spaces.length < wanted.length) throw new Problem('missing', 'There is no such space')
  return spaces.flatMap(({ members }) =>
    members.filter(({ role }) => role === 'owner').map(({ accountId }) => accountId),
  )
}
