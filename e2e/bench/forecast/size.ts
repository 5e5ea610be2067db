import { gzipSync } from 'node:zlib'
import { build } from 'vite'

/** Bytes of the engine as a browser worker loads it, minified and gzipped. */
export async function workerSize(): Promise<{ minified: number; gzipped: number }> {
  const entry = new URL('./worker-entry.ts', import.meta.url).pathname
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry, formats: ['es'], fileName: 'worker' } },
  })
  const outputs = (Array.isArray(result) ? result : [result]).flatMap(part =>
    'output' in part ? part.output : [],
  )
  const code = outputs.flatMap(chunk => (chunk.type === 'chunk' ? [chunk.code] : [])).join('')
  return { minified: Buffer.byteLength(code), gzipped: gzipSync(code).length }
}
