import { Worker } from 'node:worker_threads'
import type { Done, Task, Work } from './worker.ts'

/** How long a thread without work is kept, in milliseconds: it holds the editor's schema in memory. */
const IDLE = 60_000

/** Young generation of the thread's heap: V8 would keep far more around than these short tasks are worth. */
const YOUNG_MB = 24

type Waiting = { resolve: (result: never) => void; reject: (error: Error) => void }

/**
 * One thread for work that builds whole documents, so that it never delays a keystroke. Started when there is
 * something to do; should it die, what it was doing fails and the next task gets a new one.
 */
export class Workshop {
  #worker: Worker | null = null
  #waiting = new Map<number, Waiting>()
  #nextId = 1
  #idle: NodeJS.Timeout | null = null

  do<Name extends keyof Work>(name: Name, input: Work[Name]['input']): Promise<Work[Name]['output']> {
    if (this.#idle) clearTimeout(this.#idle)
    this.#idle = null
    const worker = this.#worker ?? this.#start()
    return new Promise((resolve, reject) => {
      const id = this.#nextId++
      this.#waiting.set(id, { resolve, reject })
      // reason: a name and its own input, which the generic parameter ties together
      worker.postMessage({ id, name, input } as Task)
    })
  }

  async stop(): Promise<void> {
    if (this.#idle) clearTimeout(this.#idle)
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    })
    this.#worker = worker
    worker.on('message', (done: Done) => {
      const waiting = this.#waiting.get(done.id)
      this.#waiting.delete(done.id)
      // reason: the worker answers each task with that task's output
      if ('output' in done) waiting?.resolve(done.output as never)
      else waiting?.reject(new Error(done.error))
      if (this.#waiting.size === 0) this.#restLater()
    })
    worker.on('error', error => this.#lose(worker, error))
    worker.on('exit', () => this.#lose(worker, new Error('the document worker ended')))
    return worker
  }

  #lose(worker: Worker, error: unknown): void {
    if (this.#worker === worker) this.#worker = null
    else if (this.#worker) return
    const failure = error instanceof Error ? error : new Error(String(error))
    for (const { reject } of this.#waiting.values()) reject(failure)
    this.#waiting.clear()
  }

  #restLater(): void {
    this.#idle = setTimeout(() => {
      void this.#worker?.terminate()
      this.#worker = null
    }, IDLE)
    this.#idle.unref()
  }
}
