import type { Server as HttpServer } from 'node:http'
import { FRAME_LIMIT } from '@colloquy/shared/contract/limits'
import { Problem } from '@colloquy/shared/contract/problems'
import { createAdapter } from '@socket.io/redis-streams-adapter'
import { createClient } from 'redis'
import { type Namespace, Server } from 'socket.io'
import parser from 'socket.io-msgpack-parser'
import type { Config } from '../config.ts'
import { ConfigError } from '../config.ts'
import type { Actor, Authenticate } from './actor.ts'
import { isOwnOrigin } from './guard.ts'
import { log } from './log.ts'

/** What every authenticated socket carries. */
export type SocketData = { actor: Actor }

export type Sockets = {
  io: Server
  stop(): Promise<void>
}

/**
 * The one socket.io server. Its parser sends one frame per event, binary or not; updates are small and already
 * dense, so nothing is deflated. With REDIS_URL, rooms span all nodes.
 */
export async function openSockets(http: HttpServer, config: Config): Promise<Sockets> {
  const redis = config.redisUrl ? await connectRedis(config.redisUrl) : null
  const io = new Server(http, {
    parser,
    transports: ['websocket', 'polling'],
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    maxHttpBufferSize: FRAME_LIMIT,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request, config)),
    pingInterval: 15_000,
    pingTimeout: 15_000,
    ...(redis ? { adapter: createAdapter(redis) } : {}),
  })
  return {
    io,
    async stop() {
      await io.close()
      await redis?.close()
    },
  }
}

async function connectRedis(url: string) {
  const client = createClient({ url })
  client.on('error', error => log.warn({ err: error }, 'redis'))
  try {
    await client.connect()
  } catch (error) {
    throw new ConfigError(
      `Cannot reach Redis at REDIS_URL: ${error instanceof Error ? error.message : error}`,
    )
  }
  return client
}

/** Rooms that every namespace keeps, by which a person's or a session's sockets are found on all nodes. */
export const accountRoom = (accountId: string): string => `account:${accountId}`
export const sessionRoom = (sessionId: string): string => `session:${sessionId}`

/**
 * A namespace that only signed-in people can connect to; `socket.data.actor` is set. A refused connection gets
 * the Problem as `error.data`. The socket closes when its session expires.
 */
export function authenticatedNamespace(
  io: Server,
  name: `/${string}`,
  authenticate: Authenticate,
): Namespace {
  const namespace = io.of(name)
  namespace.use(async (socket, next) => {
    try {
      const actor = await authenticate(new Headers({ cookie: socket.handshake.headers.cookie ?? '' }))
      if (!actor) return next(refusal(new Problem('unauthenticated', 'Please sign in')))
      socket.data.actor = actor
      next()
    } catch (error) {
      log.warn({ err: error }, 'a socket could not be authenticated')
      next(refusal(new Problem('unavailable', 'The server cannot check your session right now')))
    }
  })
  namespace.on('connection', socket => {
    const { accountId, sessionId, expiresAt } = (socket.data as SocketData).actor
    socket.join([accountRoom(accountId), sessionRoom(sessionId)])
    const timer = setTimeout(() => socket.disconnect(true), Math.min(expiresAt - Date.now(), 2 ** 31 - 1))
    timer.unref()
    socket.on('disconnect', () => clearTimeout(timer))
  })
  return namespace
}

const refusal = (problem: Problem) => Object.assign(new Error(problem.message), { data: problem.report() })
