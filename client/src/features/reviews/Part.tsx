import { type ReactNode, useId } from 'react'
import classes from './ReviewPanel.module.css'

/** One subject of the review panel. */
export function Part({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  const heading = useId()
  return (
    <section className={classes['part']} aria-labelledby={heading}>
      <h2>
        <span id={heading}>{title}</span>
        {count ? <span className={classes['count']}>{count}</span> : null}
      </h2>
      {children}
    </section>
  )
}

/** One that is folded away until it is wanted. */
export function FoldedPart({
  title,
  open,
  children,
}: {
  title: string
  open: (isOpen: boolean) => void
  children: ReactNode
}) {
  return (
    <details className={classes['part']} onToggle={event => open(event.currentTarget.open)}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
