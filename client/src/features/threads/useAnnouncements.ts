import type { Person } from '@colloquy/shared/contract/accounts'
import type { Thread } from '@colloquy/shared/contract/threads'
import { useEffect, useRef, useState } from 'react'
import { announcements } from './announcements.ts'

/** What others just did, for a region that screen readers follow. `threads` is undefined until they are loaded. */
export function useAnnouncements(
  threads: readonly Thread[] | undefined,
  accountId: string,
  people: ReadonlyMap<string, Person>,
): string {
  const seen = useRef<readonly Thread[] | undefined>(undefined)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const before = seen.current
    seen.current = threads
    if (!before || !threads || before === threads) return
    const news = announcements(before, threads, accountId, author => people.get(author)?.name ?? 'Somebody')
    if (news.length > 0) setSaid(news.join('. '))
  }, [threads, accountId, people])
  return said
}
