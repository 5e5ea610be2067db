import {
  awarenessRequest,
  joinRequest,
  leaveRequest,
  updateRequest,
} from '@colloquy/shared/contract/collaboration'
import { AWARENESS_LIMIT } from '@colloquy/shared/contract/limits'
import { Problem } from '@colloquy/shared/contract/problems'
import type { Role } from '@colloquy/shared/contract/spaces'
import type { Namespace, Socket } from 'socket.io'
import type { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { Allowance } from '../../kernel/allowance.ts'
import { asProblem } from '../../kernel/present-problem.ts'
import type { SocketData } from '../../kernel/sockets.ts'
import { framed } from './broadcast.ts'
import type { Exchange } from './exchange.ts'
import type { Metrics } from './metrics.ts'
import type { Member } from './open-document.ts'

/** What one connection may do: far above what a person and their editor can bring about. */
const MESSAGES = { perSecond: 1000, atOnce: 3000 }
const BYTES = { perSecond: 4_000_000, atOnce: 16_000_000 }
const JOINS = { perSecond: 20, atOnce: 100 }
const PRESENCES = { perSecond: 15, atOnce: 30 }
const DOCUMENTS = 64

export type Desk = {
  exchange: Exchange
  metrics: Metrics
  roleOf: (actor: Actor, documentId: string) => Promise<Role | null>
}

/** Serves the namespace: parses, allows, calls the exchange, and answers every refusal by its problem. */
export function serveSockets(namespace: Namespace, desk: Desk): void {
  namespace.on('connection', socket => serve(socket, desk))
}

function serve(socket: Socket, { exchange, metrics, roleOf }: Desk): void {
  const { actor } = socket.data as SocketData
  const member: Member = {
    memberId: socket.id,
    accountId: actor.accountId,
    name: actor.name,
    get connected() {
      return socket.connected
    },
  }
  const joined = new Set<string>()
  const started = performance.now()
  const allow = ({ perSecond, atOnce }: typeof MESSAGES) => new Allowance(perSecond, atOnce, started)
  const messages = allow(MESSAGES)
  const volume = allow(BYTES)
  const joins = allow(JOINS)
  const presences = allow(PRESENCES)

  const within = (allowance: Allowance, amount: number): void => {
    if (!allowance.take(amount, performance.now()))
      throw new Problem('tooMany', 'Too much at once from this connection; wait a moment')
  }

  const answering =
    <Request>(request: z.ZodType<Request>, work: (message: Request) => Promise<object>) =>
    async (message: unknown, answer: unknown) => {
      const reply = typeof answer === 'function' ? answer : () => undefined
      try {
        within(messages, 1)
        reply(framed(await work(parse(request, message))))
      } catch (error) {
        const problem = asProblem(error)
        metrics.refusals.inc({ problem: problem.code })
        reply(problem.report())
      }
    }

  socket.on(
    'join',
    answering(joinRequest, async request => {
      within(joins, 1)
      const { documentId } = request
      if (!joined.has(documentId) && joined.size >= DOCUMENTS)
        throw new Problem('tooMany', 'Too many documents are open on this connection')
      const role = await roleOf(actor, documentId)
      if (!role) throw new Problem('missing', 'There is no such document, or you may not see it')
      const reply = await exchange.join(member, role, request)
      joined.add(documentId)
      return reply
    }),
  )

  socket.on(
    'update',
    answering(updateRequest, async ({ documentId, updates }) => {
      within(
        volume,
        updates.reduce((sum, update) => sum + update.byteLength, 0),
      )
      const seqs = await exchange.update(socket.id, documentId, updates.map(own))
      metrics.updates.inc(seqs.length)
      return { ok: true, seqs }
    }),
  )

  socket.on('awareness', (message: unknown) => {
    const parsed = awarenessRequest.safeParse(message)
    if (!parsed.success || parsed.data.awareness.byteLength > AWARENESS_LIMIT) return
    if (!presences.take(1, performance.now())) return
    exchange.awareness(socket.id, parsed.data.documentId, own(parsed.data.awareness))
  })

  socket.on('leave', (message: unknown) => {
    const parsed = leaveRequest.safeParse(message)
    if (!parsed.success) return
    joined.delete(parsed.data.documentId)
    exchange.leave(socket.id, parsed.data.documentId)
  })

  socket.on('disconnect', () => {
    for (const documentId of joined) exchange.leave(socket.id, documentId)
  })
}

function parse<Request>(request: z.ZodType<Request>, message: unknown): Request {
  const parsed = request.safeParse(message)
  if (parsed.success) return parsed.data
  const details = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  throw new Problem('invalid', 'The message could not be read', details)
}

/** Bytes come as a window on the whole frame; a copy lets the frame go, and no decoder reads past the end. */
const own = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes)
