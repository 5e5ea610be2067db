import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import classes from './PageHeader.module.css'

/** The heading of a page and what can be done on it. */
export function PageHeader({
  title,
  text,
  children,
}: {
  title: string
  text?: ReactNode
  children?: ReactNode
}) {
  useDocumentTitle(`${title} · Colloquy`)
  return (
    <header className={classes['header']}>
      <div>
        <h1>{title}</h1>
        {text && <p>{text}</p>}
      </div>
      {children && <div className={classes['actions']}>{children}</div>}
    </header>
  )
}
