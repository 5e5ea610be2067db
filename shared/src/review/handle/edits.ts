import { refuse, step } from '../result.ts'
import { changedSections } from '../sections.ts'
import type { Handlers } from './handler.ts'
import { mark } from './handler.ts'

export const edits: Handlers<'edit' | 'contest edit'> = {
  edit: (review, { version, sections, editorial }, context) => {
    if (version <= review.version) return refuse('conflict', 'A newer version is known already')
    const edit = {
      editId: context.id,
      version,
      by: context.actor,
      at: context.now,
      changed: changedSections(review.sections, sections),
      editorial,
      contested: null,
    }
    return step('document.edited', {
      ...review,
      version,
      sections,
      edits: edit.changed.length > 0 ? { ...review.edits, [edit.editId]: edit } : review.edits,
    })
  },

  'contest edit': (review, { editId, reason }, context) => {
    const edit = review.edits[editId]
    if (!edit) return refuse('missing', 'There is no such edit')
    if (!edit.editorial) return refuse('conflict', 'This edit counts already')
    if (edit.contested) return refuse('conflict', 'This edit has been contested')
    const contested = { ...edit, contested: mark(context, reason) }
    return step('edit.contested', { ...review, edits: { ...review.edits, [editId]: contested } })
  },
}
