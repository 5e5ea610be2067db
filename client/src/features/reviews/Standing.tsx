import { holdOf } from '@colloquy/shared/review/review'
import { outcomeOf } from '@colloquy/shared/review/states'
import { Ago } from '../../ui/Ago.tsx'
import { StateBadge } from '../documents/StateBadge.tsx'
import { Acts } from './Acts.tsx'
import { processAsks } from './asks/process.ts'
import classes from './Standing.module.css'
import { nameOf, nameWithin, type Scene } from './scene.ts'
import { isoOf, momentOf } from './when.ts'

/** Where the document stands, by which rule it is decided, and what moves it on. */
export function Standing({ scene }: { scene: Scene }) {
  const { record } = scene
  const { review, rule, nextRule, answersUntil, missing } = record
  const { stage, proposed, policy } = review
  const hold = holdOf(review)
  // Of the three ways it can end, the one that is meant stands in front.
  const meant = processAsks.filter(({ act }) => !isEnding(act) || act === missing.disposition)
  const others = processAsks.filter(ask => !meant.includes(ask))
  return (
    <section aria-label="How it stands">
      <p className={classes['state']}>
        <StateBadge state={stage.state} />
        {'since' in stage && (
          <span>
            <Ago time={isoOf(stage.since)} />
          </span>
        )}
      </p>
      {proposed && stage.state !== 'draft' && !('outcome' in stage) && (
        <p className={classes['line']}>
          {nameOf(scene, proposed.by)} proposed that it be <b>{outcomeOf[proposed.disposition]}</b>.
        </p>
      )}
      {answersUntil !== null && (
        <p className={classes['line']}>
          Time to answer until <b>{momentOf(answersUntil)}</b>.
        </p>
      )}
      {stage.state === 'final comment' && 'pausedAt' in stage.period && (
        <p className={classes['line']}>
          The final comment period stands still since {momentOf(stage.period.pausedAt)}.
        </p>
      )}
      {hold && (
        <p className={classes['hold']}>
          On hold by {nameWithin(scene, hold.by)}: {hold.reason}
        </p>
      )}
      <p className={classes['rule']}>
        <span className={classes['name']}>Rule · {policy.name}</span>
        {rule}
      </p>
      {nextRule && (
        <p className={classes['rule']}>
          <span className={classes['name']}>From the next final comment period on</span>
          {nextRule}
        </p>
      )}
      <Acts
        asks={[...meant, ...others]}
        offers={record.offered}
        scene={scene}
        front={stage.state === 'draft' ? 1 : 2}
        more="More about the process"
      />
    </section>
  )
}

const isEnding = (act: string): act is keyof typeof outcomeOf => act in outcomeOf
