import { z } from 'zod'
import { id, time } from './ids.ts'
import { route } from './route.ts'

/** Workspace roles. An owner invites people and may enter every space; a member sees what spaces and documents give. */
export const workspaceRole = z.enum(['owner', 'member'])
export type WorkspaceRole = z.infer<typeof workspaceRole>

/** A person as everybody in the workspace sees them. */
export const person = z.object({
  accountId: id,
  name: z.string(),
  email: z.string(),
  /** Hue in degrees for cursors and avatars, fixed by the account. */
  hue: z.number().int().min(0).max(359),
  role: workspaceRole,
})
export type Person = z.infer<typeof person>

export const session = z.discriminatedUnion('state', [
  z.object({ state: z.literal('setup') }),
  z.object({ state: z.literal('signedOut') }),
  z.object({ state: z.literal('signedIn'), person, abilities: z.object({ invite: z.boolean() }) }),
])
export type Session = z.infer<typeof session>

export const credentials = z.object({
  name: z.string().trim().min(1, 'Please give a name').max(80),
  email: z.email('Please give an email address').max(200),
  password: z.string().min(10, 'At least 10 characters').max(128),
})

export const invite = z.object({
  inviteId: id,
  role: workspaceRole,
  createdBy: id,
  createdAt: time,
  expiresAt: time,
})
export type Invite = z.infer<typeof invite>

const token = z.string().min(20).max(64)

export const accountRoutes = {
  session: route({
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in, or whether the first account is still to be made.',
    access: 'anyone',
    input: z.object({}),
    reply: session,
  }),
  setUp: route({
    method: 'POST',
    path: '/api/setup',
    summary: 'Create the first account, the owner, and sign in. Refused once an account exists.',
    access: 'anyone',
    input: credentials,
    reply: session,
  }),
  people: route({
    method: 'GET',
    path: '/api/people',
    summary: 'Everybody in the workspace.',
    input: z.object({}),
    reply: z.array(person),
  }),
  createInvite: route({
    method: 'POST',
    path: '/api/invites',
    summary: 'Make a link by which one person can join. The token is shown this once.',
    input: z.object({ role: workspaceRole.default('member') }),
    reply: invite.extend({ token }),
  }),
  listInvites: route({
    method: 'GET',
    path: '/api/invites',
    summary: 'Invites that are still open.',
    input: z.object({}),
    reply: z.array(invite),
  }),
  revokeInvite: route({
    method: 'DELETE',
    path: '/api/invites/:inviteId',
    summary: 'Withdraw an open invite.',
    input: z.object({ inviteId: id }),
    reply: z.object({}),
  }),
  readInvite: route({
    method: 'GET',
    path: '/api/joining/:token',
    summary: 'What an invite link offers.',
    access: 'anyone',
    input: z.object({ token }),
    reply: z.object({ invitedBy: z.string(), role: workspaceRole, expiresAt: time }),
  }),
  acceptInvite: route({
    method: 'POST',
    path: '/api/joining/:token',
    summary: 'Join by an invite link and sign in.',
    access: 'anyone',
    input: credentials.extend({ token }),
    reply: session,
  }),
}
