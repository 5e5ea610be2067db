import type { DecisionPage } from '@colloquy/shared/contract/decisions'
import { Link } from 'react-router'
import { useRead } from '../../api/query.ts'
import { decisionRoutes } from '../../api/routes.ts'
import classes from './DecisionNotice.module.css'

/** What a reader has to know before the rest, with where to go instead. */
export function DecisionNotice({ decision }: { decision: DecisionPage }) {
  if (!decision.notice) return null
  const instead = decision.relations.filter(({ key }) => decision.readInstead.includes(key))
  return (
    <p className={classes['notice']} role="note">
      <b>{decision.notice}</b>{' '}
      {instead.map(
        ({ key, decisionId, title }) =>
          decisionId && (
            <Link key={key} to={`/decisions/${decisionId}`}>
              Read {key}
              {title && `, ${title}`}
            </Link>
          ),
      )}
    </p>
  )
}

/** The same over the text of the document that was decided on. */
export function DocumentNotice({ documentId }: { documentId: string }) {
  const { data } = useRead(decisionRoutes.read, { decisionId: documentId })
  return data ? <DecisionNotice decision={data} /> : null
}
