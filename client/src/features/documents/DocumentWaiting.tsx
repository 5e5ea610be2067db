import classes from './DocumentScreen.module.css'
import titleClasses from './DocumentTitle.module.css'

/** Where a document will be, while it is on its way. */
export function DocumentWaiting({ title }: { title: string | undefined }) {
  return (
    <div className={classes['page']}>
      <div className={classes['header']} />
      <main id="main" tabIndex={-1} className={classes['main']}>
        <div className={classes['tools']} />
        <article className={classes['paper']}>
          <h1 className={titleClasses['title']}>{title ?? 'Loading…'}</h1>
          <p role="status" className={classes['waiting']}>
            Loading the text…
          </p>
        </article>
      </main>
    </div>
  )
}
