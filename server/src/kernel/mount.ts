import { Problem } from '@colloquy/shared/contract/problems'
import { type InputOf, pathParameters, type Route } from '@colloquy/shared/contract/route'
import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import type { z } from 'zod'
import type { Actor } from './actor.ts'

const USUAL_BODY_LIMIT = 256 * 1024

/** The raw HTTP exchange, for the few operations that need headers. */
export type Exchange = { request: Request; response: Response }

/** Serves a route to signed-in callers. The handler gets parsed input and the actor; its reply is parsed too. */
export function mount<R extends Route>(
  router: Router,
  route: R,
  handler: (input: InputOf<R>, actor: Actor, exchange: Exchange) => Promise<z.input<R['reply']>>,
): void {
  attach(router, route, async (input, exchange) => {
    const actor = actorOf(exchange.response)
    if (!actor) throw new Problem('unauthenticated', 'Please sign in')
    return handler(input, actor, exchange)
  })
}

/** Serves a route marked `access: 'anyone'`, with the actor when somebody is signed in. */
export function mountOpen<R extends Route & { access?: 'anyone' }>(
  router: Router,
  route: R,
  handler: (input: InputOf<R>, actor: Actor | null, exchange: Exchange) => Promise<z.input<R['reply']>>,
): void {
  if (route.access !== 'anyone') throw new Error(`${route.path} is not open to anyone`)
  attach(router, route, (input, exchange) => handler(input, actorOf(exchange.response), exchange))
}

const actorOf = (response: Response): Actor | null => response.locals['actor'] ?? null

function attach<R extends Route>(
  router: Router,
  route: R,
  answer: (input: InputOf<R>, exchange: Exchange) => Promise<unknown>,
): void {
  const handle: RequestHandler = async (request, response) => {
    const input = parseInput(route, request)
    const reply = route.reply.parse(await answer(input, { request, response }))
    response.json(reply)
  }
  const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete' // reason: the five of Method
  router[method](route.path, express.json({ limit: route.bodyLimit ?? USUAL_BODY_LIMIT }), handle)
}

function parseInput<R extends Route>(route: R, request: Request): InputOf<R> {
  const named = Object.fromEntries(pathParameters(route.path).map(name => [name, request.params[name]]))
  const loose: unknown = route.method === 'GET' || route.method === 'DELETE' ? request.query : request.body
  if (loose !== undefined && (typeof loose !== 'object' || loose === null || Array.isArray(loose))) {
    throw new Problem('invalid', 'The body must be a JSON object')
  }
  const parsed = route.input.safeParse({ ...loose, ...named })
  if (parsed.success) return parsed.data as InputOf<R> // reason: parsed by the very schema InputOf is inferred from
  const details = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  // An id of the wrong form names nothing: it is answered as any other id that does not exist.
  if (parsed.error.issues.every(issue => issue.path.length === 1 && String(issue.path[0]) in named)) {
    throw new Problem('missing', 'There is nothing at this address, or you may not see it')
  }
  throw new Problem('invalid', parsed.error.issues[0]?.message ?? 'The request is malformed', details)
}
