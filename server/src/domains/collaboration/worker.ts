import { parentPort } from 'node:worker_threads'
import type { JSONContent } from '@tiptap/core'
import { type Squashed, squash } from './squash.ts'

/** What the document worker can do, and with what. Updates come in the order in which they are applied. */
export type Work = {
  squash: { input: Uint8Array[]; output: Squashed }
  /** The first update of a new document with this content: the same bytes for the same content. */
  seed: { input: JSONContent; output: Uint8Array }
  content: { input: Uint8Array[]; output: JSONContent }
  count: { input: Uint8Array[]; output: { words: number } }
}

export type Task = {
  [Name in keyof Work]: { id: number; name: Name; input: Work[Name]['input'] }
}[keyof Work]
export type Done = { id: number } & ({ output: Work[keyof Work]['output'] } | { error: string })

// The editor's schema takes a while to load and is not needed for squashing.
const text = () => import('./text.ts')

async function work(task: Task): Promise<Work[keyof Work]['output']> {
  switch (task.name) {
    case 'squash':
      return squash(task.input)
    case 'seed':
      return (await text()).seed(task.input)
    case 'content':
      return (await text()).contentOf(task.input)
    case 'count':
      return { words: (await text()).countWords(task.input) }
    default:
      return task satisfies never
  }
}

parentPort?.on('message', (task: Task) => {
  work(task)
    // Also answers when the output is one that cannot be sent.
    .then(output => parentPort?.postMessage({ id: task.id, output } satisfies Done))
    .catch(error =>
      parentPort?.postMessage({ id: task.id, error: String(error?.stack ?? error) } satisfies Done),
    )
})
