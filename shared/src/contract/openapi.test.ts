import { expect, test } from 'vitest'
import { z } from 'zod'
import { openApi } from './openapi.ts'
import { route } from './route.ts'
import { routes } from './routes.ts'

test('keys go where they travel: path, query or body', () => {
  const read = route({
    method: 'GET',
    path: '/api/things/:thingId',
    summary: 'One thing.',
    input: z.object({ thingId: z.string(), full: z.stringbool().default(false) }),
    reply: z.object({ name: z.string() }),
  })
  const change = route({
    ...read,
    method: 'PATCH',
    input: z.object({ thingId: z.string(), name: z.string() }),
  })
  const { paths } = openApi({ things: { read, change } }, '1.0.0')
  expect(paths).toMatchObject({
    '/api/things/{thingId}': {
      get: {
        operationId: 'things.read',
        parameters: [
          { name: 'thingId', in: 'path', required: true },
          { name: 'full', in: 'query', required: false },
        ],
      },
      patch: {
        parameters: [{ name: 'thingId', in: 'path' }],
        requestBody: { content: { 'application/json': { schema: { required: ['name'] } } } },
      },
    },
  })
})

test('every route of the application can be described', () => {
  const count = Object.values(routes).reduce((sum, group) => sum + Object.keys(group).length, 0)
  const { paths } = openApi(routes, '1.0.0')
  // reason: the paths of a description are objects keyed by method
  const described = Object.values(paths as Record<string, object>).flatMap(path => Object.keys(path))
  expect(described).toHaveLength(count)
})
