import type { DecisionSummary } from '@colloquy/shared/contract/decisions'
import classes from '../documents/StateBadge.module.css'

/** How a decision stands now, in the colours of documents. Imported records can still be proposed. */
export function DecisionBadge({ state }: { state: DecisionSummary['state'] }) {
  return (
    <span className={classes['state']} data-state={state}>
      {state}
    </span>
  )
}
