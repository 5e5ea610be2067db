import type { Router } from 'express'
import type { Server } from 'socket.io'
import type { Config } from '../config.ts'
import type { Authenticate } from './actor.ts'
import type { Bus } from './bus.ts'
import type { Live } from './live.ts'

/** What a domain is given to serve its part of the application. */
export type Kernel = {
  config: Config
  router: Router
  io: Server
  bus: Bus
  live: Live
  authenticate: Authenticate
}

/** One row of the application. `start` mounts routes, sockets and reactions and resolves when it can serve. */
export type Domain = {
  name: string
  start(kernel: Kernel): Promise<Running | undefined> | Running | undefined
}

/** `stop` flushes what the domain still holds; the database is still there when it is called. */
export type Running = { stop(): Promise<void> }
