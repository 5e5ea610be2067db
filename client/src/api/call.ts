import { Problem, type ProblemCode, type ProblemReport, problems } from '@colloquy/shared/contract/problems'
import { type CallOf, pathParameters, type ReplyOf, type Route } from '@colloquy/shared/contract/route'

/**
 * Calls one route of the contract with this browser’s session and gives its reply.
 * Every refusal, a network that is down included, is thrown as a `Problem`.
 */
export async function call<R extends Route>(
  route: R,
  input: CallOf<R>,
  signal?: AbortSignal,
): Promise<ReplyOf<R>> {
  const { url, body } = address(route, input)
  const reply = await request(url, {
    method: route.method,
    ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
    ...(signal ? { signal } : {}),
  })
  // reason: the server has parsed the reply with this very schema before sending it
  return reply as ReplyOf<R>
}

/** Where an input travels: path parameters in the path, the rest in the query or in a JSON body. */
export function address<R extends Route>(route: R, input: CallOf<R>): { url: string; body?: string } {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined))
  let url: string = route.path
  for (const name of pathParameters(route.path)) {
    url = url.replace(`:${name}`, encodeURIComponent(String(rest.get(name))))
    rest.delete(name)
  }
  if (route.method === 'GET' || route.method === 'DELETE') {
    const query = new URLSearchParams([...rest].map(([name, value]) => [name, String(value)]))
    return { url: query.size === 0 ? url : `${url}?${query}` }
  }
  return { url, body: JSON.stringify(Object.fromEntries(rest)) }
}

/** One exchange with the server; gives the parsed JSON of a success and throws a `Problem` otherwise. */
export async function request(url: string, init: RequestInit): Promise<unknown> {
  const response = await reach(url, init)
  if (response.ok) return response.status === 204 ? {} : response.json()
  throw await problemOf(response)
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem('unavailable', 'The server cannot be reached. Check the connection and try again.')
  }
}

async function problemOf(response: Response): Promise<Problem> {
  // A proxy in between may answer with anything, so nothing about the body is taken for granted.
  const report: unknown = await response.json().catch(() => null)
  const { type, title, message, details, missing } = fields(report)
  const text = title ?? message ?? `The server answered ${response.status} without saying why.`
  const known = Array.isArray(details) ? details.filter(detail => typeof detail === 'string') : undefined
  // reason: whatever else answers with such a list is this server, which writes it by the contract
  const lacking = Array.isArray(missing) ? (missing as ProblemReport['missing']) : undefined
  return new Problem(isCode(type) ? type : codeOf(response.status), text, known, lacking)
}

function fields(report: unknown): {
  type?: unknown
  title?: string
  message?: string
  details?: unknown
  missing?: unknown
} {
  if (typeof report !== 'object' || report === null) return {}
  const read = new Map<string, unknown>(Object.entries(report))
  const [title, message] = [read.get('title'), read.get('message')]
  return {
    type: read.get('type'),
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof message === 'string' ? { message } : {}),
    details: read.get('details'),
    missing: read.get('missing'),
  }
}

function isCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && Object.hasOwn(problems, value)
}

function codeOf(status: number): ProblemCode {
  const code = Object.entries(problems).find(([, known]) => known === status)?.[0]
  return isCode(code) ? code : 'internal'
}

/** What to tell a person about a failure that was caught. */
export function explain(error: unknown): string {
  return error instanceof Problem ? error.message : 'Something went wrong on this page. Reload and try again.'
}
