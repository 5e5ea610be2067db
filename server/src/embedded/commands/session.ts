import { hostname } from 'node:os'
import type { Doc } from '../values.ts'
import type { Context, Handler } from './command.ts'

/** Limits and versions a driver asks for first. A version of wire protocol 21 is MongoDB 7.0. */
const hello: Handler = ({ connectionId }, { now }) => ({
  helloOk: true,
  isWritablePrimary: true,
  ismaster: true,
  maxBsonObjectSize: 16777216,
  maxMessageSizeBytes: 48000000,
  maxWriteBatchSize: 100000,
  localTime: now(),
  logicalSessionTimeoutMinutes: 30,
  connectionId,
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
  ok: 1,
})

const done: Handler = () => ({ ok: 1 })

const version = '7.0.0'

const buildInfo: Handler = () => ({
  version,
  versionArray: [7, 0, 0, 0],
  gitVersion: 'none',
  modules: [],
  storageEngines: ['sqlite'],
  maxBsonObjectSize: 16777216,
  debug: false,
  bits: 64,
  ok: 1,
})

const serverStatus: Handler = (_command, context) => ({
  host: hostname(),
  version,
  process: 'embedded',
  pid: process.pid,
  uptime: Math.floor((context.now().getTime() - context.startedAt) / 1000),
  localTime: context.now(),
  connections: { current: context.openConnections(), available: 1000 },
  storageEngine: { name: 'sqlite', supportsCommittedReads: true, persistent: true, readOnly: false },
  mem: { resident: Math.round(process.memoryUsage.rss() / 2 ** 20) },
  metrics: { cursor: { open: { total: context.cursors.size } } },
  ok: 1,
})

const connectionStatus: Handler = () => ({
  authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] },
  ok: 1,
})

const statsOf = ({ store }: Context, namespace: string): Doc => {
  const collection = store.collection(namespace)
  return { ns: namespace, count: collection?.count() ?? 0, nindexes: collection?.indexes.length ?? 0, ok: 1 }
}

export const sessionCommands: Record<string, Handler> = {
  hello,
  ismaster: hello,
  isMaster: hello,
  ping: done,
  endSessions: done,
  startSession: done,
  refreshSessions: done,
  killSessions: done,
  logout: done,
  buildInfo,
  buildinfo: buildInfo,
  serverStatus,
  connectionStatus,
  setParameter: () => ({ was: 0, ok: 1 }),
  getParameter: () => ({ featureCompatibilityVersion: { version: '7.0' }, ok: 1 }),
  getCmdLineOpts: () => ({ argv: [], parsed: {}, ok: 1 }),
  hostInfo: () => ({ system: { hostname: hostname() }, ok: 1 }),
  whatsmyuri: () => ({ you: 'local', ok: 1 }),
  getLog: () => ({ totalLinesWritten: 0, log: [], ok: 1 }),
  dbStats: ({ database }, { store }) => {
    const collections = store.collectionsOf(database)
    const objects = collections.reduce((sum, collection) => sum + collection.count(), 0)
    return { db: database, collections: collections.length, objects, ok: 1 }
  },
  collStats: ({ body, database }, context) => statsOf(context, `${database}.${String(body['collStats'])}`),
}
