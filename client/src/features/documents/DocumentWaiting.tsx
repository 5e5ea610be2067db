import { Skeleton, VisuallyHidden } from '@mantine/core'
import classes from './DocumentScreen.module.css'
import titleClasses from './DocumentTitle.module.css'

/** The shape of a document while it is on its way, so that nothing jumps when it arrives. */
export function DocumentWaiting({ title }: { title: string | undefined }) {
  return (
    <main id="main" tabIndex={-1} className={classes['waiting']}>
      <VisuallyHidden role="status">Loading the document</VisuallyHidden>
      <h1 className={titleClasses['title']}>{title ?? <Skeleton height={40} width="60%" />}</h1>
      {[92, 98, 87, 95, 60].map(width => (
        <Skeleton key={width} height={15} width={`${width}%`} mt={18} />
      ))}
    </main>
  )
}
