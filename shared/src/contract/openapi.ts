import { z } from 'zod'
import { problems } from './problems.ts'
import { pathParameters, type Route } from './route.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 description of these routes, grouped as they are. Zod's JSON Schema is 2020-12, which 3.1 takes as it is. */
export function openApi(groups: Record<string, Record<string, Route>>, version: string): Json {
  const paths: Record<string, Json> = {}
  for (const [group, routes] of Object.entries(groups)) {
    for (const [name, route] of Object.entries(routes)) {
      const path = route.path.replace(/:([A-Za-z]+)/g, '{$1}')
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(group, name, route) }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Colloquy', version },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'colloquy.session_token' } },
      schemas: { Problem: problemSchema },
    },
    security: [{ session: [] }],
  }
}

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem details.',
  required: ['type', 'title', 'status'],
  properties: {
    type: { enum: Object.keys(problems) },
    title: { type: 'string' },
    status: { type: 'integer' },
    details: { type: 'array', items: { type: 'string' } },
  },
}

function operation(group: string, name: string, route: Route): Json {
  const input = schemaOf(route.input, 'input')
  const properties = (input['properties'] ?? {}) as Record<string, Json> // reason: JSON Schema of an object
  const required = (input['required'] ?? []) as string[] // reason: as above
  const inPath = pathParameters(route.path)
  const rest = Object.keys(properties).filter(key => !inPath.includes(key))
  const inQuery = route.method === 'GET' || route.method === 'DELETE'
  const parameter = (key: string, place: 'path' | 'query') => ({
    name: key,
    in: place,
    required: place === 'path' || required.includes(key),
    schema: properties[key] ?? {},
  })
  return {
    operationId: `${group}.${name}`,
    tags: [group],
    summary: route.summary,
    ...(route.access === 'anyone' ? { security: [] } : {}),
    parameters: [
      ...inPath.map(key => parameter(key, 'path')),
      ...(inQuery ? rest.map(key => parameter(key, 'query')) : []),
    ],
    ...(inQuery || rest.length === 0 ? {} : { requestBody: body(properties, required, rest) }),
    responses: {
      200: {
        description: 'Done.',
        content: { 'application/json': { schema: schemaOf(route.reply, 'output') } },
      },
      default: {
        description: 'Refused.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const body = (properties: Record<string, Json>, required: string[], keys: string[]): Json => ({
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: Object.fromEntries(keys.map(key => [key, properties[key]])),
        required: required.filter(key => keys.includes(key)),
      },
    },
  },
})

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  return rest
}
