import { Button } from '@mantine/core'
import classes from './DeliveryNote.module.css'
import type { Delivery } from './outbox.ts'

/** Where a comment is on its way to the server, and what to do when it did not get there. */
export function DeliveryNote({
  delivery,
  resend,
  takeBack,
}: {
  delivery: Delivery
  resend: () => void
  takeBack: () => void
}) {
  if (delivery.state === 'sending') return <p className={classes['sending']}>Sending…</p>
  return (
    <div className={classes['failed']} role="alert">
      <p>Not sent, but kept here. {delivery.reason}</p>
      <Button size="compact-xs" onClick={resend}>
        Send again
      </Button>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={takeBack}>
        Edit
      </Button>
    </div>
  )
}
