import { Ago } from '../../ui/Ago.tsx'
import { Acts } from './Acts.tsx'
import { answerAdvice, giveAdvice } from './asks/advice.ts'
import classes from './Concerns.module.css'
import { Part } from './Part.tsx'
import { nameOf, offerOf, type Scene } from './scene.ts'
import { isoOf } from './when.ts'

/** What people advised and what became of it. Stands here where the rule asks for answers, or where somebody gave some. */
export function Advice({ scene }: { scene: Scene }) {
  const { review, offered } = scene.record
  const given = Object.values(review.advice).sort((a, b) => a.at - b.at)
  const isAsked = review.policy.answerAdvice && offerOf(offered, 'give advice')
  if (given.length === 0 && !isAsked) return null
  return (
    <Part title="Advice" count={given.filter(({ answer }) => answer === null).length}>
      <ul className={classes['list']} aria-label="Advice">
        {given.map(({ adviceId, from, at, text, answer }) => (
          <li key={adviceId} className={classes['card']}>
            <span className={classes['step']}>
              <b>{nameOf(scene, from)}</b> advised <Ago time={isoOf(at)} />
            </span>
            <span className={classes['said']}>{text}</span>
            {answer ? (
              <>
                <span className={classes['step']}>
                  <b>{nameOf(scene, answer.by)}</b> answered <Ago time={isoOf(answer.at)} />
                </span>
                <span className={classes['said']}>{answer.text}</span>
              </>
            ) : (
              <Acts asks={[answerAdvice]} offers={offered} scene={scene} id={adviceId} subtle />
            )}
          </li>
        ))}
      </ul>
      <Acts asks={[giveAdvice]} offers={offered} scene={scene} />
    </Part>
  )
}
