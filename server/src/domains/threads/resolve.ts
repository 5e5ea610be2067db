import type { Actor } from '../../kernel/actor.ts'
import { clock } from '../../kernel/clock.ts'
import { change } from './change.ts'
import { type Found, threadAllowing } from './find.ts'

/** Closes a thread. One that somebody closed in the same moment stays as they closed it. */
export async function resolveThread(actor: Actor, threadId: string, note: string | null): Promise<Found> {
  const found = await threadAllowing(actor, threadId, 'resolve')
  return change(found, ({ resolution }) =>
    resolution ? null : { resolution: { by: actor.accountId, at: clock.now(), note } },
  )
}

export async function reopenThread(actor: Actor, threadId: string): Promise<Found> {
  const found = await threadAllowing(actor, threadId, 'resolve')
  return change(found, ({ resolution }) => (resolution ? { resolution: null } : null))
}
