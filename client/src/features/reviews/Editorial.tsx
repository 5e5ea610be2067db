import { isReviewed } from '@colloquy/shared/review/states'
import { Switch } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { apply } from '../../api/apply.ts'
import { useWrite } from '../../api/query.ts'
import { reviewRoutes } from '../../api/routes.ts'
import { Part } from './Part.tsx'
import type { Scene } from './scene.ts'
import { momentOf } from './when.ts'

/** Lets an author say that what is written now asks nobody to look again. */
export function Editorial({ scene: { record, me } }: { scene: Scene }) {
  const cache = useQueryClient()
  const mark = useWrite(reviewRoutes.markEditorial, changed => apply(cache, 'review.changed', changed))
  const { documentId, editorial } = record
  const { authors, stage } = record.review
  if (!authors.includes(me) || !isReviewed(stage.state)) return null
  return (
    <Part title="Editing">
      <Switch
        size="sm"
        label="Edits are editorial"
        description={
          editorial
            ? `Approvals outlast what is written until ${momentOf(editorial.until)}. Approvers can contest it.`
            : 'For the next hour approvals outlast what is written. It is logged, and approvers can contest it.'
        }
        checked={editorial !== null}
        disabled={mark.isPending}
        onChange={event => mark.mutate({ documentId, editorial: event.currentTarget.checked })}
      />
    </Part>
  )
}
