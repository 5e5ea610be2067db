import type { Anchor } from '@colloquy/shared/contract/anchor'
import { Problem } from '@colloquy/shared/contract/problems'
import type { Actor } from '../../kernel/actor.ts'
import { change } from './change.ts'
import { type Found, threadAllowing } from './find.ts'
import { assertWellFormed } from './start.ts'

/** Puts a thread onto other text, if it is still as the caller saw it. */
export async function reanchor(
  actor: Actor,
  threadId: string,
  anchor: Anchor,
  revision: number,
): Promise<Found> {
  const found = await threadAllowing(actor, threadId, 'reanchor')
  assertWellFormed(anchor)
  return change(found, thread => {
    if (thread.revision !== revision) {
      throw new Problem(
        'conflict',
        'The thread has changed meanwhile and stays where it is. Please look again',
      )
    }
    return { anchor }
  })
}
