import { Link } from 'react-router'
import classes from './OutcomeView.module.css'
import { Part } from './Part.tsx'
import { nameOf, nameWithin, type Scene } from './scene.ts'
import { dayOf } from './when.ts'

/** What was decided, why, against whom, and where its record is. */
export function OutcomeView({ scene }: { scene: Scene }) {
  const { documentId, review } = scene.record
  const { stage } = review
  if (stage.state === 'withdrawn') {
    return (
      <Part title="Withdrawn">
        <p className={classes['reason']}>{stage.mark.reason}</p>
        <p className={classes['facts']}>
          {nameOf(scene, stage.mark.by)}, {dayOf(stage.mark.at)}
        </p>
      </Part>
    )
  }
  if (!('outcome' in stage)) return null
  const { state, by, at, reason, version, dissent, revisit, number } = stage.outcome
  return (
    <Part title="Outcome">
      <p className={classes['reason']}>{reason}</p>
      <p className={classes['facts']}>
        <span className={classes['state']}>{state}</span> by {nameWithin(scene, by)} on {dayOf(at)}, version{' '}
        {version}
      </p>
      {stage.state === 'deprecated' && <p className={classes['facts']}>Deprecated: {stage.reason}</p>}
      {revisit && (
        <p className={classes['facts']}>
          {nameOf(scene, revisit.owner)} to look at it again{' '}
          {'on' in revisit ? `on ${dayOf(Date.parse(revisit.on))}` : `when ${revisit.when}`}
        </p>
      )}
      {dissent.length > 0 && (
        <ul className={classes['dissent']} aria-label="Dissent">
          {dissent.map(({ personId, kind, about, text }) => (
            <li key={`${personId} ${kind} ${about}`}>
              <b>{nameOf(scene, personId)}</b> · {kind}, {about}
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      {number !== null && <Link to={`/decisions/${documentId}`}>Read the record</Link>}
    </Part>
  )
}
