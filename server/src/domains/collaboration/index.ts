import { performance } from 'node:perf_hooks'
import type { JSONContent } from '@tiptap/core'
import type { Domain, Kernel } from '../../kernel/domain.ts'
import { newId } from '../../kernel/ids.ts'
import { log } from '../../kernel/log.ts'
import { authenticatedNamespace, type SocketData } from '../../kernel/sockets.ts'
import { roleOf, touch } from '../documents/index.ts'
import { broadcastOn } from './broadcast.ts'
import { DatabaseStore } from './database-store.ts'
import { Exchange } from './exchange.ts'
import { Journal } from './journal.ts'
import { limits } from './limits.ts'
import { createMetrics } from './metrics.ts'
import { Nodes } from './nodes.ts'
import { react } from './reactions.ts'
import { mountMetrics } from './routes.ts'
import { serveSockets } from './sockets.ts'
import { TextWatch } from './text-watch.ts'
import { Workshop } from './workshop.ts'

export { SERVER_CLIENT } from './text.ts'

declare module '../../kernel/bus.ts' {
  interface DomainEvents {
    /** The text was edited and people have paused; told once per stretch of edits. */
    'text.changed': { documentId: string; words: number; at: Date }
  }
}

const realTime = {
  now: () => performance.now(),
  after(ms: number, run: () => void) {
    if (ms === 0) {
      const immediate = setImmediate(run)
      return () => clearImmediate(immediate)
    }
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** How long stopping may wait for a store that does not answer, in milliseconds. */
const LAST_WRITES = 6000

let read: (documentId: string) => Promise<JSONContent> = async () => {
  throw new Error('collaboration has not started')
}

/** The text of a document now, edits on their way to the disk included. Empty documents give an empty paragraph. */
export const documentContent = (documentId: string): Promise<JSONContent> => read(documentId)

export const collaborationDomain: Domain = {
  name: 'collaboration',
  start(kernel: Kernel) {
    const namespace = authenticatedNamespace(kernel.io, '/collaboration', kernel.authenticate)
    const metrics = createMetrics(() => ({ exchange, journal, clients: namespace.sockets.size }))
    const store = new DatabaseStore()
    const workshop = new Workshop()
    const journal = new Journal(store, realTime, {
      wrote(_records, updates, ms) {
        metrics.persistSeconds.observe(ms / 1000)
        metrics.batchUpdates.observe(updates)
      },
      failed(error) {
        metrics.storeFailures.inc()
        log.error({ err: error }, 'edits could not be written; they are kept and tried again')
      },
    })
    const watch = new TextWatch(documentId => textChanged(kernel, documentId, words))
    const nodes = kernel.config.redisUrl ? new Nodes(namespace, realTime, newId()) : null
    const exchange = new Exchange({
      peers: nodes,
      store,
      journal,
      clock: realTime,
      limits,
      broadcast: broadcastOn(namespace),
      squash: updates => workshop.do('squash', updates),
      newEpoch: newId,
      edited: documentId => watch.edited(documentId),
      warn: (message, details) => log.warn(details, message),
    })
    const words = async (documentId: string) =>
      (await workshop.do('count', await exchange.read(documentId))).words
    read = async documentId => workshop.do('content', await exchange.read(documentId))

    const accessChanged = (documentId: string) =>
      exchange.changeRoles(documentId, async ({ memberId }) => {
        const socket = namespace.sockets.get(memberId)
        return socket ? roleOf((socket.data as SocketData).actor, documentId) : null
      })
    nodes?.serve(exchange, accessChanged)
    serveSockets(namespace, { exchange, metrics, roleOf })
    mountMetrics(kernel, metrics.registry)
    react(kernel, {
      seed: async (documentId, content) =>
        store.append([{ documentId, updates: [await workshop.do('seed', content)] }]),
      accessChanged: async documentId => {
        nodes?.accessChanged(documentId)
        await accessChanged(documentId)
      },
    })

    return {
      async stop() {
        nodes?.stop()
        await journal.stop(LAST_WRITES)
        await watch.stop()
        await exchange.stop()
        await workshop.stop()
      },
    }
  },
}

async function textChanged(
  { bus, live }: Kernel,
  documentId: string,
  words: (documentId: string) => Promise<number>,
): Promise<void> {
  const at = new Date()
  try {
    const counted = await words(documentId)
    await touch(documentId, { words: counted, updatedAt: at })
    live.announce('document.changed', documentId, 'everyone')
    await bus.announce('text.changed', { documentId, words: counted, at })
  } catch (error) {
    log.error({ err: error, documentId }, 'a changed text could not be read')
  }
}
