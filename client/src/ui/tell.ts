import { notifications } from '@mantine/notifications'
import { explain } from '../api/call.ts'

/** Short messages about what just happened; a region that screen readers follow. */
export const tell = {
  done: (message: string) => {
    notifications.show({ message, color: 'pine', autoClose: 4000 })
  },
  failure: (error: unknown) => {
    notifications.show({ title: 'That did not work', message: explain(error), color: 'red', autoClose: 9000 })
  },
}
