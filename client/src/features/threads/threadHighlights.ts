import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { createDesk, type Desk } from './desk.ts'
import { drawMarks, type Marks, mapMarks, marksKey, marksOf, noMarks, threadAt, toldIn } from './marks.ts'
import { keepPlaced } from './placing.ts'

declare module '@tiptap/core' {
  interface Storage {
    threads: Desk
  }
}

/**
 * Marks the passages of open threads in the text, as decorations: the document itself is never touched. `onOpen`
 * is called when somebody chose a thread in the text, or began a new one, so that the page can show the panel.
 */
export const threadHighlights = ({ onOpen }: { onOpen: () => void }) =>
  Extension.create<object, Desk>({
    name: 'threads',
    addStorage: () => createDesk(onOpen),
    addProseMirrorPlugins() {
      const desk = this.storage
      return [
        new Plugin<Marks>({
          key: marksKey,
          state: {
            init: () => noMarks,
            apply: (transaction, marks) => {
              const told = toldIn(transaction)
              return told ? drawMarks(transaction.doc, told, marks) : mapMarks(marks, transaction)
            },
          },
          props: {
            decorations: state => marksOf(state).decorations,
            handleClick: (view, position) => {
              const threadId = threadAt(marksOf(view.state), position)
              if (threadId) {
                desk.set({ active: threadId })
                desk.onOpen()
              }
              return false
            },
          },
          view: view => keepPlaced(view, desk),
        }),
      ]
    },
  })
