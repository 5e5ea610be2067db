import { extensions as shared } from '@colloquy/shared/schema/schema'
import type { CollaborationProvider } from '@colloquy/shared/sync/provider'
import type { AnyExtension, Extensions } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { Details } from '@tiptap/extension-details'
import { ListKeymap, TaskItem } from '@tiptap/extension-list'
import { Table } from '@tiptap/extension-table'
import { Dropcursor } from '@tiptap/extensions/drop-cursor'
import { Gapcursor } from '@tiptap/extensions/gap-cursor'
import { Placeholder } from '@tiptap/extensions/placeholder'
import type { Doc } from 'yjs'
import { renderCaret, renderCaretSelection } from './carets.ts'
import { CodeBlock } from './code/codeBlock.ts'
import { codeColors } from './code/codeColors.ts'
import { guidance } from './guidance.ts'
import { linkKey } from './linkRequests.ts'
import { followLinks } from './links.ts'
import { mathKeys, mathWithViews } from './math/MathView.ts'
import { outline } from './outline.ts'
import type { Nameable } from './parts/PartView.ts'
import { partKeys, partsWithViews } from './parts/parts.ts'
import { pasteMarkdown } from './pasteMarkdown.ts'
import { readOnly } from './readOnly.ts'
import { type LookUp, referenceWithView } from './references/ReferenceView.ts'
import { TableHeader } from './tables/headerCell.ts'

/** Who writes here, as the others see it at the caret; the server vouches for the name and the account. */
export type Writer = { accountId: string; name: string; color: string }

/**
 * The shared schema with views and keys, tied to the live document. Undo takes back one’s own edits only:
 * the collaboration extension keeps a history per person.
 */
export function editorExtensions({
  provider,
  document,
  writer,
  people,
  lookUp,
  extra,
}: {
  provider: CollaborationProvider
  /** The copy to show: the live one, or one that follows it. */
  document: Doc
  writer: Writer
  /** Who can be named in the text, as known at the moment. */
  people: () => Nameable[]
  lookUp: LookUp
  extra: Extensions
}): Extensions {
  const seen: Record<string, AnyExtension> = {
    ...views,
    ...mathWithViews,
    ...partsWithViews(people),
    documentReference: referenceWithView(lookUp),
  }
  return [
    ...shared().map(extension => seen[extension.name] ?? extension),
    Collaboration.configure({ document }),
    CollaborationCaret.configure({
      provider,
      user: writer,
      render: renderCaret,
      selectionRender: renderCaretSelection,
    }),
    ListKeymap,
    Dropcursor.configure({ color: 'var(--accent)', width: 2 }),
    Gapcursor,
    Placeholder.configure({ placeholder: 'Write, or press / for blocks' }),
    outline,
    codeColors,
    followLinks,
    guidance,
    linkKey,
    partKeys,
    mathKeys,
    pasteMarkdown,
    readOnly,
    ...extra,
  ]
}

/** Nodes that look or behave like more than their HTML. */
const views: Record<string, AnyExtension> = {
  codeBlock: CodeBlock,
  tableHeader: TableHeader,
  table: Table.configure({ resizable: true, cellMinWidth: 48, lastColumnResizable: false }),
  taskItem: TaskItem.configure({
    nested: true,
    a11y: { checkboxLabel: node => `Done: ${node.textContent || 'empty task'}` },
  }),
  details: Details.configure({
    persist: true,
    renderToggleButton: ({ element, isOpen }) => {
      element.setAttribute('aria-label', isOpen ? 'Fold' : 'Unfold')
      element.setAttribute('aria-expanded', String(isOpen))
    },
  }),
}
