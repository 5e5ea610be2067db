import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Exchange } from './exchange.ts'
import type { Journal } from './journal.ts'

export type Metrics = {
  registry: Registry
  updates: Counter
  refusals: Counter<'problem'>
  persistSeconds: Histogram
  batchUpdates: Histogram
  storeFailures: Counter
}

/** What an operator watches, in the Prometheus format. Default metrics include memory, CPU and event-loop delay. */
export function createMetrics(now: () => { exchange: Exchange; journal: Journal; clients: number }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  // Watching the event loop more closely costs more than a quiet server does otherwise.
  collectDefaultMetrics({ register: registry, prefix: 'colloquy_', eventLoopMonitoringPrecision: 200 })
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name: `colloquy_collaboration_${name}`,
      help,
      registers,
      collect() {
        this.set(value())
      },
    })
  gauge('documents_open', 'Documents held in memory', () => now().exchange.documents.size)
  gauge('clients', 'Connections to the collaboration namespace', () => now().clients)
  gauge('unacknowledged_bytes', 'Bytes of edits not yet on disk', () => now().journal.bytes)
  gauge('store_failing', '1 while the last write failed', () => Number(now().journal.failing))
  return {
    registry,
    updates: new Counter({
      name: 'colloquy_collaboration_updates_total',
      help: 'Updates taken from clients',
      registers,
    }),
    refusals: new Counter({
      name: 'colloquy_collaboration_refusals_total',
      help: 'Messages refused, by problem',
      labelNames: ['problem'],
      registers,
    }),
    persistSeconds: new Histogram({
      name: 'colloquy_collaboration_persist_seconds',
      help: 'Time of one write to the store',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2, 10],
      registers,
    }),
    batchUpdates: new Histogram({
      name: 'colloquy_collaboration_batch_updates',
      help: 'Updates in one write to the store',
      buckets: [1, 2, 5, 10, 50, 200, 1000],
      registers,
    }),
    storeFailures: new Counter({
      name: 'colloquy_collaboration_store_failures_total',
      help: 'Writes to the store that failed and were repeated',
      registers,
    }),
  }
}
