import { roles, type Space, spaceRole } from '@colloquy/shared/contract/spaces'
import { useQueryClient } from '@tanstack/react-query'
import { apply } from '../../api/apply.ts'
import { useWrite } from '../../api/query.ts'
import { spaceRoutes } from '../../api/routes.ts'
import { Panel } from '../../ui/Panel.tsx'
import { PeopleRoles } from '../../ui/PeopleRoles.tsx'

/** Who takes part in a space, and what everybody else may do in it. */
export function SpaceMembers({ space }: { space: Space }) {
  const cache = useQueryClient()
  const changed = (record: Space) => apply(cache, 'space.changed', record)
  const setMember = useWrite(spaceRoutes.setMember, changed)
  const change = useWrite(spaceRoutes.change, changed)
  const { spaceId } = space
  return (
    <Panel title="Members" text="A role here holds for every document of the space.">
      <PeopleRoles
        roles={spaceRole.options}
        held={space.members}
        mayChange={space.abilities.manage}
        give={(accountId, role) => setMember.mutate({ spaceId, accountId, role })}
        everyone={{
          label: 'Everyone else in the workspace',
          roles,
          value: space.everyone,
          none: 'No access',
          choose: role => change.mutate({ spaceId, everyone: role }),
        }}
      />
    </Panel>
  )
}
