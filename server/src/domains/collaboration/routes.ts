import type { Request } from 'express'
import type { Registry } from 'prom-client'
import type { Kernel } from '../../kernel/domain.ts'

/** `/metrics` in the Prometheus format: for a scraper on the same machine, and for owners. */
export function mountMetrics({ router, authenticate }: Kernel, registry: Registry): void {
  router.get('/metrics', async (request, response) => {
    const actor = await authenticate(new Headers({ cookie: request.headers.cookie ?? '' }))
    if (!isLocal(request) && actor?.role !== 'owner') {
      response
        .status(403)
        .type('text')
        .send('Metrics are shown to owners, and to scrapers on this machine.\n')
      return
    }
    response.type(registry.contentType).send(await registry.metrics())
  })
}

/** A proxy on this machine also connects from here, but says for whom. */
const isLocal = ({ socket, headers }: Request): boolean =>
  /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined
