import { type SpaceRole, spaceRoutes } from '@colloquy/shared/contract/spaces'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, startWorld, type World } from '../../testing/world.ts'

let world: World
let member: Caller
beforeAll(async () => {
  world = await startWorld()
  member = await world.join('Mia Member')
})
afterAll(() => world.stop())

const spaceId = () => world.space.spaceId
const give = (caller: Caller, role: SpaceRole | null, by = world.owner) =>
  by.call(spaceRoutes.setMember, { spaceId: spaceId(), accountId: caller.person.accountId, role })

describe('a closed space', () => {
  test('is answered as missing to those who are not in it', async () => {
    const stranger = await world.join('Sten Stranger')
    expect(await stranger.call(spaceRoutes.list, {})).toEqual([])
    await expect(
      stranger.call(spaceRoutes.change, { spaceId: spaceId(), name: 'Mine now' }),
    ).rejects.toMatchObject({ code: 'missing' })
  })

  test('opens to a person who is given a role, and to nobody else', async () => {
    await give(member, 'commenter')
    expect(await member.call(spaceRoutes.list, {})).toMatchObject([
      { name: 'Storage', abilities: { write: false, manage: false } },
    ])
  })

  test('is managed by its owners only', async () => {
    await give(member, 'editor')
    await expect(give(member, 'owner', member)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('keeps at least one owner', async () => {
    await expect(give(world.owner, null)).rejects.toMatchObject({ code: 'refused' })
  })
})

test('a prefix numbers the decisions of one space only', async () => {
  const taken = world.owner.call(spaceRoutes.create, { name: 'Other storage', prefix: 'stor' })
  await expect(taken).rejects.toMatchObject({ code: 'conflict' })
})

test.each(['S', '1ABC', 'WITH SPACE', 'TOOLONGPREFIX'])('%s is not a prefix', async prefix => {
  const refused = world.owner.call(spaceRoutes.create, { name: 'Named', prefix })
  await expect(refused).rejects.toMatchObject({ code: 'invalid' })
})

test('everyone in the workspace may enter a space that is open, with the role it gives', async () => {
  const { spaceId } = await world.owner.call(spaceRoutes.create, {
    name: 'API design',
    prefix: 'API',
    everyone: 'viewer',
  })
  const spaces = await member.call(spaceRoutes.list, {})
  expect(spaces.find(space => space.spaceId === spaceId)?.abilities).toEqual({ write: false, manage: false })
})
