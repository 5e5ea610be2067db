import type { DocumentRecord } from '@colloquy/shared/contract/documents'
import { templateRoutes } from '@colloquy/shared/contract/templates'
import type { CollaborationProvider } from '@colloquy/shared/sync/provider'
import { useHotkeys } from '@mantine/hooks'
import { EditorContent } from '@tiptap/react'
import { useMemo, useState } from 'react'
import { useRead } from '../../api/query.ts'
import { useSignedIn } from '../../api/session.ts'
import { ChoiceList } from '../../editor/choices/ChoiceList.tsx'
import { createPopup } from '../../editor/choices/popup.ts'
import { FormatBar } from '../../editor/FormatBar.tsx'
import { SelectionMenu } from '../../editor/SelectionMenu.tsx'
import { useTextEditor } from '../../editor/useTextEditor.ts'
import { presenceColor } from '../../ui/presenceColor.ts'
import { forecastOptions } from '../questions/options.ts'
import { passages } from '../questions/passages.ts'
import { useForecast } from '../questions/useForecast.ts'
import { DocumentHeader } from './DocumentHeader.tsx'
import classes from './DocumentScreen.module.css'
import { DocumentTitle } from './DocumentTitle.tsx'
import { Outline } from './Outline.tsx'
import { Rail, type RailTab } from './Rail.tsx'

/** The document page: outline, text, rail. */
export function DocumentScreen({
  record,
  provider,
}: {
  record: DocumentRecord
  provider: CollaborationProvider
}) {
  const { person } = useSignedIn()
  const [popup] = useState(createPopup)
  const [tab, setTab] = useState<RailTab>('questions')
  const writer = { accountId: person.accountId, name: person.name, color: presenceColor(person.hue) }
  const editor = useTextEditor({
    provider,
    writer,
    editable: record.abilities.edit,
    popup,
    extra: [passages],
  })
  const { data: templates } = useRead(templateRoutes.list, {})
  const options = useMemo(
    () =>
      forecastOptions(
        record.audience,
        templates?.find(({ templateId }) => templateId === record.templateId),
      ),
    [record.audience, record.templateId, templates],
  )
  const forecast = useForecast(editor, options)
  useHotkeys(
    [
      ['alt+T', () => editor?.commands.focus()],
      ['alt+O', () => focusIn('outline')],
      ['alt+Q', () => openRail('questions', setTab)],
      ['alt+C', () => openRail('comments', setTab)],
    ],
    [],
    true,
  )
  if (!editor) return null
  return (
    <div className={classes['page']}>
      <DocumentHeader record={record} provider={provider} />
      <nav id="outline" aria-label="Outline" className={classes['outline']}>
        <Outline editor={editor} />
      </nav>
      <main id="main" tabIndex={-1} className={classes['main']}>
        {editor.isEditable && (
          <div className={classes['tools']}>
            <FormatBar editor={editor} />
          </div>
        )}
        <article className={classes['paper']}>
          <DocumentTitle record={record} />
          <EditorContent editor={editor} />
        </article>
        <SelectionMenu editor={editor} />
        <ChoiceList popup={popup} />
      </main>
      <aside id="rail" aria-label="Questions and comments" className={classes['rail']}>
        <Rail record={record} editor={editor} forecast={forecast} tab={tab} setTab={setTab} />
      </aside>
    </div>
  )
}

function focusIn(id: string) {
  const place = document.getElementById(id)
  place?.querySelector<HTMLElement>('[data-roving], a[href], [role=tab][aria-selected=true]')?.focus()
}

function openRail(tab: RailTab, setTab: (tab: RailTab) => void) {
  setTab(tab)
  // The panel is there after React has shown it.
  requestAnimationFrame(() => focusIn('rail'))
}
