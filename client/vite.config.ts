import type { Route } from '@colloquy/shared/contract/route'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = `http://localhost:${process.env['PORT'] ?? 3000}`

/** Leaves of the contract’s routes what a page needs to call them; see `src/api/routes.ts`. */
const routesWithoutSchemas: Plugin = {
  name: 'routes-without-schemas',
  apply: 'build',
  load: async id => {
    if (!id.endsWith('/client/src/api/routes.ts')) return null
    const domains: Record<string, Record<string, Route>> = await import('./src/api/routes.ts')
    return Object.entries(domains)
      .map(([domain, routes]) => `export const ${domain} = ${JSON.stringify(routes, bare)}`)
      .join('\n')
  },
}

/** A JSON replacer that keeps of each route its method and path. */
const bare = (_key: string, value: unknown) =>
  isRoute(value) ? { method: value.method, path: value.path } : value

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'reply' in value

/** The pages build into `client/dist`, which the server serves; in development both its doors are proxied. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [routesWithoutSchemas, react()],
  server: {
    port: 5173,
    // Requests arrive as if they came from the server’s own pages, which is what it lets in.
    proxy: {
      '/api': { target: server, changeOrigin: true, headers: { origin: server } },
      '/socket.io': { target: server, changeOrigin: true, headers: { origin: server }, ws: true },
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      output: {
        // Two parts that every visit needs and that change rarely; together they compress better than apart.
        codeSplitting: {
          groups: [
            { name: 'frame', test: /node_modules\/(react|react-dom|react-router|scheduler|@tanstack)\// },
            {
              name: 'text',
              test: /node_modules\/(prosemirror-(?!history|changeset)[a-z-]+|@tiptap\/(core|y-tiptap|extension-(?!bubble|floating|drag|node-range|code-block-lowlight)[a-z-]+)|yjs|lib0|y-protocols|linkifyjs)\//,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
})
