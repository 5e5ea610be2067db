import type { DecisionSummary } from '@colloquy/shared/contract/decisions'
import { Link } from 'react-router'
import { usePeople } from '../../api/session.ts'
import table from '../documents/DocumentList.module.css'
import { DecisionBadge } from './DecisionBadge.tsx'
import classes from './DecisionList.module.css'
import { dayIn } from './day.ts'

/** Decisions as rows, one link each. What no longer holds says so before anything else. */
export function DecisionList({ decisions }: { decisions: DecisionSummary[] }) {
  const people = usePeople()
  return (
    <table className={table['table']}>
      <thead>
        <tr>
          <th scope="col">Decision</th>
          <th scope="col">State</th>
          <th scope="col">Decided by</th>
          <th scope="col">Date</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map(
          ({ decisionId, key, title, state, notice, decider, decisionMakers, date, revisitDue }) => (
            <tr key={decisionId}>
              <th scope="row">
                <span className={classes['words']}>
                  {notice && <span className={classes['notice']}>{notice}</span>}
                  <Link to={`/decisions/${decisionId}`} className={table['title']}>
                    {key && <span className={classes['key']}>{key}</span>} {title}
                  </Link>
                </span>
              </th>
              <td>
                <DecisionBadge state={state} />
                {revisitDue && <span className={classes['due']}>Look again</span>}
              </td>
              <td className={table['space']}>
                {(decider && people.get(decider)?.name) ?? decisionMakers.join(', ')}
              </td>
              <td className={table['time']}>{date && <time dateTime={date}>{dayIn(date)}</time>}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}
