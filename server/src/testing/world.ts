import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Person } from '@colloquy/shared/contract/accounts'
import { accountRoutes } from '@colloquy/shared/contract/accounts'
import { type DocumentRecord, documentRoutes } from '@colloquy/shared/contract/documents'
import { Problem, type ProblemReport } from '@colloquy/shared/contract/problems'
import { type CallOf, pathParameters, type ReplyOf, type Route } from '@colloquy/shared/contract/route'
import { type Role, type Space, spaceRoutes } from '@colloquy/shared/contract/spaces'
import { io, type Socket } from 'socket.io-client'
import parser from 'socket.io-msgpack-parser'
import { type Server, startServer } from '../app.ts'
import type { Config } from '../config.ts'

/** A person with a session, calling the real server over HTTP and sockets. */
export type Caller = {
  person: Person
  cookie: string
  /** Calls a route; a refusal rejects with the Problem the server answered. */
  call<R extends Route>(route: R, input: CallOf<R>): Promise<ReplyOf<R>>
  /** Opens a socket to a namespace, e.g. `/live`. Closed with the world. */
  socket(namespace: `/${string}`): Socket
}

export type World = {
  server: Server
  config: Config
  owner: Caller
  space: Space
  /** A socket with whatever cookie, to be closed with the world. */
  socketWith(cookie: string, namespace: `/${string}`): Socket
  /** A new member who joined by an invite. */
  join(name: string): Promise<Caller>
  /** A document of the owner's in the space, with these roles for others. */
  document(people?: [Caller, Role][], everyone?: Role | null): Promise<DocumentRecord>
  stop(): Promise<void>
}

/**
 * A real server on a free port with a temporary data folder, an owner and one space that is closed to those who
 * are not invited into it. One world per test file.
 */
export async function startWorld(settings: Partial<Config> = {}): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'colloquy-'))
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    mongodbUri: undefined,
    redisUrl: undefined,
    publicUrl: undefined,
    trustProxy: 0,
    logLevel: 'error',
    demo: false,
    ...settings,
  }
  const server = await startServer(config)
  const sockets: Socket[] = []
  const url = `http://127.0.0.1:${server.port}`
  const caller = (person: Person, cookie: string): Caller => ({
    person,
    cookie,
    call: (route, input) => request(url, cookie, route, input).then(({ reply }) => reply),
    socket: namespace => socketWith(cookie, namespace),
  })
  const socketWith = (cookie: string, namespace: `/${string}`): Socket => {
    const socket = io(url + namespace, {
      parser,
      transports: ['websocket'],
      extraHeaders: { cookie },
      forceNew: true,
      reconnection: false,
    })
    sockets.push(socket)
    return socket
  }
  const enter = async <R extends Route>(route: R, input: CallOf<R>): Promise<Caller> => {
    const { reply, cookie } = await request(url, '', route, input)
    const session = accountRoutes.session.reply.parse(reply)
    if (session.state !== 'signedIn') throw new Error(`not signed in: ${session.state}`)
    return caller(session.person, cookie)
  }
  const owner = await enter(accountRoutes.setUp, credentials('Olivia Owner'))
  const space = await owner.call(spaceRoutes.create, { name: 'Storage', prefix: 'STOR', everyone: null })
  return {
    server,
    config,
    owner,
    space,
    socketWith,
    async join(name) {
      const { token } = await owner.call(accountRoutes.createInvite, {})
      return enter(accountRoutes.acceptInvite, { ...credentials(name), token })
    },
    async document(people = [], everyone = null) {
      const { documentId } = await owner.call(documentRoutes.create, {
        spaceId: space.spaceId,
        title: 'A log-structured store',
      })
      for (const [{ person }, role] of people) {
        await owner.call(documentRoutes.share, { documentId, accountId: person.accountId, role })
      }
      return owner.call(documentRoutes.shareWithEveryone, { documentId, role: everyone })
    },
    async stop() {
      for (const socket of sockets) socket.disconnect()
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export const credentials = (name: string) => ({
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
  password: 'correct horse battery',
})

/** Calls a route as a browser would and gives the reply with the cookies that were set. */
export async function request<R extends Route>(
  url: string,
  cookie: string,
  route: R,
  input: CallOf<R>,
): Promise<{ reply: ReplyOf<R>; cookie: string }> {
  const fields: Record<string, unknown> = { ...input }
  let path: string = route.path
  for (const name of pathParameters(route.path)) {
    path = path.replace(`:${name}`, encodeURIComponent(String(fields[name])))
    delete fields[name]
  }
  const inQuery = route.method === 'GET' || route.method === 'DELETE'
  const query = inQuery
    ? `?${new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]))}`
    : ''
  const response = await fetch(url + path + query, {
    method: route.method,
    headers: { cookie, ...(inQuery ? {} : { 'content-type': 'application/json' }) },
    ...(inQuery ? {} : { body: JSON.stringify(fields) }),
  })
  const body: unknown = await response.json()
  if (!response.ok) {
    const report = body as ProblemReport // reason: every refusal is a problem report
    throw new Problem(report.type, report.title, report.details, report.missing)
  }
  const set = response.headers.getSetCookie().map(line => line.split(';')[0])
  return { reply: route.reply.parse(body) as ReplyOf<R>, cookie: set.join('; ') || cookie } // reason: parsed by its schema
}
