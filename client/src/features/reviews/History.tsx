import { useState } from 'react'
import { useRead } from '../../api/query.ts'
import { reviewRoutes } from '../../api/routes.ts'
import { Ago } from '../../ui/Ago.tsx'
import { Loading } from '../../ui/Loading.tsx'
import classes from './Concerns.module.css'
import { FoldedPart } from './Part.tsx'
import { nameOf, type Scene } from './scene.ts'
import { isoOf } from './when.ts'

/** The log of the review, newest first. It is read only when somebody looks. */
export function History({ scene }: { scene: Scene }) {
  const [isOpen, open] = useState(false)
  return (
    <FoldedPart title="History" open={open}>
      {isOpen && <Events scene={scene} />}
    </FoldedPart>
  )
}

const LATEST = 200

function Events({ scene }: { scene: Scene }) {
  const { documentId, review } = scene.record
  const events = useRead(reviewRoutes.events, {
    documentId,
    after: Math.max(0, review.revision - LATEST),
    limit: LATEST,
  })
  return (
    <Loading of={[events]}>
      <ol className={classes['steps']} aria-label="What happened, latest first">
        {events.data?.toReversed().map(({ sequence, type, actor, at }) => (
          <li key={sequence}>
            <span className={classes['step']}>
              <b>{nameOf(scene, actor)}</b> · {type.replace('.', ' ')} <Ago time={isoOf(at)} />
            </span>
          </li>
        ))}
      </ol>
    </Loading>
  )
}
