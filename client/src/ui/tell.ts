import { explain } from '../api/call.ts'
import { createOpenings } from './openings.ts'

/** Opens with the first message; nobody loads the place for messages before there is one. */
export const notices = createOpenings()

/** Short messages about what just happened; a region that screen readers follow. */
export const tell = {
  done: (message: string) => {
    void show({ message, color: 'pine', autoClose: 4000 })
  },
  failure: (error: unknown) => {
    void show({ title: 'That did not work', message: explain(error), color: 'red', autoClose: 9000 })
  },
}

async function show(notice: { title?: string; message: string; color: string; autoClose: number }) {
  notices.open()
  const { notifications } = await import('@mantine/notifications')
  notifications.show(notice)
}
