import type { DocumentRecord } from '@colloquy/shared/contract/documents'
import type { CollaborationProvider } from '@colloquy/shared/sync/provider'
import { useHotkeys } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { EditorContent } from '@tiptap/react'
import { lazy, Suspense } from 'react'
import { queryOf } from '../../api/query.ts'
import { accountRoutes, documentRoutes } from '../../api/routes.ts'
import { useSignedIn } from '../../api/session.ts'
import type { ShownText } from '../../editor/shownText.ts'
import { useTextEditor } from '../../editor/useTextEditor.ts'
import { presenceColor } from '../../ui/presenceColor.ts'
import { passages } from '../questions/passages.ts'
import { threadHighlights } from '../threads/threadHighlights.ts'
import classes from './DocumentScreen.module.css'
import { DocumentTitle } from './DocumentTitle.tsx'
import { NewerText } from './NewerText.tsx'
import { type RailTab, useRail } from './useRail.ts'

// The text comes first; what stands around it is loaded while it is already being read.
const DocumentHeader = lazy(async () => ({ default: (await import('./DocumentHeader.tsx')).DocumentHeader }))
const WritingTools = lazy(async () => ({ default: (await import('./WritingTools.tsx')).WritingTools }))
const Outline = lazy(async () => ({ default: (await import('./Outline.tsx')).Outline }))
const DocumentNotice = lazy(async () => ({
  default: (await import('../decisions/DecisionNotice.tsx')).DocumentNotice,
}))
const Rail = lazy(async () => ({ default: (await import('./Rail.tsx')).Rail }))

/** The document page: outline, text, rail. */
export function DocumentScreen({
  record,
  provider,
  text,
}: {
  record: DocumentRecord
  provider: CollaborationProvider
  text: ShownText
}) {
  const { person } = useSignedIn()
  const rail = useRail()
  const cache = useQueryClient()
  const editor = useTextEditor({
    provider,
    writer: { accountId: person.accountId, name: person.name, color: presenceColor(person.hue) },
    text,
    lookUp: documentId => cache.fetchQuery(queryOf(documentRoutes.read, { documentId })).catch(() => null),
    people: () => cache.getQueryData(queryOf(accountRoutes.people, {}).queryKey) ?? [],
    extra: [passages, threadHighlights({ onOpen: () => rail.show('comments') })],
  })
  const goToRail = (tab: RailTab) => {
    rail.show(tab)
    // The panel is there after React has shown it.
    requestAnimationFrame(() => focusIn('rail'))
  }
  useHotkeys(
    [
      ['alt+T', () => editor?.commands.focus()],
      ['alt+O', () => focusIn('outline')],
      ['alt+Q', () => goToRail('questions')],
      ['alt+C', () => goToRail('comments')],
      ['alt+R', () => goToRail('review')],
    ],
    [],
    true,
  )
  if (!editor) return null
  return (
    <div className={classes['page']}>
      {/* Not a banner: an open dialog brings one of its own. */}
      <section aria-label="Document" className={classes['header']}>
        <Suspense>
          <DocumentHeader record={record} provider={provider} editor={editor} rail={rail} />
        </Suspense>
      </section>
      <nav id="outline" aria-label="Outline" className={classes['outline']}>
        <Suspense>
          <Outline editor={editor} />
        </Suspense>
      </nav>
      <main id="main" tabIndex={-1} className={classes['main']}>
        <div className={editor.isEditable ? classes['tools'] : undefined}>
          <Suspense>
            <WritingTools record={record} editor={editor} />
          </Suspense>
        </div>
        <article className={classes['paper']}>
          {(record.state === 'superseded' || record.state === 'deprecated') && (
            <Suspense>
              <DocumentNotice documentId={record.documentId} />
            </Suspense>
          )}
          {text.newer && <NewerText />}
          <DocumentTitle record={record} />
          <EditorContent editor={editor} />
        </article>
      </main>
      <Suspense>
        <Rail record={record} editor={editor} rail={rail} />
      </Suspense>
    </div>
  )
}

/** Moves the focus to what is chosen in a part of the page, or to the first thing that can be. */
function focusIn(id: string) {
  const place = document.getElementById(id)
  const target =
    place?.querySelector<HTMLElement>('[data-roving], [aria-current]') ??
    place?.querySelector<HTMLElement>('a[href], [role=tab][aria-selected=true]')
  target?.focus()
}
