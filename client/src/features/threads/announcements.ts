import type { Thread } from '@colloquy/shared/contract/threads'

const EXCERPT = 140

/** What others did to the threads between two looks at them, one sentence each, for those who do not see it. */
export function announcements(
  before: readonly Thread[],
  after: readonly Thread[],
  accountId: string,
  nameOf: (accountId: string) => string,
): string[] {
  const known = new Map(before.map(thread => [thread.threadId, thread]))
  return after.flatMap(thread => {
    const earlier = known.get(thread.threadId)
    const heard = new Set(earlier?.comments.map(comment => comment.commentId))
    const said = thread.comments
      .filter(({ commentId, author, body }) => body !== null && author !== accountId && !heard.has(commentId))
      .map(({ author, body }, index) =>
        earlier || index > 0
          ? `${nameOf(author)} replied: ${excerpt(body ?? '')}`
          : `${nameOf(author)} commented on ${placeOf(thread)}: ${excerpt(body ?? '')}`,
      )
    return earlier ? [...said, ...closing(earlier, thread, accountId, nameOf)] : said
  })
}

function closing(
  before: Thread,
  after: Thread,
  accountId: string,
  nameOf: (accountId: string) => string,
): string[] {
  const { resolution } = after
  if (!before.resolution && resolution && resolution.by !== accountId) {
    return [`${nameOf(resolution.by)} resolved the thread on ${placeOf(after)}`]
  }
  return before.resolution && !resolution ? [`The thread on ${placeOf(after)} was reopened`] : []
}

const placeOf = ({ anchor }: Thread) => (anchor ? `“${excerpt(anchor.quote.exact)}”` : 'the document')

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line
}
