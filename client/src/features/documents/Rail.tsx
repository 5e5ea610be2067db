import type { DocumentRecord } from '@colloquy/shared/contract/documents'
import { Drawer, Tabs } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { lazy, Suspense } from 'react'
import { useSignedIn } from '../../api/session.ts'
import type { ForecastFeed } from '../questions/forecastFeed.ts'
import { QuestionsPanel } from '../questions/QuestionsPanel.tsx'
import { useDocumentForecast } from '../questions/useDocumentForecast.ts'
import { useFindings } from '../questions/useForecast.ts'
import { useReview, waitingFor } from '../reviews/useReview.ts'
import { useOpenThreads } from '../threads/useOpenThreads.ts'
import classes from './Rail.module.css'
import { isRailTab, type RailState } from './useRail.ts'

const ThreadsPanel = lazy(async () => ({
  default: (await import('../threads/ThreadsPanel.tsx')).ThreadsPanel,
}))
const ReviewPanel = lazy(async () => ({
  default: (await import('../reviews/ReviewPanel.tsx')).ReviewPanel,
}))

type Props = { record: DocumentRecord; editor: Editor; rail: RailState }

/** Beside the text, or over it where there is no room: what readers would ask, what they said, how it gets decided. */
export function Rail({ record, editor, rail }: Props) {
  const panels = <Panels record={record} editor={editor} rail={rail} />
  if (!rail.narrow) {
    return (
      <aside id="rail" aria-label="Questions, comments and review" className={classes['side']}>
        {panels}
      </aside>
    )
  }
  return (
    <Drawer
      opened={rail.open}
      onClose={rail.hide}
      position="bottom"
      size="72%"
      title="Questions, comments and review"
      keepMounted
      classNames={{ body: classes['sheet'] ?? '', content: classes['sheetContent'] ?? '' }}
    >
      {panels}
    </Drawer>
  )
}

function Panels({ record, editor, rail }: Props) {
  const feed = useDocumentForecast(editor, record)
  const comments = useOpenThreads(record.documentId)
  const { accountId } = useSignedIn().person
  const { data: review } = useReview(record.documentId)
  return (
    <Tabs
      value={rail.tab}
      onChange={value => isRailTab(value) && rail.setTab(value)}
      keepMounted={false}
      className={classes['rail'] ?? ''}
    >
      <Tabs.List className={classes['tabs'] ?? ''}>
        <Tabs.Tab value="questions" rightSection={<LikelyQuestions feed={feed} />}>
          Questions
        </Tabs.Tab>
        <Tabs.Tab value="comments" rightSection={<Count of={comments} />}>
          Comments
        </Tabs.Tab>
        <Tabs.Tab value="review" rightSection={<Count of={review ? waitingFor(review, accountId) : 0} />}>
          Review
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="questions" className={classes['panel'] ?? ''}>
        <QuestionsPanel editor={editor} feed={feed} shown={rail.hide} />
      </Tabs.Panel>
      <Tabs.Panel value="comments" className={classes['panel'] ?? ''}>
        <Suspense>
          <ThreadsPanel documentId={record.documentId} editor={editor} shown={rail.hide} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="review" className={classes['panel'] ?? ''}>
        <Suspense>
          <ReviewPanel document={record} editor={editor} shown={rail.hide} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  )
}

function LikelyQuestions({ feed }: { feed: ForecastFeed | null }) {
  return <Count of={useFindings(feed)?.filter(({ shown }) => shown).length ?? 0} />
}

function Count({ of }: { of: number }) {
  return of > 0 ? <span className={classes['count']}>{of}</span> : null
}
