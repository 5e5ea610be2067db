import { StoreServer } from './server.ts'
import { Store } from './storage/store.ts'

export interface ServedStore {
  readonly port: number
  stop(): Promise<void>
}

const loopback = ['127.0.0.1', '::1', 'localhost']

/**
 * Serves a data folder on a loopback port, in this thread, to any MongoDB client on the machine; port 0 takes a free
 * one. Throws an Error of one line when the address is not loopback, since clients are not asked who they are, or when
 * the folder or the port cannot be had.
 */
export async function serveStore(options: {
  dataDir: string
  host: string
  port: number
}): Promise<ServedStore> {
  const { dataDir, host, port } = options
  if (!loopback.includes(host))
    throw new Error(`The store has no passwords and listens on loopback only, not on ${host}.`)
  const store = new Store(dataDir)
  const server = new StoreServer(store)
  try {
    const listening = await server.listen({ host, port })
    const address = listening.address()
    return {
      port: typeof address === 'object' && address ? address.port : port,
      stop: async () => {
        await server.stop()
        store.close()
      },
    }
  } catch (cause) {
    store.close()
    throw cause
  }
}
