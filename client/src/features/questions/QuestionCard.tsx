import { personas } from '@colloquy/shared/forecast/personas'
import { UnstyledButton } from '@mantine/core'
import type { Placed } from './protocol.ts'
import classes from './QuestionCard.module.css'

/** One question: what would be asked, by whom, where, and why we think so. The whole card leads to the passage. */
export function QuestionCard({ finding, show }: { finding: Placed; show: (finding: Placed) => void }) {
  const [asker] = finding.personas
  return (
    <li className={classes['item']}>
      <UnstyledButton className={classes['card']} onClick={() => show(finding)} data-roving>
        <span className={classes['asker']}>
          {asker ? personas[asker].name : 'Readers'}
          {finding.section && <span className={classes['place']}> · {finding.section}</span>}
        </span>
        <span className={classes['question']}>{finding.question}</span>
        {finding.quote && <span className={classes['quote']}>{finding.quote}</span>}
        <span className={classes['reason']}>{finding.reason}</span>
      </UnstyledButton>
    </li>
  )
}
