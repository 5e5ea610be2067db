import { Acts } from './Acts.tsx'
import { answerAsks } from './asks/answers.ts'
import { Part } from './Part.tsx'
import classes from './ReviewPanel.module.css'
import { nameOf, offerOf, type Scene } from './scene.ts'
import { dayOf } from './when.ts'

/** What the reader themselves is asked for, and what they have said. */
export function OwnPart({ scene }: { scene: Scene }) {
  const { record } = scene
  const isAsked =
    offerOf(record.offered, 'give verdict') || offerOf(record.offered, 'rejoin')?.refusal === null
  if (!isAsked) return null
  return (
    <Part title="Your part">
      <p className={classes['note']}>{standing(scene)}</p>
      <Acts asks={answerAsks} offers={record.offered} scene={scene} front={3} more="Other answers" />
    </Part>
  )
}

const said = {
  none: 'Your verdict is asked for.',
  approved: 'You approved this text.',
  stale: 'The text has changed since you approved it. Please look again.',
  changes: 'You asked for changes. Answer again when they are made.',
  abstained: 'You abstained, or your request was dismissed.',
} as const

function standing(scene: Scene): string {
  const { record, me } = scene
  if (me in record.review.recusals) return 'You have stepped aside and are not counted.'
  const own = record.seats.flatMap(({ people }) => people).find(({ personId }) => personId === me)
  const lent = Object.values(record.review.delegations).filter(({ ended }) => ended === null)
  const by = lent.find(({ from }) => from === me)
  const stale = own?.staleSections.flatMap(
    changed => record.review.sections.find(({ sectionId }) => sectionId === changed)?.title || [],
  )
  return [
    ...(own
      ? [said[own.answer]]
      : lent.filter(({ to }) => to === me).map(({ from }) => `You may answer for ${nameOf(scene, from)}.`)),
    ...(stale && stale.length > 0 ? [`Changed: ${stale.join(', ')}.`] : []),
    ...(by ? [`${nameOf(scene, by.to)} may answer for you until ${dayOf(by.until)}.`] : []),
    ...(me in record.review.absences ? ['You are marked as away.'] : []),
  ].join(' ')
}
