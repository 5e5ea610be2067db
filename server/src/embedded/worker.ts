import { chmodSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { StoreServer } from './server.ts'
import { makeSocketPath } from './socket.ts'
import { Store } from './storage/store.ts'

/** The thread of the embedded store: opens the folder, listens, and stops when it is told to. */
async function run(): Promise<void> {
  const { dataDir }: { dataDir: string } = workerData
  const store = new Store(dataDir)
  const socket = makeSocketPath(dataDir)
  const server = new StoreServer(store)
  await server.listen({ path: socket.path })
  chmodSync(socket.path, 0o600)
  parentPort?.once('message', async () => {
    await server.stop()
    store.close()
    socket.remove()
    parentPort?.close()
  })
  parentPort?.postMessage({ path: socket.path })
}

try {
  await run()
} catch (cause) {
  parentPort?.postMessage({ refusal: cause instanceof Error ? cause.message : String(cause) })
  parentPort?.close()
}
