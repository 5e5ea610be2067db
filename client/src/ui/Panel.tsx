import type { ReactNode } from 'react'
import classes from './Panel.module.css'

/** One subject on a settings page. */
export function Panel({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className={classes['panel']}>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children}
    </section>
  )
}
