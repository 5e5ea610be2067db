import { openApi } from '@colloquy/shared/contract/openapi'
import { routes } from '@colloquy/shared/contract/routes'
import type { Express } from 'express'

/** Serves the description of the API, generated from the contract, to anyone who asks. */
export function serveDescription(app: Express, version: string): void {
  let description: object | undefined
  app.get('/api/openapi.json', (_request, response) => {
    description ??= openApi(routes, version)
    response.json(description)
  })
}
