import type { IncomingMessage } from 'node:http'
import { Problem } from '@colloquy/shared/contract/problems'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Config } from '../config.ts'

/** Security headers, and the refusal of requests that another site's page made a browser send. */
export function guard(config: Config): RequestHandler[] {
  const https = config.publicUrl?.startsWith('https://') ?? false
  return [
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          // Mantine and ProseMirror place style elements and attributes at run time.
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
          connectSrc: ["'self'", 'ws:', 'wss:'],
          workerSrc: ["'self'"],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          upgradeInsecureRequests: https ? [] : null,
        },
      },
      strictTransportSecurity: https,
      referrerPolicy: { policy: 'same-origin' },
    }),
    sameOrigin(config),
  ]
}

/** Cookies are SameSite=Lax; the Origin check also covers sibling hosts, other ports and old browsers. */
const sameOrigin =
  (config: Config): RequestHandler =>
  (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || isOwnOrigin(request, config)) return next()
    next(new Problem('forbidden', 'This request came from another site'))
  }

/** Whether a request comes from a page of ours, or from no page at all. Browsers always name the page of a WebSocket. */
export function isOwnOrigin({ headers }: IncomingMessage, config: Config): boolean {
  if (!headers.origin) return true
  const own = config.publicUrl ? new URL(config.publicUrl).host : headers.host
  return URL.parse(headers.origin)?.host === own
}
