import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Problem } from '@colloquy/shared/contract/problems'
import type { Notice } from '@colloquy/shared/schema/markdown/parse'
import type { DocumentContent } from '../documents/index.ts'

export type Parsed = { title: string; doc: DocumentContent; notices: Notice[]; words: number }

/** A file that takes longer is not one that people write. In milliseconds. */
const PARSE_WITHIN = 20_000

/** Reads a Markdown file in a thread of its own, so that nobody's typing waits for it. */
export async function parse(markdown: string, filename: string): Promise<Parsed> {
  const worker = new Worker(join(import.meta.dirname, 'parse-worker.ts'), {
    workerData: { markdown, filename },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  try {
    const signal = AbortSignal.timeout(PARSE_WITHIN)
    const [parsed] = await Promise.race([once(worker, 'message', { signal }), unreadable(worker)])
    return parsed
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('refused', 'This file could not be read in time. Nothing was imported. Please split it')
  } finally {
    await worker.terminate()
  }
}

/** Rejects when what came out of the thread cannot be taken over: nested too deep, for one. */
async function unreadable(worker: Worker): Promise<never> {
  await once(worker, 'messageerror')
  throw new Problem('refused', 'This file is nested too deep to be read. Nothing was imported')
}
