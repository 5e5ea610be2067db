import type { ReactNode } from 'react'
import classes from './Empty.module.css'

/** What stands where nothing is yet: what would be here, and what to do next. */
export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className={classes['empty']}>
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div className={classes['actions']}>{children}</div>}
    </section>
  )
}
