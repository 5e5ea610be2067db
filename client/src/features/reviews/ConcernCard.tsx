import type { ReviewRecord } from '@colloquy/shared/contract/reviews'
import type { Concern, ConcernStatus } from '@colloquy/shared/review/concerns'
import { Ago } from '../../ui/Ago.tsx'
import { tell } from '../../ui/tell.ts'
import { Quote } from '../threads/Quote.tsx'
import { Acts } from './Acts.tsx'
import { concernAsks } from './asks/concerns.ts'
import classes from './Concerns.module.css'
import { stepsOf } from './concernSteps.ts'
import { quoteOf, showPassage } from './passage.ts'
import { nameOf, type Scene } from './scene.ts'
import { isoOf } from './when.ts'

const statuses = {
  raised: 'To be restated',
  restated: 'Restated: is that it?',
  understood: 'Understood',
  answered: 'Resolution proposed',
  overruling: 'Overruled, not seconded yet',
  withdrawn: 'Withdrawn',
  resolved: 'Resolved',
  overruled: 'Overruled',
} as const satisfies Record<ConcernStatus, string>

/** One concern with everything that was said about it, oldest first. */
export function ConcernCard({
  concern,
  standing,
  scene,
}: {
  concern: Concern
  standing: ReviewRecord['concerns'][number] | undefined
  scene: Scene
}) {
  const { title, anchor } = concern
  const quote = anchor && quoteOf(anchor)
  const show = () => {
    scene.shown()
    if (anchor && !showPassage(scene.editor, anchor)) tell.done('These words are not in the text any more.')
  }
  return (
    <article className={classes['card']} aria-label={`Concern: ${title}`}>
      <h3 className={classes['title']}>{title}</h3>
      {standing && (
        <p className={classes['status']} data-status={standing.status}>
          {statuses[standing.status]}
        </p>
      )}
      {quote && <Quote text={quote} show={show} />}
      <ol className={classes['steps']}>
        {stepsOf(concern).map(({ what, by, at, text }) => (
          <li key={`${what} ${at}`}>
            <span className={classes['step']}>
              <b>{nameOf(scene, by)}</b> {what} <Ago time={isoOf(at)} />
            </span>
            {text.map(part => (
              <span key={part} className={classes['said']}>
                {part}
              </span>
            ))}
          </li>
        ))}
      </ol>
      {standing && (
        <Acts
          asks={concernAsks}
          offers={standing.offered}
          scene={scene}
          id={concern.concernId}
          front={2}
          more={`More about “${title}”`}
        />
      )}
    </article>
  )
}
