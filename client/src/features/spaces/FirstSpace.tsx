import { PageHeader } from '../../ui/PageHeader.tsx'
import classes from './FirstSpace.module.css'
import { SpaceForm } from './SpaceForm.tsx'

/** The second half of a first visit: every document lives in a space. */
export function FirstSpace() {
  return (
    <div className={classes['column']}>
      <PageHeader
        title="Open your first space"
        text="Documents live in spaces: a technical domain such as storage or API design, or simply your team. People, templates and decisions belong to it."
      />
      <SpaceForm />
    </div>
  )
}
