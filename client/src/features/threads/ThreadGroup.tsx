import type { ReactNode } from 'react'
import classes from './ThreadGroup.module.css'

/** Threads under a heading that folds them away; nothing at all when there are none. */
export function ThreadGroup({
  title,
  count,
  isOpen,
  children,
}: {
  title: string
  count: number
  isOpen: boolean
  children: ReactNode
}) {
  if (count === 0) return null
  return (
    <details className={classes['group']} open={isOpen}>
      <summary>
        {title} <span className={classes['count']}>{count}</span>
      </summary>
      <ul className={classes['list']} aria-label={title}>
        {children}
      </ul>
    </details>
  )
}
