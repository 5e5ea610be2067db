import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'

export interface EmbeddedStore {
  /** What the `mongodb` driver connects with. */
  readonly uri: string
  /** Answers what has been asked, makes it durable, and ends the thread. Safe to call twice. */
  stop(): Promise<void>
}

/**
 * Starts the embedded store of a data folder in a thread of its own and answers where it listens: a private unix
 * socket. Throws an Error of one clear line when the folder is in use, not writable, damaged, or of a newer version.
 */
export async function startEmbedded(options: { dataDir: string }): Promise<EmbeddedStore> {
  const dataDir = resolve(options.dataDir)
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { dataDir } })
  const path = await listening(worker)
  let stopping: Promise<void> | undefined
  const stop = (): Promise<void> => {
    worker.postMessage('stop')
    return new Promise(done => worker.once('exit', () => done()))
  }
  return {
    uri: `mongodb://${encodeURIComponent(path)}/`,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

interface Answer {
  readonly path?: string
  readonly refusal?: string
}

function listening(worker: Worker): Promise<string> {
  return new Promise((done, fail) => {
    worker.once('error', fail)
    worker.once('message', ({ path, refusal }: Answer) => {
      // From here on a fault of the thread ends the process: it must not go on without its data.
      worker.off('error', fail)
      if (path === undefined) fail(new Error(refusal))
      else done(path)
    })
  })
}
