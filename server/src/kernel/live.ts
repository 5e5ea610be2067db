import { type EventName, type EventRecord, events } from '@colloquy/shared/contract/events'
import { Problem } from '@colloquy/shared/contract/problems'
import type { Namespace } from 'socket.io'
import { z } from 'zod'
import type { Actor } from './actor.ts'
import { Allowance } from './allowance.ts'
import { log } from './log.ts'
import { asProblem } from './present-problem.ts'
import type { SocketData } from './sockets.ts'

/**
 * Reads the record with this key once and says how each viewer sees it; null to those who may not.
 * Records are read when they are sent, so an event always carries the newest state and repeating one is harmless.
 */
export type Presenter<Name extends EventName> = (
  key: string,
) => Promise<(viewer: Actor) => EventRecord<Name> | null>

export type Live = {
  present<Name extends EventName>(name: Name, presenter: Presenter<Name>): void
  /** Tells open pages on every node: those watching `documentId`, or every signed-in page that may see the record. */
  announce(name: EventName, key: string, audience: { documentId: string } | 'everyone'): void
}

type Announcement = { name: EventName; key: string; room: string | null }

/** How fast, and how much, one connection may watch. */
const WATCHES_PER_SECOND = 10
const WATCHES_AT_ONCE = 60
const ROOMS_LIMIT = 200

const watchRequest = z.object({ documentId: z.string().max(64) })
const roomOf = (documentId: string) => `document:${documentId}`

/** Serves the namespace `/live`. `mayWatch` decides who may listen to a document; announcements go to `otherNodes` too. */
export function openLive(
  namespace: Namespace,
  mayWatch: (actor: Actor, documentId: string) => Promise<boolean>,
  otherNodes: boolean,
): Live {
  const presenters = new Map<EventName, Presenter<EventName>>()

  namespace.on('connection', socket => {
    const { actor } = socket.data as SocketData
    const allowance = new Allowance(WATCHES_PER_SECOND, WATCHES_AT_ONCE, performance.now())
    socket.on('watch', async (request: unknown, answer: unknown) => {
      const reply = typeof answer === 'function' ? answer : () => undefined
      try {
        const parsed = watchRequest.safeParse(request)
        if (!parsed.success) throw new Problem('invalid', 'Which document?')
        const { documentId } = parsed.data
        if (!allowance.take(1, performance.now()) || socket.rooms.size > ROOMS_LIMIT) {
          throw new Problem('tooMany', 'This page watches too much at once. Please wait a moment')
        }
        if (!(await mayWatch(actor, documentId))) throw new Problem('missing', 'No such document')
        await socket.join(roomOf(documentId))
        reply({ ok: true })
      } catch (error) {
        reply(asProblem(error).report())
      }
    })
    socket.on('unwatch', (request: unknown) => {
      const parsed = watchRequest.safeParse(request)
      if (parsed.success) socket.leave(roomOf(parsed.data.documentId))
    })
  })

  const deliver = async ({ name, key, room }: Announcement) => {
    const presenter = presenters.get(name)
    if (!presenter) throw new Error(`nobody presents ${name}`)
    const sockets = await (room ? namespace.local.in(room) : namespace.local).fetchSockets()
    if (sockets.length === 0) return
    const show = await presenter(key)
    for (const socket of sockets) {
      const record = show((socket.data as SocketData).actor)
      if (record) socket.emit('event', { name, record: events[name].parse(record) })
    }
  }
  const deliverOrLog = (announcement: Announcement) => {
    deliver(announcement).catch(error =>
      log.error({ err: error, announcement }, 'an event was not delivered'),
    )
  }
  namespace.on('announce', deliverOrLog)

  return {
    present(name, presenter) {
      // reason: filed under the name whose record it gives
      presenters.set(name, presenter as unknown as Presenter<EventName>)
    },
    announce(name, key, audience) {
      const announcement = { name, key, room: audience === 'everyone' ? null : roomOf(audience.documentId) }
      deliverOrLog(announcement)
      if (otherNodes) namespace.serverSideEmit('announce', announcement)
    },
  }
}
