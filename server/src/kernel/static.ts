import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '@colloquy/shared/contract/problems'
import express, { type Express } from 'express'

const built = join(import.meta.dirname, '../../../client/dist')

/** Serves the built client: hashed assets for good, the page itself fresh, and the page for every address of the app. */
export function serveClient(app: Express): void {
  app.use('/api', () => {
    throw new Problem('missing', 'There is nothing at this address')
  })
  app.use(
    '/assets',
    express.static(join(built, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  )
  app.use(express.static(built, { index: false }))
  app.get('/*path', (_request, response) => sendPage(response))
  app.get('/', (_request, response) => sendPage(response))
}

function sendPage(response: express.Response): void {
  const page = join(built, 'index.html')
  if (!existsSync(page)) throw new Problem('unavailable', 'The client is not built yet: npm run build')
  response.set('Cache-Control', 'no-cache').sendFile(page)
}
