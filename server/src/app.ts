import { once } from 'node:events'
import { createServer as createHttpServer, type Server as HttpServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import compression from 'compression'
import express from 'express'
import { pinoHttp } from 'pino-http'
import type { Config } from './config.ts'
import { ConfigError } from './config.ts'
import { seedDemo } from './demo/seed.ts'
import { openAccounts } from './domains/accounts/index.ts'
import { collaborationDomain } from './domains/collaboration/index.ts'
import { decisionsDomain } from './domains/decisions/index.ts'
import { documentsDomain, roleOf } from './domains/documents/index.ts'
import { reviewsDomain } from './domains/reviews/index.ts'
import { spacesDomain } from './domains/spaces/index.ts'
import { templatesDomain } from './domains/templates/index.ts'
import { threadsDomain } from './domains/threads/index.ts'
import { transferDomain } from './domains/transfer/index.ts'
import { createBus } from './kernel/bus.ts'
import { serveDescription } from './kernel/description.ts'
import type { Domain, Kernel, Running } from './kernel/domain.ts'
import { guard } from './kernel/guard.ts'
import { openLive } from './kernel/live.ts'
import { log } from './kernel/log.ts'
import { connectDatabase, type Database } from './kernel/mongo.ts'
import { presentProblem } from './kernel/present-problem.ts'
import { authenticatedNamespace, openSockets } from './kernel/sockets.ts'
import { serveClient } from './kernel/static.ts'
import { version } from './version.ts'

/** The domains in the order in which they may call one another: each only those before it. */
const domains: Domain[] = [
  spacesDomain,
  documentsDomain,
  collaborationDomain,
  templatesDomain,
  threadsDomain,
  reviewsDomain,
  decisionsDomain,
  transferDomain,
]

export type Server = {
  port: number
  /** Where a browser finds it, e.g. `http://localhost:3000`. */
  url: string
  /** Stops accepting, flushes what is pending, closes the database. */
  stop(): Promise<void>
}

/**
 * Starts the whole application. Rejects with a ConfigError when the surroundings do not allow it. The port is taken
 * first, since that is what most often fails and costs nothing to undo.
 */
export async function startServer(config: Config): Promise<Server> {
  log.level = config.logLevel
  let answer = notYet
  const http = createHttpServer((request, response) => answer(request, response))
  await listen(http, config)
  let database: Database | undefined
  try {
    database = await connectDatabase(config)
    const server = await serve(config, database, http)
    answer = server.answer
    return server
  } catch (error) {
    http.close()
    http.closeAllConnections()
    await database?.stop()
    throw error
  }
}

/** Answers those who come before the database is open. */
const notYet: RequestListener = (_request, response) => {
  response.writeHead(503, { 'retry-after': '1' }).end('Colloquy is starting. Please try again in a second.')
}

async function serve(
  config: Config,
  database: Database,
  http: HttpServer,
): Promise<Server & { answer: RequestListener }> {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  const sockets = await openSockets(http, config)
  const accounts = await openAccounts(config, () => sockets.io)
  const router = express.Router()
  const live = openLive(
    authenticatedNamespace(sockets.io, '/live', accounts.authenticate),
    async (actor, documentId) => (await roleOf(actor, documentId)) !== null,
    config.redisUrl !== undefined,
  )
  const kernel: Kernel = {
    config,
    router,
    io: sockets.io,
    bus: createBus(),
    live,
    authenticate: accounts.authenticate,
  }

  app.use(pinoHttp({ logger: log, useLevel: 'debug' }))
  app.use(compression())
  app.use(guard(config))
  app.get('/api/health', async (_request, response) => {
    const healthy = await database.ping().then(
      () => true,
      () => false,
    )
    response.status(healthy ? 200 : 503).json({ status: healthy ? 'ok' : 'unavailable' })
  })
  serveDescription(app, version)
  app.use('/api', async (request, response, next) => {
    response.locals['actor'] = await accounts.authenticate(
      new Headers({ cookie: request.headers.cookie ?? '' }),
    )
    next()
  })
  const running: Running[] = []
  for (const domain of [accounts.domain, ...domains]) {
    const started = await domain.start(kernel)
    if (started) running.push(started)
  }
  if (config.demo && (await seedDemo(accounts, kernel.bus))) log.warn('the demo workspace was made')
  app.use(router)
  serveClient(app)
  app.use(presentProblem)

  const { port } = http.address() as AddressInfo // reason: it listens on TCP
  return {
    answer: app,
    port,
    url: `http://${urlHost(config.host)}:${port}`,
    async stop() {
      http.close()
      await sockets.io.local.disconnectSockets(true)
      // Later domains first: they may still call earlier ones while they flush.
      for (const domain of running.reverse()) await domain.stop()
      await sockets.stop()
      http.closeAllConnections()
      await database.stop()
    },
  }
}

const urlHost = (host: string): string =>
  host === '127.0.0.1' || host === '0.0.0.0' || host === '::'
    ? 'localhost'
    : host.includes(':')
      ? `[${host}]`
      : host

async function listen(http: HttpServer, { port, host }: Config): Promise<void> {
  http.listen(port, host)
  try {
    await once(http, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw new ConfigError(
      code === 'EADDRINUSE'
        ? `Port ${port} is in use by another program. Stop it, or set PORT to another number.`
        : `Cannot listen on ${host}:${port}: ${code ?? error}`,
    )
  }
}
