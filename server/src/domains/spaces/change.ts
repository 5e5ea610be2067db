import { Problem } from '@colloquy/shared/contract/problems'
import type { InputOf } from '@colloquy/shared/contract/route'
import type { SpaceRole, spaceRoutes } from '@colloquy/shared/contract/spaces'
import mongoose from 'mongoose'
import type { Actor } from '../../kernel/actor.ts'
import { clock } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { accountsExist } from '../accounts/index.ts'
import { manageable } from './find.ts'
import { SpaceModel, type StoredSpace } from './model.ts'

export async function createSpace(
  actor: Actor,
  fields: InputOf<typeof spaceRoutes.create>,
): Promise<StoredSpace> {
  try {
    const space = await SpaceModel.create({
      _id: newId(),
      ...fields,
      members: [{ accountId: actor.accountId, role: 'owner' }],
      createdAt: clock.now(),
    })
    return space.toObject<StoredSpace>()
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === 11000) {
      throw new Problem('conflict', `The prefix ${fields.prefix} is taken. Please choose another one`)
    }
    throw error
  }
}

export async function changeSpace(
  actor: Actor,
  { spaceId, ...fields }: InputOf<typeof spaceRoutes.change>,
): Promise<StoredSpace> {
  await manageable(actor, spaceId)
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return updated(
    await SpaceModel.findByIdAndUpdate(spaceId, { $set: given }, { returnDocument: 'after' }).lean(),
  )
}

/**
 * Gives or takes a role in a space. The filter repeats the rule that an owner stays, so that two owners who
 * remove each other at once do not leave the space without one.
 */
export async function setMember(
  actor: Actor,
  { spaceId, accountId, role }: { spaceId: string; accountId: string; role: SpaceRole | null },
): Promise<StoredSpace> {
  const space = await manageable(actor, spaceId)
  if (!(await accountsExist([accountId]))) throw new Problem('missing', 'There is no such person')
  const others = space.members.filter(member => member.accountId !== accountId)
  const members = role ? [...others, { accountId, role }] : others
  if (!members.some(member => member.role === 'owner')) {
    throw new Problem('refused', 'A space keeps at least one owner. Make somebody else an owner first')
  }
  const changed = await SpaceModel.findOneAndUpdate(
    { _id: spaceId, members: space.members },
    { $set: { members } },
    { returnDocument: 'after' },
  ).lean<StoredSpace>()
  if (!changed)
    throw new Problem('conflict', 'Somebody changed the members in the same moment. Please look again')
  return changed
}

function updated(space: unknown): StoredSpace {
  if (!space) throw new Problem('missing', 'There is no such space')
  return space as StoredSpace // reason: lean() of SpaceModel
}
