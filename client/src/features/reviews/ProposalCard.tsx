import type { ReviewRecord } from '@colloquy/shared/contract/reviews'
import { openRound, positions } from '@colloquy/shared/review/stances'
import { Acts } from './Acts.tsx'
import { proposalAsks } from './asks/proposals.ts'
import classes from './Proposals.module.css'
import { nameOf, namesOf, nameWithin, type Scene } from './scene.ts'
import { momentOf } from './when.ts'

type Standing = ReviewRecord['proposals'][number]

/** One proposal: its question, how far the round is, where people stand, and what was decided. */
export function ProposalCard({ standing, scene }: { standing: Standing; scene: Scene }) {
  const { proposalId, question, round, hidden, silent, distribution } = standing
  const proposal = scene.record.review.proposals[proposalId]
  if (!proposal) return null
  const { outcome, options, decider } = proposal
  const running = openRound(proposal)
  const own = standing.cells[scene.me]
  return (
    <article className={classes['card']} aria-label={`Proposal: ${question}`}>
      <h3 className={classes['question']}>{question}</h3>
      <p className={classes['facts']}>
        {outcome
          ? `Decided by ${nameWithin(scene, outcome.by)}`
          : running
            ? `Round ${round}${running.blind ? ', blind' : ''} · until ${momentOf(running.endsAt)}`
            : `Round ${round} is over · ${nameOf(scene, decider)} ${decider === scene.me ? 'write' : 'writes'} the outcome`}
      </p>
      {options.length > 0 && (
        <ul className={classes['options']} aria-label="Options">
          {options.map(option => (
            <li key={option}>{option}</li>
          ))}
        </ul>
      )}
      {outcome && (
        <div className={classes['outcome']}>
          {outcome.option && <p className={classes['chosen']}>{outcome.option}</p>}
          <p>{outcome.text}</p>
          {Object.entries(outcome.answers).map(([personId, answer]) => (
            <p key={personId}>
              <b>To {nameWithin(scene, personId)}, who blocked:</b> {answer}
            </p>
          ))}
        </div>
      )}
      {own?.position && (
        <p className={classes['own']}>
          Your stance: <b>{own.position}</b>
        </p>
      )}
      {hidden ? (
        <p className={classes['facts']}>
          What the others say is hidden until you have taken your own stance.
        </p>
      ) : (
        <ul className={classes['distribution']} aria-label="Where people stand">
          {positions
            .filter(position => distribution[position] > 0)
            .map(position => (
              <li key={position} data-position={position}>
                <b>{distribution[position]}</b> {position}
              </li>
            ))}
        </ul>
      )}
      {running && silent.length > 0 && (
        <p className={classes['facts']}>Yet to answer: {namesOf(scene, silent)}</p>
      )}
      <Acts
        asks={proposalAsks}
        offers={standing.offered}
        scene={scene}
        id={proposalId}
        front={1}
        more={`More about “${question}”`}
      />
    </article>
  )
}
