import {
  IconArrowMerge,
  IconColumnInsertLeft,
  IconColumnInsertRight,
  IconColumnRemove,
  IconRowInsertBottom,
  IconRowInsertTop,
  IconRowRemove,
  IconTableRow,
  IconTrash,
} from '../../ui/icons.ts'
import type { TextCommand } from '../textCommands.ts'

/** What one can do to the table the caret is in. */
export const tableCommands: TextCommand[][] = [
  [
    { label: 'Row above', Icon: IconRowInsertTop, run: chain => chain.addRowBefore() },
    { label: 'Row below', Icon: IconRowInsertBottom, run: chain => chain.addRowAfter() },
    { label: 'Column before', Icon: IconColumnInsertLeft, run: chain => chain.addColumnBefore() },
    { label: 'Column after', Icon: IconColumnInsertRight, run: chain => chain.addColumnAfter() },
  ],
  [
    { label: 'Header row', Icon: IconTableRow, run: chain => chain.toggleHeaderRow() },
    { label: 'Merge or split cells', Icon: IconArrowMerge, run: chain => chain.mergeOrSplit() },
  ],
  [
    { label: 'Delete row', Icon: IconRowRemove, run: chain => chain.deleteRow() },
    { label: 'Delete column', Icon: IconColumnRemove, run: chain => chain.deleteColumn() },
    { label: 'Delete table', Icon: IconTrash, run: chain => chain.deleteTable() },
  ],
]
