import type { DecisionPage as Decision } from '@colloquy/shared/contract/decisions'
import { Problem } from '@colloquy/shared/contract/problems'
import { Button } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { useRead } from '../../api/query.ts'
import { decisionRoutes } from '../../api/routes.ts'
import { usePeople } from '../../api/session.ts'
import { NotFound } from '../../app/NotFound.tsx'
import { IconFileText } from '../../ui/icons.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { DecisionBadge } from './DecisionBadge.tsx'
import { DecisionNotice } from './DecisionNotice.tsx'
import classes from './DecisionPage.module.css'
import { dayIn } from './day.ts'
import { LinkDecision } from './LinkDecision.tsx'
import { RecordView } from './RecordView.tsx'

/** One decision: what it says, whether it still holds, and how it stands to others. */
export function DecisionPage() {
  const { decisionId = '' } = useParams()
  const decision = useRead(decisionRoutes.read, { decisionId })
  const { error } = decision
  if (error instanceof Problem && (error.code === 'missing' || error.code === 'invalid')) return <NotFound />
  return (
    <Page narrow>
      <Loading of={[decision]}>{decision.data && <Shown decision={decision.data} />}</Loading>
    </Page>
  )
}

function Shown({ decision }: { decision: Decision }) {
  const { key, title, state, date, decider, documentId, version, record, revisit } = decision
  const people = usePeople()
  const names = record?.decisionMakers.join(', ') || (decider && people.get(decider)?.name)
  return (
    <>
      <DecisionNotice decision={decision} />
      <PageHeader title={key ? `${key} · ${title}` : title}>
        {documentId && (
          <Button
            component={Link}
            to={`/d/${documentId}`}
            variant="default"
            leftSection={<IconFileText size={16} />}
          >
            Open the document
          </Button>
        )}
      </PageHeader>
      <p className={classes['facts']}>
        <DecisionBadge state={state} />
        {date && <time dateTime={date}>{dayIn(date)}</time>}
        {names && <span>Decided by {names}</span>}
        {version !== null && <span>Version {version}</span>}
      </p>
      {revisit && (
        <p className={classes['revisit']} data-due={decision.revisitDue || undefined}>
          {people.get(revisit.owner)?.name ?? 'Somebody who has left'} to look at it again{' '}
          {'on' in revisit ? `on ${dayIn(revisit.on)}` : `when ${revisit.when}`}.
        </p>
      )}
      {record && <RecordView record={record} />}
      <Relations decision={decision} />
    </>
  )
}

function Relations({ decision }: { decision: Decision }) {
  const { relations, abilities } = decision
  if (relations.length === 0 && !abilities.link) return null
  return (
    <section className={classes['section']} aria-labelledby="relations">
      <h2 id="relations">Among other decisions</h2>
      {relations.length > 0 && (
        <ul className={classes['relations']}>
          {relations.map(({ kind, key, decisionId, title }) => (
            <li key={`${kind} ${key}`}>
              <span className={classes['kind']}>{kind}</span>{' '}
              {decisionId ? (
                <Link to={`/decisions/${decisionId}`}>
                  {key}
                  {title && ` · ${title}`}
                </Link>
              ) : (
                key
              )}
            </li>
          ))}
        </ul>
      )}
      {abilities.link && <LinkDecision decision={decision} />}
    </section>
  )
}
