import { type MissingLine, textOf } from '@colloquy/shared/review/missing-line'
import { outcomeOf } from '@colloquy/shared/review/states'
import { IconCheck } from '../../ui/icons.ts'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import classes from './MissingList.module.css'
import { Part } from './Part.tsx'
import { nameOf, namesOf, type Scene } from './scene.ts'
import { dayOf, momentOf } from './when.ts'

/** What has to happen before the outcome may be published, and who owes it. */
export function MissingList({ scene }: { scene: Scene }) {
  const { stage } = scene.record.review
  const { disposition, lines } = scene.record.missing
  if ('outcome' in stage || stage.state === 'withdrawn') return null
  return (
    <Part title={`Still missing to be ${outcomeOf[disposition]}`} count={lines.length}>
      {lines.length === 0 ? (
        <p className={classes['done']}>
          <IconCheck size={16} aria-hidden /> Nothing. The outcome can be published.
        </p>
      ) : (
        <ul className={classes['list']} aria-label="Still missing">
          {lines.map(line => (
            <Line key={`${line.code} ${line.about} ${JSON.stringify(line.owes)}`} line={line} scene={scene} />
          ))}
        </ul>
      )}
    </Part>
  )
}

type OwedPerson = { personId: string; delegates: string[]; away: { until: number | null } | null }

function Line({ line, scene }: { line: MissingLine; scene: Scene }) {
  const subject = subjectOf(line, scene)
  return (
    <li className={classes['line']}>
      <span className={classes['text']}>
        {textOf(line, momentOf)}
        {subject && <span className={classes['subject']}>{subject}</span>}
      </span>
      {line.owes.map(owed =>
        owed.kind === 'person' ? (
          <Owes key={owed.personId} person={owed} scene={scene} />
        ) : (
          <span key={owed.kind === 'space' ? owed.spaceId : owed.groupId} className={classes['owes']}>
            {owed.kind === 'space' && `Owners of ${scene.spaces.get(owed.spaceId) ?? 'another space'}: `}
            {owed.people.length === 0
              ? 'nobody'
              : namesOf(
                  scene,
                  owed.people.map(({ personId }) => personId),
                )}
          </span>
        ),
      )}
    </li>
  )
}

function Owes({ person, scene }: { person: OwedPerson; scene: Scene }) {
  const { personId, delegates, away } = person
  const known = scene.people.get(personId)
  return (
    <span
      className={classes['owes']}
      data-own={personId === scene.me || delegates.includes(scene.me) || undefined}
    >
      {known && <PersonAvatar person={known} size={18} label="" />}
      <span>
        {nameOf(scene, personId)}
        {away && (away.until ? `, away until ${dayOf(away.until)}` : ', away')}
        {delegates.length > 0 && `, or ${namesOf(scene, delegates)} in their place`}
      </span>
    </span>
  )
}

/** The concern or proposal a line is about, by what it is called. */
function subjectOf({ about }: MissingLine, { record: { review } }: Scene): string | null {
  if (about === null) return null
  return (
    review.concerns[about]?.title ?? review.proposals[about]?.question ?? review.advice[about]?.text ?? null
  )
}
