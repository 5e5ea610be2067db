import { createServer, type ListenOptions, type Server, type Socket } from 'node:net'
import type { Command, Context } from './commands/command.ts'
import { dispatch } from './commands/dispatch.ts'
import { Cursors } from './cursors.ts'
import { CommandError } from './errors.ts'
import type { Store } from './storage/store.ts'
import { sweepExpired } from './ttl.ts'
import type { Doc } from './values.ts'
import { Frames, type Message, readMessage, WireError, writeReply } from './wire.ts'

/** After this long without a write the log is moved into the file. */
const idleMilliseconds = 2000

interface Waiting {
  readonly socket: Socket
  readonly message: Message
  readonly reply: Buffer
}

/**
 * Answers clients over a store. Commands run as they arrive; what they write shares one transaction per turn of the
 * loop, and every reply of that turn waits until it is durable.
 */
export class StoreServer {
  readonly #store: Store
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  readonly #context: Context
  #waiting: Waiting[] = []
  #connections = 0
  #wroteAt = 0
  #checkpointedAt = 0
  readonly #upkeep: NodeJS.Timeout

  constructor(store: Store) {
    this.#store = store
    this.#context = {
      store,
      cursors: new Cursors(Date.now),
      startedAt: Date.now(),
      now: () => new Date(),
      openConnections: () => this.#sockets.size,
    }
    this.#server = createServer(socket => this.#accept(socket))
    this.#upkeep = setInterval(() => this.#keepUp(), 1000).unref()
  }

  listen(options: ListenOptions): Promise<Server> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(options, () => {
        this.#server.off('error', reject)
        resolve(this.#server)
      })
    })
  }

  /** Answers what has been asked, then closes all connections. */
  async stop(): Promise<void> {
    clearInterval(this.#upkeep)
    this.#settle()
    const closed = new Promise(resolve => this.#server.close(resolve))
    for (const socket of this.#sockets) socket.destroySoon()
    await closed
  }

  /** Removes what has expired, and moves the log into the file once nothing has been written for a while. */
  #keepUp(): void {
    const now = new Date()
    this.#context.cursors.expire()
    try {
      sweepExpired(this.#store, now)
    } catch (cause) {
      this.#fail(cause)
    }
    if (this.#waiting.length === 0) this.#settle()
    const isIdle = now.getTime() - this.#wroteAt > idleMilliseconds
    if (!isIdle || this.#checkpointedAt > this.#wroteAt) return
    this.#store.checkpoint()
    this.#checkpointedAt = now.getTime()
  }

  #accept(socket: Socket): void {
    const connectionId = ++this.#connections
    const frames = new Frames()
    this.#sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('close', () => this.#sockets.delete(socket))
    // A connection that breaks is the client's affair: `close` follows.
    socket.on('error', () => socket.destroy())
    socket.on('data', chunk => {
      try {
        for (const frame of frames.push(chunk)) this.#answer(socket, readMessage(frame), connectionId)
      } catch (cause) {
        if (!(cause instanceof WireError)) throw cause
        socket.destroy()
      }
    })
  }

  #answer(socket: Socket, message: Message, connectionId: number): void {
    const { body, database, documents } = message
    const command: Command = { name: Object.keys(body)[0] ?? '', body, database, documents, connectionId }
    const reply = this.#run(command, message)
    if (!this.#store.isWriting && this.#waiting.length === 0) {
      send({ socket, message, reply })
      return
    }
    if (this.#waiting.length === 0) setImmediate(() => this.#settle())
    this.#waiting.push({ socket, message, reply })
  }

  #run(command: Command, message: Message): Buffer {
    try {
      return writeReply(message, dispatch(command, this.#context))
    } catch (cause) {
      return writeReply(message, this.#fail(cause))
    }
  }

  /** Not a refusal but a fault, possibly between two writes that belong together: nothing of this turn is kept. */
  #fail(cause: unknown): Doc {
    this.#store.rollback()
    const failure = failed(cause)
    this.#waiting = this.#waiting.map(waiting => ({
      ...waiting,
      reply: writeReply(waiting.message, failure),
    }))
    return failure
  }

  #settle(): void {
    const waiting = this.#waiting
    this.#waiting = []
    if (this.#store.isWriting) this.#wroteAt = Date.now()
    try {
      this.#store.commit()
    } catch (cause) {
      const failure = failed(cause)
      for (const { socket, message } of waiting)
        send({ socket, message, reply: writeReply(message, failure) })
      return
    }
    for (const answer of waiting) send(answer)
  }
}

const failed = (cause: unknown): Doc =>
  new CommandError('InternalError', cause instanceof Error ? cause.message : String(cause)).reply()

function send({ socket, message, reply }: Waiting): void {
  if (message.wantsReply && !socket.destroyed) socket.write(reply)
}
