/** Text is looked at again when typing has paused this long, or after so long of it; in milliseconds. */
const PAUSE = 2000
const AT_MOST = 15_000

type Watch = { timer: NodeJS.Timeout; since: number }

/** Calls back once per document after a stretch of edits, however many there are. */
export class TextWatch {
  #changed: (documentId: string) => Promise<void>
  #watches = new Map<string, Watch>()
  #running = new Set<Promise<void>>()

  constructor(changed: (documentId: string) => Promise<void>) {
    this.#changed = changed
  }

  edited(documentId: string): void {
    const watch = this.#watches.get(documentId)
    const now = performance.now()
    if (!watch) {
      const timer = setTimeout(() => this.#look(documentId), PAUSE)
      this.#watches.set(documentId, { timer, since: now })
    } else if (now - watch.since < AT_MOST - PAUSE) watch.timer.refresh()
  }

  /** Looks at once at everything that waits. */
  async stop(): Promise<void> {
    for (const [documentId, { timer }] of this.#watches) {
      clearTimeout(timer)
      this.#look(documentId)
    }
    await Promise.all(this.#running)
  }

  #look(documentId: string): void {
    this.#watches.delete(documentId)
    const work = this.#changed(documentId).finally(() => this.#running.delete(work))
    this.#running.add(work)
  }
}
