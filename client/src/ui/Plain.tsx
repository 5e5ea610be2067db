import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { Mark } from './Mark.tsx'
import classes from './Plain.module.css'

/** A page with one thing on it: a message or a short form, in a narrow column. */
export function Plain({ title, text, children }: { title: string; text?: ReactNode; children?: ReactNode }) {
  useDocumentTitle(`${title} · Colloquy`)
  return (
    <main id="main" tabIndex={-1} className={classes['page']}>
      <div className={classes['column']}>
        <Mark />
        <h1 className={classes['title']}>{title}</h1>
        {text && <p className={classes['text']}>{text}</p>}
        {children}
      </div>
    </main>
  )
}
