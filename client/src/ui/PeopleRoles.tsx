import type { Role, SpaceRole } from '@colloquy/shared/contract/spaces'
import { Select } from '@mantine/core'
import { usePeople } from '../api/session.ts'
import { IconUsers } from './icons.ts'
import classes from './PeopleRoles.module.css'
import { PersonAvatar } from './PersonAvatar.tsx'
import { RoleMenu } from './RoleMenu.tsx'

/** People with a role in something, a way to add others, and what everyone else may do. */
export function PeopleRoles<R extends SpaceRole>({
  roles,
  held,
  mayChange,
  give,
  everyone,
}: {
  roles: readonly R[]
  held: { accountId: string; role: R }[]
  mayChange: boolean
  give: (accountId: string, role: R | null) => void
  everyone: {
    label: string
    roles: readonly Role[]
    value: Role | null
    none: string
    choose: (role: Role | null) => void
  }
}) {
  const people = usePeople()
  const listed = new Set(held.map(({ accountId }) => accountId))
  const others = [...people.values()].filter(({ accountId }) => !listed.has(accountId))
  // Commenting is what most people are asked for, and the least that lets them answer.
  const firstRole = roles.find(role => role === 'commenter') ?? roles[0] ?? null
  return (
    <div className={classes['people']}>
      {mayChange && others.length === 0 && (
        <p className={classes['note']}>Everybody is listed. Invite others on the People page.</p>
      )}
      {mayChange && others.length > 0 && (
        <Select
          aria-label="Add a person"
          placeholder="Add a person by name or email"
          data={others.map(({ accountId, name, email }) => ({
            value: accountId,
            label: `${name} · ${email}`,
          }))}
          value={null}
          searchable
          nothingFoundMessage="Nobody with that name. Invite them on the People page."
          onChange={accountId => accountId && give(accountId, firstRole)}
        />
      )}
      <ul className={classes['list']}>
        {held.map(({ accountId, role }) => {
          const person = people.get(accountId)
          if (!person) return null
          return (
            <li key={accountId}>
              <PersonAvatar person={person} label="" />
              <span className={classes['name']}>
                {person.name}
                <span className={classes['email']}>{person.email}</span>
              </span>
              <RoleMenu
                label={`Role of ${person.name}`}
                roles={roles}
                value={role}
                none="Remove"
                disabled={!mayChange}
                choose={next => give(accountId, next)}
              />
            </li>
          )
        })}
        <li>
          <span className={classes['all']}>
            <IconUsers size={15} />
          </span>
          <span className={classes['name']}>{everyone.label}</span>
          <RoleMenu
            label={`Role of ${everyone.label.toLowerCase()}`}
            roles={everyone.roles}
            value={everyone.value}
            none={everyone.none}
            disabled={!mayChange}
            choose={everyone.choose}
          />
        </li>
      </ul>
    </div>
  )
}
