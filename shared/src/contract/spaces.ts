import { z } from 'zod'
import { id, time } from './ids.ts'
import { route } from './route.ts'

/** What a person may do with a document, weakest first; each includes the ones before it. */
export const roles = ['viewer', 'commenter', 'editor'] as const
export const role = z.enum(roles)
export type Role = z.infer<typeof role>

/** In a space one can also be an owner: edits everything in it and decides who takes part. */
export const spaceRole = z.enum([...roles, 'owner'])
export type SpaceRole = z.infer<typeof spaceRole>

export const spaceMember = z.object({ accountId: id, role: spaceRole })

export const space = z.object({
  spaceId: id,
  name: z.string(),
  /** Upper-case short name that numbers its decisions: `STOR` in `STOR-12`. */
  prefix: z.string(),
  description: z.string(),
  /** The role of workspace members who are not listed; `null` makes the space private to those who are. */
  everyone: role.nullable(),
  members: z.array(spaceMember),
  createdAt: time,
  abilities: z.object({ write: z.boolean(), manage: z.boolean() }),
})
export type Space = z.infer<typeof space>

export const spaceFields = z.object({
  name: z.string().trim().min(1, 'Please give a name').max(60),
  prefix: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z][A-Z0-9]{1,7}$/, 'Two to eight letters or digits, a letter first'),
  description: z.string().trim().max(500).default(''),
  everyone: role.nullable().default('editor'),
})

export const spaceRoutes = {
  list: route({
    method: 'GET',
    path: '/api/spaces',
    summary: 'The spaces one may enter.',
    input: z.object({}),
    reply: z.array(space),
  }),
  create: route({
    method: 'POST',
    path: '/api/spaces',
    summary: 'Open a space; its maker becomes its owner.',
    input: spaceFields,
    reply: space,
  }),
  change: route({
    method: 'PATCH',
    path: '/api/spaces/:spaceId',
    summary: 'Rename a space, describe it or change what everyone may do in it.',
    input: spaceFields
      .omit({ prefix: true })
      .partial()
      .extend({
        spaceId: id,
        description: z.string().trim().max(500).optional(),
        everyone: role.nullable().optional(),
      }),
    reply: space,
  }),
  setMember: route({
    method: 'PUT',
    path: '/api/spaces/:spaceId/members/:accountId',
    summary: 'Give a person a role in a space, or take it away with `null`. The last owner stays.',
    input: z.object({ spaceId: id, accountId: id, role: spaceRole.nullable() }),
    reply: space,
  }),
}
