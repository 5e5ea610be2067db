import type { ReviewRecord } from '@colloquy/shared/contract/reviews'
import { isConcernOpen } from '@colloquy/shared/review/concerns'
import { Acts } from './Acts.tsx'
import { raiseConcern } from './asks/concerns.ts'
import { ConcernCard } from './ConcernCard.tsx'
import classes from './Concerns.module.css'
import { Part } from './Part.tsx'
import panel from './ReviewPanel.module.css'
import { offerOf, type Scene } from './scene.ts'

/** Every concern that was ever raised; those that are closed stay readable below the open ones. */
export function Concerns({ scene }: { scene: Scene }) {
  const { record } = scene
  const concerns = Object.values(record.review.concerns).sort((a, b) => a.raisedAt - b.raisedAt)
  const open = concerns.filter(isConcernOpen)
  const closed = concerns.filter(concern => !isConcernOpen(concern))
  if (concerns.length === 0 && !offerOf(record.offered, 'raise concern')) return null
  const cards = (listed: typeof concerns) =>
    listed.map(concern => (
      <li key={concern.concernId}>
        <ConcernCard concern={concern} standing={standingOf(record, concern.concernId)} scene={scene} />
      </li>
    ))
  return (
    <Part title="Concerns" count={open.length}>
      {open.length === 0 && (
        <p className={panel['note']}>
          No open concern. One that is raised blocks the outcome until it is closed.
        </p>
      )}
      {open.length > 0 && (
        <ul className={classes['list']} aria-label="Open concerns">
          {cards(open)}
        </ul>
      )}
      {closed.length > 0 && (
        <ul className={classes['list']} aria-label="Closed concerns">
          {cards(closed)}
        </ul>
      )}
      <Acts asks={[raiseConcern]} offers={record.offered} scene={scene} />
    </Part>
  )
}

const standingOf = ({ concerns }: ReviewRecord, concernId: string) =>
  concerns.find(concern => concern.concernId === concernId)
