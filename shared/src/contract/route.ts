import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One HTTP exchange, written once: the server mounts it, the client calls it, OpenAPI is generated from it.
 * `input` is one flat object: keys named in the path (`/api/documents/:documentId`) travel in the path, the
 * others in the query (GET, DELETE) or in a JSON body. `reply` is parsed on the way out, so that a field
 * which is not listed here can never leave the server.
 */
export type Route<Input extends z.ZodObject = z.ZodObject, Reply extends z.ZodType = z.ZodType> = {
  method: Method
  path: `/api/${string}`
  summary: string
  input: Input
  reply: Reply
  /** `anyone` may call without a session; everything else needs one. */
  access?: 'anyone'
  /** Largest accepted body in bytes, when it is not the usual 256 KiB. */
  bodyLimit?: number
}

export type InputOf<R extends Route> = z.infer<R['input']>
/** What a caller writes: fields with a default may be left out. */
export type CallOf<R extends Route> = z.input<R['input']>
export type ReplyOf<R extends Route> = z.infer<R['reply']>

/** Declares a route with its types intact. */
export function route<Input extends z.ZodObject, Reply extends z.ZodType>(
  definition: Route<Input, Reply>,
): Route<Input, Reply> {
  return definition
}

/** Names of the path parameters of a route: `/api/a/:b/c/:d` gives `['b', 'd']`. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/:([A-Za-z]+)/g)].map(match => match[1] ?? '')
}
