import type { ReviewRecord, SentAct } from '@colloquy/shared/contract/reviews'
import { useQueryClient } from '@tanstack/react-query'
import { apply } from '../../api/apply.ts'
import { useRead, useWrite } from '../../api/query.ts'
import { reviewRoutes } from '../../api/routes.ts'

/** The review of a document as the viewer sees it, kept true by live events; null while there is none. */
export const useReview = (documentId: string) => useRead(reviewRoutes.read, { documentId })

/** Does acts of a review. What comes back is the whole review after the act, and goes straight into the cache. */
export function useAct(documentId: string, done: () => void) {
  const cache = useQueryClient()
  const write = useWrite(
    reviewRoutes.act,
    record => {
      apply(cache, 'review.changed', record)
      done()
    },
    { quiet: true },
  )
  return {
    send: (act: SentAct) => write.mutate({ documentId, act }),
    isSending: write.isPending,
    problem: write.error,
  }
}

/** How many things in a review wait for this person. */
export function waitingFor(record: ReviewRecord, me: string): number {
  return record.missing.lines.filter(({ owes }) =>
    owes.some(owed =>
      owed.kind === 'person'
        ? owed.personId === me || owed.delegates.includes(me)
        : owed.people.some(({ personId, delegates }) => personId === me || delegates.includes(me)),
    ),
  ).length
}
