import type { DocumentState } from '@colloquy/shared/contract/documents'
import classes from './StateBadge.module.css'

/** Where a document is on its way to a decision: colour helps, the word tells. */
export function StateBadge({ state }: { state: DocumentState }) {
  return (
    <span className={classes['state']} data-state={state}>
      {state}
    </span>
  )
}
