import type { ToWorker } from './protocol.ts'
import { createReader } from './reader.ts'

const read = createReader()

// The forecast never runs where one types: this file is the whole of the worker.
self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const answer = read(event.data)
  if (answer) self.postMessage(answer)
})
