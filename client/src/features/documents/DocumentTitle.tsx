import type { DocumentRecord } from '@colloquy/shared/contract/documents'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { apply } from '../../api/apply.ts'
import { useWrite } from '../../api/query.ts'
import { documentRoutes } from '../../api/routes.ts'
import classes from './DocumentTitle.module.css'

/** The title above the text. Pressing it turns it into a field; Enter keeps the change, Escape does not. */
export function DocumentTitle({ record }: { record: DocumentRecord }) {
  const cache = useQueryClient()
  const rename = useWrite(documentRoutes.change, changed => apply(cache, 'document.changed', changed))
  const [draft, setDraft] = useState<string | null>(null)

  const keep = () => {
    const title = draft?.trim()
    setDraft(null)
    if (title && title !== record.title) rename.mutate({ documentId: record.documentId, title })
  }
  if (draft !== null) {
    return (
      <textarea
        aria-label="Title"
        rows={1}
        ref={field => field?.focus()}
        className={classes['field']}
        value={draft}
        maxLength={200}
        onChange={event => setDraft(event.currentTarget.value.replaceAll('\n', ' '))}
        onBlur={keep}
        onKeyDown={event => {
          if (event.key === 'Escape') setDraft(null)
          if (event.key === 'Enter') keep()
          if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault()
        }}
      />
    )
  }
  const shown = rename.isPending ? rename.variables.title : record.title
  return (
    <h1 className={classes['title']}>
      {record.abilities.edit ? (
        <button
          type="button"
          className={classes['rename']}
          onClick={() => setDraft(record.title)}
          title="Rename"
        >
          {shown}
        </button>
      ) : (
        shown
      )}
    </h1>
  )
}
