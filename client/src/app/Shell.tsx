import { Burger, Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Suspense, useEffect } from 'react'
import { Outlet, useLocation } from 'react-router'
import { Mark } from '../ui/Mark.tsx'
import classes from './Shell.module.css'
import { Sidebar } from './Sidebar.tsx'

/** The frame of every page but the document’s own: where one can go on the left, the page on the right. */
export function Shell() {
  const [open, { toggle, close }] = useDisclosure()
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: reason: a change of page is what closes the drawer
  useEffect(close, [pathname, close])
  return (
    <div className={classes['shell']}>
      <section aria-label="Navigation" className={classes['bar']}>
        <Burger opened={open} onClick={toggle} size="sm" aria-label="Menu" />
        <Mark size={24} />
        <span className={classes['name']}>Colloquy</span>
      </section>
      <aside className={classes['side']}>
        <Sidebar />
      </aside>
      <Drawer opened={open} onClose={close} size={280} padding="md" title="Colloquy">
        <Sidebar />
      </Drawer>
      <main id="main" tabIndex={-1} className={classes['main']}>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}
