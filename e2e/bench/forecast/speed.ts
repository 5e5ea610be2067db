import { readMarkdown } from '@colloquy/shared/forecast/blocks/markdown'
import { createForecaster } from '@colloquy/shared/forecast/engine'
import type { Block } from '@colloquy/shared/forecast/types'

export type Speed = { words: number; blocks: number; full: Quantiles; changed: Quantiles; changedCpu: number }
type Quantiles = { p50: number; p99: number }

/** Times in milliseconds over a document of about `words` words put together from real ones, after warming up. */
export function measureSpeed(sources: readonly string[], words: number): Speed {
  const text = assemble(sources, words)
  const fresh = () => readMarkdown(text).blocks
  for (let turn = 0; turn < 5; turn++) createForecaster().update(fresh())

  const full = Array.from({ length: 20 }, () => {
    const blocks = fresh()
    return timed(() => createForecaster().update(blocks))
  })
  const forecaster = createForecaster()
  let blocks: readonly Block[] = fresh()
  const paragraphs = blocks.flatMap(({ kind }, at) => (kind === 'paragraph' ? [at] : []))
  const { words: counted } = forecaster.update(blocks)
  const cpu = process.cpuUsage()
  const changed = Array.from({ length: 300 }, (_, turn) => {
    const at = paragraphs[(turn * 7) % paragraphs.length] ?? 0
    blocks = blocks.map((block, index) =>
      index === at ? { ...block, text: `${block.text} And ${turn}.` } : block,
    )
    return timed(() => forecaster.update(blocks))
  })
  const { user, system } = process.cpuUsage(cpu)
  const changedCpu = Math.round((user + system) / changed.length / 10) / 100
  return {
    words: counted,
    blocks: blocks.length,
    full: quantiles(full),
    changed: quantiles(changed),
    changedCpu,
  }
}

function assemble(sources: readonly string[], words: number): string {
  let text = ''
  let count = 0
  for (const source of sources) {
    if (count >= words) break
    const body = source.replace(/^---\n[\s\S]*?\n---\n/, '')
    text += `\n\n${body}`
    count += body.replace(/```[\s\S]*?```/g, ' ').split(/\s+/).length
  }
  return text
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function quantiles(times: readonly number[]): Quantiles {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 100) / 100
  return { p50: at(0.5), p99: at(0.99) }
}
