import type { Domain } from '../../kernel/domain.ts'
import { SpaceModel, type StoredSpace } from './model.ts'
import { presentSpace } from './present.ts'
import { mountSpaces } from './routes.ts'

export { createSpace } from './change.ts'
export { enterable, enterableSpaces, writable } from './find.ts'
export type { StoredSpace } from './model.ts'
export { roleInSpace } from './policy.ts'

declare module '../../kernel/bus.ts' {
  interface DomainEvents {
    /** A space was made or its name, rule for everyone or members changed. */
    'space.changed': { spaceId: string }
  }
}

/** The space with this id whoever asks; for presenting what lives in it. */
export const spaceById = (spaceId: string): Promise<StoredSpace | null> =>
  SpaceModel.findById(spaceId).lean<StoredSpace | null>()

/** The spaces with these ids whoever asks. */
export const spacesById = (spaceIds: readonly string[]): Promise<StoredSpace[]> =>
  SpaceModel.find({ _id: { $in: [...spaceIds] } }).lean<StoredSpace[]>()

export const spacesDomain: Domain = {
  name: 'spaces',
  start(kernel) {
    mountSpaces(kernel)
    kernel.live.present('space.changed', async spaceId => {
      const space = await spaceById(spaceId)
      return viewer => (space ? presentSpace(space, viewer) : null)
    })
    return undefined
  },
}
