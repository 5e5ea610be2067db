import { Problem } from '@colloquy/shared/contract/problems'
import type { Actor } from '../../kernel/actor.ts'
import { SpaceModel, type StoredSpace } from './model.ts'
import { roleInSpace, spaceAbilities } from './policy.ts'

/** The space, when this person may enter it; a closed one is answered as missing. */
export async function enterable(actor: Actor, spaceId: string): Promise<StoredSpace> {
  const space = await SpaceModel.findById(spaceId).lean<StoredSpace>()
  if (!space || !roleInSpace(space, actor)) throw new Problem('missing', 'There is no such space')
  return space
}

/** The space, when this person may add documents to it. */
export async function writable(actor: Actor, spaceId: string): Promise<StoredSpace> {
  const space = await enterable(actor, spaceId)
  const role = roleInSpace(space, actor)
  if (!role || !spaceAbilities[role].write) {
    throw new Problem(
      'forbidden',
      'You may read this space but not add documents to it. Its owner can change that',
    )
  }
  return space
}

/** The space, when this person decides who takes part in it. */
export async function manageable(actor: Actor, spaceId: string): Promise<StoredSpace> {
  const space = await enterable(actor, spaceId)
  const role = roleInSpace(space, actor)
  if (!role || !spaceAbilities[role].manage)
    throw new Problem('forbidden', 'Only owners of this space can do that')
  return space
}

/** Every space this person may enter, by name. */
export async function enterableSpaces(actor: Actor): Promise<StoredSpace[]> {
  const spaces = await SpaceModel.find().sort({ name: 1 }).lean<StoredSpace[]>()
  return spaces.filter(space => roleInSpace(space, actor) !== null)
}
