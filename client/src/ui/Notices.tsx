import '@mantine/notifications/styles.layer.css'
import { Notifications } from '@mantine/notifications'

/** Where short messages appear. Nobody waits for it, so it comes after the page itself. */
export function Notices() {
  return <Notifications position="bottom-center" limit={3} containerWidth={420} />
}
