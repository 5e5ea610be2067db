import type { ChainedCommands, Editor } from '@tiptap/core'
import { commandKey } from '../ui/commandKey.ts'
import {
  IconBold,
  IconCode,
  IconH1,
  IconH2,
  IconH3,
  IconInfoCircle,
  IconItalic,
  IconList,
  IconListCheck,
  IconListDetails,
  IconListNumbers,
  IconMath,
  IconQuote,
  IconSeparator,
  IconSitemap,
  IconSourceCode,
  IconStrikethrough,
  IconTable,
  IconText,
} from '../ui/icons.ts'

/** Something one can do to the text, wherever it is offered: toolbar, selection menu, slash menu. */
export type TextCommand = {
  label: string
  Icon: typeof IconBold
  /** Shown beside the label; the key itself belongs to the node or mark. */
  keys?: string
  /** Other words one might look for in the slash menu. */
  words?: string
  isActive?: (editor: Editor) => boolean
  run: (chain: ChainedCommands) => ChainedCommands
}

/** A combination as the keyboard of this machine names it. */
export const spokenKeys = (keys: string) => keys.replace('Mod', commandKey)

export const markCommands: TextCommand[] = [
  {
    label: 'Bold',
    Icon: IconBold,
    keys: 'Mod B',
    isActive: editor => editor.isActive('bold'),
    run: chain => chain.toggleBold(),
  },
  {
    label: 'Italic',
    Icon: IconItalic,
    keys: 'Mod I',
    isActive: editor => editor.isActive('italic'),
    run: chain => chain.toggleItalic(),
  },
  {
    label: 'Strikethrough',
    Icon: IconStrikethrough,
    keys: 'Mod Shift S',
    isActive: editor => editor.isActive('strike'),
    run: chain => chain.toggleStrike(),
  },
  {
    label: 'Code',
    Icon: IconCode,
    keys: 'Mod E',
    isActive: editor => editor.isActive('code'),
    run: chain => chain.toggleCode(),
  },
]

const heading = (level: 1 | 2 | 3, Icon: typeof IconH1): TextCommand => ({
  label: `Heading ${level}`,
  Icon,
  keys: `Mod Alt ${level}`,
  words: `title section h${level}`,
  isActive: editor => editor.isActive('heading', { level }),
  run: chain => chain.setHeading({ level }),
})

export const styleCommands: TextCommand[] = [
  {
    label: 'Text',
    Icon: IconText,
    keys: 'Mod Alt 0',
    words: 'paragraph plain',
    isActive: editor => editor.isActive('paragraph'),
    run: chain => chain.setParagraph(),
  },
  heading(1, IconH1),
  heading(2, IconH2),
  heading(3, IconH3),
]

export const listCommands: TextCommand[] = [
  {
    label: 'Bullet list',
    Icon: IconList,
    keys: 'Mod Shift 8',
    words: 'unordered points ul',
    isActive: editor => editor.isActive('bulletList'),
    run: chain => chain.toggleBulletList(),
  },
  {
    label: 'Numbered list',
    Icon: IconListNumbers,
    keys: 'Mod Shift 7',
    words: 'ordered steps ol',
    isActive: editor => editor.isActive('orderedList'),
    run: chain => chain.toggleOrderedList(),
  },
  {
    label: 'Task list',
    Icon: IconListCheck,
    keys: 'Mod Shift 9',
    words: 'todo checkbox',
    isActive: editor => editor.isActive('taskList'),
    run: chain => chain.toggleTaskList(),
  },
]

export const blockCommands: TextCommand[] = [
  {
    label: 'Quote',
    Icon: IconQuote,
    keys: 'Mod Shift B',
    words: 'blockquote citation',
    isActive: editor => editor.isActive('blockquote'),
    run: chain => chain.toggleBlockquote(),
  },
  {
    label: 'Code block',
    Icon: IconSourceCode,
    keys: 'Mod Alt C',
    words: 'source snippet pre fence',
    isActive: editor => editor.isActive('codeBlock'),
    run: chain => chain.toggleCodeBlock(),
  },
  {
    label: 'Table',
    Icon: IconTable,
    words: 'grid columns rows',
    isActive: editor => editor.isActive('table'),
    run: chain => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  },
]

export const insertCommands: TextCommand[] = [
  {
    label: 'Note',
    Icon: IconInfoCircle,
    words: 'callout tip warning caution important alert box',
    isActive: editor => editor.isActive('callout'),
    run: chain => chain.wrapIn('callout'),
  },
  {
    label: 'Formula',
    Icon: IconMath,
    words: 'math latex equation katex',
    run: chain => chain.insertContent({ type: 'blockMath', attrs: { latex: '' } }),
  },
  {
    label: 'Diagram',
    Icon: IconSitemap,
    words: 'mermaid flowchart sequence graph',
    run: chain =>
      chain.insertContent({
        type: 'codeBlock',
        attrs: { language: 'mermaid' },
        content: [{ type: 'text', text: 'flowchart LR\n  client --> server\n  server --> store' }],
      }),
  },
  {
    label: 'Folded section',
    Icon: IconListDetails,
    words: 'details summary collapse toggle',
    run: chain => chain.setDetails(),
  },
  {
    label: 'Divider',
    Icon: IconSeparator,
    words: 'horizontal rule line hr',
    run: chain => chain.setHorizontalRule(),
  },
]
