import type { DocumentRecord } from '@colloquy/shared/contract/documents'
import { Tabs } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import type { Forecast } from '../questions/forecastFeed.ts'
import { QuestionsPanel } from '../questions/QuestionsPanel.tsx'
import classes from './Rail.module.css'

export type RailTab = 'questions' | 'comments'

/** Beside the text: what readers would ask, and what they said. */
export function Rail({
  editor,
  forecast,
  tab,
  setTab,
}: {
  record: DocumentRecord
  editor: Editor
  forecast: Forecast
  tab: RailTab
  setTab: (tab: RailTab) => void
}) {
  const questions = forecast?.findings.filter(({ shown }) => shown).length ?? 0
  return (
    <Tabs
      value={tab}
      onChange={value => setTab(value === 'comments' ? 'comments' : 'questions')}
      keepMounted={false}
      className={classes['rail'] ?? ''}
    >
      <Tabs.List className={classes['tabs'] ?? ''}>
        <Tabs.Tab
          value="questions"
          rightSection={<span className={classes['count']}>{questions || ''}</span>}
        >
          Questions
        </Tabs.Tab>
        <Tabs.Tab value="comments">Comments</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="questions" className={classes['panel'] ?? ''}>
        <QuestionsPanel editor={editor} forecast={forecast} />
      </Tabs.Panel>
      <Tabs.Panel value="comments" className={classes['panel'] ?? ''}>
        {null}
      </Tabs.Panel>
    </Tabs>
  )
}
