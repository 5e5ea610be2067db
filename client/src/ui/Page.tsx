import type { ReactNode } from 'react'
import classes from './Page.module.css'

/** The content column of a page inside the shell. */
export function Page({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return <div className={narrow ? classes['narrow'] : classes['wide']}>{children}</div>
}
