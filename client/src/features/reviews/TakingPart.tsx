import type { SeatCountRecord } from '@colloquy/shared/contract/reviews'
import type { Review } from '@colloquy/shared/review/review'
import { answerTexts } from '@colloquy/shared/review/seats'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import { Acts } from './Acts.tsx'
import { contestEdit, dismissVerdict, endDelegation, peopleAsks, removeApprover } from './asks/people.ts'
import { Part } from './Part.tsx'
import { nameOf, namesOf, nameWithin, type Scene } from './scene.ts'
import classes from './TakingPart.module.css'
import { dayOf } from './when.ts'

/** Who takes part and what they have answered. */
export function TakingPart({ scene }: { scene: Scene }) {
  const { record } = scene
  const { review, seats, offered } = record
  return (
    <Part title="Taking part">
      <dl className={classes['roles']}>
        <Role name="Driver" people={[review.driver]} scene={scene} />
        <Role name="Decider" people={review.decider ? [review.decider] : []} scene={scene} />
        <Role name="Authors" people={review.authors} scene={scene} />
        <Role name="Contributors" people={review.contributors} scene={scene} />
        <Role name="Informed" people={review.informed} scene={scene} />
      </dl>
      {seats.length > 0 && (
        <ul className={classes['seats']} aria-label="Approvers">
          {seats.map(seat => (
            <Seat key={seat.seatId} seat={seat} scene={scene} />
          ))}
        </ul>
      )}
      {Object.values(review.delegations)
        .filter(({ ended }) => ended === null)
        .map(({ delegationId, from, to, until }) => (
          <div key={delegationId} className={classes['aside']}>
            {nameOf(scene, to)} may answer for {nameWithin(scene, from)} until {dayOf(until)}.
            <Acts asks={[endDelegation]} offers={offered} scene={scene} id={delegationId} subtle />
          </div>
        ))}
      {uncontested(review).map(({ editId, by, at }) => (
        <div key={editId} className={classes['aside']}>
          {nameOf(scene, by)} marked an edit of {dayOf(at)} as editorial.
          <Acts asks={[contestEdit]} offers={offered} scene={scene} id={editId} subtle />
        </div>
      ))}
      <Acts asks={peopleAsks} offers={offered} scene={scene} front={1} more="Change who takes part" />
    </Part>
  )
}

function Role({ name, people, scene }: { name: string; people: readonly string[]; scene: Scene }) {
  if (people.length === 0) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{namesOf(scene, people)}</dd>
    </div>
  )
}

const answers = {
  none: 'Not yet',
  approved: 'Approved',
  stale: 'Look again',
  changes: 'Changes',
  abstained: 'Abstained',
  excluded: 'Not counted',
  vacant: 'Nobody left',
} as const satisfies Record<SeatCountRecord['answer'], string>

function Seat({ seat, scene }: { seat: SeatCountRecord; scene: Scene }) {
  const { review, offered } = scene.record
  const holder = review.seats[seat.seatId]?.holder
  const isSpace = holder?.kind === 'space'
  const people =
    seat.people.length > 0 || holder?.kind !== 'person'
      ? seat.people
      : [{ personId: holder.personId, answer: 'none' as const }]
  return (
    <li className={classes['seat']} title={answerTexts[seat.answer]}>
      {isSpace && (
        <p className={classes['space']}>
          Owners of {scene.spaces.get(holder.spaceId) ?? 'another space'}
          {seat.needs > 1 && ` · ${seat.approvals} of ${seat.needs}`}
        </p>
      )}
      {people.map(({ personId, answer }) => (
        <div key={personId}>
          <p className={classes['person']}>
            <Face personId={personId} scene={scene} />
            <span className={classes['name']}>{nameOf(scene, personId)}</span>
            <Answer answer={seat.answer === 'excluded' ? 'excluded' : answer} />
          </p>
          <Said personId={personId} scene={scene} />
        </div>
      ))}
      {people.length === 0 && <Answer answer={seat.answer} />}
      {!isSpace && (
        <div className={classes['remove']}>
          <Acts asks={[removeApprover]} offers={offered} scene={scene} id={seat.seatId} subtle />
        </div>
      )}
    </li>
  )
}

function Answer({ answer }: { answer: SeatCountRecord['answer'] }) {
  return (
    <span className={classes['answer']} data-answer={answer}>
      {answers[answer]}
    </span>
  )
}

function Face({ personId, scene }: { personId: string; scene: Scene }) {
  const person = scene.people.get(personId)
  return person ? <PersonAvatar person={person} size={22} label="" /> : null
}

/** What somebody wrote with their latest answer, and what became of it. */
function Said({ personId, scene }: { personId: string; scene: Scene }) {
  const { review, offered } = scene.record
  const last = Object.values(review.verdicts)
    .filter(verdict => verdict.personId === personId)
    .sort((a, b) => b.revision - a.revision)[0]
  if (!last) return null
  const isRequest = last.kind === 'request changes' && last.ended === null
  return (
    <div className={classes['said']}>
      {last.givenBy !== personId && <p>Answered by {nameWithin(scene, last.givenBy)}</p>}
      {last.reason && <p>{last.reason}</p>}
      {last.ended?.how === 'dismissed' && (
        <p>
          Dismissed by {nameWithin(scene, last.ended.by)}: {last.ended.reason}
        </p>
      )}
      {isRequest && (
        <Acts asks={[dismissVerdict]} offers={offered} scene={scene} id={last.verdictId} subtle />
      )}
    </div>
  )
}

const uncontested = ({ edits }: Review) =>
  Object.values(edits).filter(({ editorial, contested }) => editorial && contested === null)
