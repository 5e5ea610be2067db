import { Worker } from 'node:worker_threads'
import { Problem } from '@colloquy/shared/contract/problems'
import type { Done, Task, Work } from './worker.ts'

/** How long a thread without work is kept, in milliseconds: it holds the editor's schema in memory. */
const IDLE = 60_000

/** Young generation of the thread's heap: V8 would keep far more around than these short tasks are worth. */
const YOUNG_MB = 24

/** A task that takes longer, in milliseconds, is given up: a document may be made to take for ever. */
const PATIENCE = 20_000

type Waiting = {
  task: Task
  resolve: (result: never) => void
  reject: (error: Error) => void
}

/**
 * One thread for work that builds whole documents, so that it never delays a keystroke. Started when there is
 * something to do; it does one thing after the other. Should it die or take too long, what it was doing fails and
 * the next task gets a new one.
 */
export class Workshop {
  readonly #patience: number
  #worker: Worker | null = null
  #waiting: Waiting[] = []
  #nextId = 1
  #current: Waiting | null = null
  #deadline: NodeJS.Timeout | null = null
  #idle: NodeJS.Timeout | null = null

  constructor(patience = PATIENCE) {
    this.#patience = patience
  }

  do<Name extends keyof Work>(name: Name, input: Work[Name]['input']): Promise<Work[Name]['output']> {
    return new Promise((resolve, reject) => {
      // reason: a name and its own input, which the generic parameter ties together
      const task = { id: this.#nextId++, name, input } as Task
      this.#waiting.push({ task, resolve, reject })
      this.#next()
    })
  }

  async stop(): Promise<void> {
    if (this.#idle) clearTimeout(this.#idle)
    const worker = this.#worker
    const left = [...(this.#current ? [this.#current] : []), ...this.#waiting]
    this.#waiting = []
    this.#end()
    this.#worker = null
    for (const { reject } of left) reject(new Error('the document worker was stopped'))
    await worker?.terminate()
  }

  #next(): void {
    if (this.#current) return
    const next = this.#waiting.shift()
    if (!next) {
      this.#restLater()
      return
    }
    if (this.#idle) clearTimeout(this.#idle)
    this.#idle = null
    const worker = this.#worker ?? this.#start()
    this.#current = next
    this.#deadline = setTimeout(
      () => this.#lose(worker, new Problem('unavailable', 'This document takes too long to read')),
      this.#patience,
    )
    worker.postMessage(next.task)
  }

  #end(): void {
    if (this.#deadline) clearTimeout(this.#deadline)
    this.#deadline = null
    this.#current = null
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    })
    this.#worker = worker
    worker.on('message', (done: Done) => {
      const current = this.#current
      if (worker !== this.#worker || current?.task.id !== done.id) return
      this.#end()
      // reason: the worker answers each task with that task's output
      if ('output' in done) current.resolve(done.output as never)
      else current.reject(new Error(done.error))
      this.#next()
    })
    // What cannot be read on this side, such as a document nested without end.
    worker.on('messageerror', error => this.#lose(worker, error))
    worker.on('error', error => this.#lose(worker, error))
    worker.on('exit', () => this.#lose(worker, new Error('the document worker ended')))
    return worker
  }

  #lose(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return
    this.#worker = null
    void worker.terminate()
    const current = this.#current
    this.#end()
    current?.reject(error instanceof Error ? error : new Error(String(error)))
    this.#next()
  }

  #restLater(): void {
    if (this.#idle) clearTimeout(this.#idle)
    this.#idle = setTimeout(() => {
      const worker = this.#worker
      this.#worker = null
      void worker?.terminate()
    }, IDLE)
    this.#idle.unref()
  }
}
