import { Kbd, UnstyledButton } from '@mantine/core'
import { NavLink } from 'react-router'
import { useRead } from '../api/query.ts'
import { spaceRoutes } from '../api/routes.ts'
import { openCommands } from '../features/commands/open.ts'
import { NewSpaceButton } from '../features/spaces/NewSpaceButton.tsx'
import { commandKey } from '../ui/commandKey.ts'
import { IconFileText, IconListCheck, IconSearch, IconUsers } from '../ui/icons.ts'
import { AccountMenu } from './AccountMenu.tsx'
import classes from './Sidebar.module.css'

export function Sidebar() {
  const { data: spaces } = useRead(spaceRoutes.list, {})
  return (
    <div className={classes['side']}>
      <UnstyledButton className={classes['search']} onClick={openCommands}>
        <IconSearch size={16} />
        <span>Search or go to…</span>
        <Kbd size="xs">{commandKey} K</Kbd>
      </UnstyledButton>
      <nav aria-label="Main" className={classes['nav']}>
        <NavLink to="/" end className={classes['link'] ?? ''}>
          <IconFileText size={17} /> Documents
        </NavLink>
        <NavLink to="/decisions" className={classes['link'] ?? ''}>
          <IconListCheck size={17} /> Decisions
        </NavLink>
        <NavLink to="/people" className={classes['link'] ?? ''}>
          <IconUsers size={17} /> People
        </NavLink>
        <div className={classes['heading']}>
          <h2>Spaces</h2>
          <NewSpaceButton />
        </div>
        {spaces?.map(space => (
          <NavLink key={space.spaceId} to={`/spaces/${space.spaceId}`} className={classes['link'] ?? ''}>
            <span className={classes['prefix']}>{space.prefix}</span>
            <span className={classes['name']}>{space.name}</span>
          </NavLink>
        ))}
      </nav>
      <AccountMenu />
    </div>
  )
}
