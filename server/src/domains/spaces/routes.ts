import { Problem } from '@colloquy/shared/contract/problems'
import { type Space, spaceRoutes } from '@colloquy/shared/contract/spaces'
import type { Actor } from '../../kernel/actor.ts'
import type { Kernel } from '../../kernel/domain.ts'
import { mount } from '../../kernel/mount.ts'
import { changeSpace, createSpace, setMember } from './change.ts'
import { enterableSpaces } from './find.ts'
import type { StoredSpace } from './model.ts'
import { presentSpace } from './present.ts'

export function mountSpaces({ router, live, bus }: Kernel): void {
  const shown = async (space: StoredSpace, viewer: Actor): Promise<Space> => {
    live.announce('space.changed', space._id, 'everyone')
    await bus.announce('space.changed', { spaceId: space._id })
    const record = presentSpace(space, viewer)
    if (!record) throw new Problem('gone', 'You have left this space')
    return record
  }
  mount(router, spaceRoutes.list, async (_input, actor) =>
    (await enterableSpaces(actor)).flatMap(space => presentSpace(space, actor) ?? []),
  )
  mount(router, spaceRoutes.create, async (input, actor) => shown(await createSpace(actor, input), actor))
  mount(router, spaceRoutes.change, async (input, actor) => shown(await changeSpace(actor, input), actor))
  mount(router, spaceRoutes.setMember, async (input, actor) => shown(await setMember(actor, input), actor))
}
