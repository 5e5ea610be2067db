import type { ForecastOptions } from '@colloquy/shared/forecast/types'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { placePassages } from './passages.ts'
import type { FromWorker, Placed, ToWorker } from './protocol.ts'
import { splice } from './splice.ts'

/** The findings on screen, the same array until one of them reads differently. `null` until the first answer. */
export type Findings = readonly Placed[] | null

/** Milliseconds between two questions to the worker while one types. */
const PAUSE = 200

/**
 * Feeds the worker with what changed in the editor and holds its last answer. Blocks are persistent, so what
 * changed is found by identity and only that is sent; at most one question is open at a time.
 */
export class ForecastFeed {
  readonly #editor: Editor
  readonly #worker: Worker
  readonly #listeners = new Set<() => void>()
  #sent: Node[] = []
  #version = 0
  /** Steps made since the version that the open question is about. */
  #since = new Mapping()
  #asked = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #findings: Findings = null
  #words = 0

  constructor(editor: Editor, worker: Worker) {
    this.#editor = editor
    this.#worker = worker
    worker.addEventListener('message', this.#onAnswer)
    editor.on('transaction', this.#onTransaction)
    this.#ask()
  }

  findings = (): Findings => this.#findings

  words = (): number => this.#words

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  configure(options: ForecastOptions) {
    this.#post({ type: 'configure', options })
  }

  stop() {
    clearTimeout(this.#timer)
    this.#editor.off('transaction', this.#onTransaction)
    this.#worker.terminate()
    this.#listeners.clear()
  }

  #onTransaction = ({ transaction }: { transaction: Transaction }) => {
    if (!transaction.docChanged) return
    this.#since.appendMapping(transaction.mapping)
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      if (!this.#asked) this.#ask()
    }, PAUSE)
  }

  #ask() {
    const now = [...this.#editor.state.doc.children]
    const { start, removed, inserted } = splice(this.#sent, now)
    this.#sent = now
    this.#since = new Mapping()
    this.#asked = true
    this.#version += 1
    this.#post({
      type: 'splice',
      version: this.#version,
      start,
      removed,
      inserted: inserted.map(node => node.toJSON()),
    })
  }

  #onAnswer = ({ data }: MessageEvent<FromWorker>) => {
    // An answer to new options about an earlier text: the one to come knows them too.
    if (data.version !== this.#version || this.#editor.isDestroyed) return
    this.#asked = false
    const findings = data.findings.map(finding => ({ ...finding, at: this.#now(finding.at) }))
    const places = new Map(findings.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])))
    this.#editor.view.dispatch(placePassages(this.#editor.state, places))
    this.#words = data.words
    if (!sameReading(this.#findings, findings)) this.#findings = findings
    for (const listener of this.#listeners) listener()
    if (this.#since.maps.length > 0 && this.#timer === undefined) this.#ask()
  }

  #now(at: Placed['at']): Placed['at'] {
    return at && { from: this.#since.map(at.from, 1), to: this.#since.map(at.to, -1) }
  }

  #post(message: ToWorker) {
    this.#worker.postMessage(message)
  }
}

/** Whether two forecasts look the same to a person. Where the passages are is kept by `passages.ts`. */
function sameReading(before: Findings, after: readonly Placed[]): boolean {
  return (
    before?.length === after.length &&
    after.every((finding, i) => {
      const held = before[i]
      return (
        held?.id === finding.id &&
        held.shown === finding.shown &&
        held.question === finding.question &&
        held.quote === finding.quote &&
        held.reason === finding.reason
      )
    })
  )
}
