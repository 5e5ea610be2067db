import { threadRoutes } from '@colloquy/shared/contract/threads'
import { useQueryClient } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { apply } from '../../api/apply.ts'
import { call } from '../../api/call.ts'
import { startComment } from './compose.ts'
import { useThreads } from './useThreads.ts'
import './highlights.css'

/**
 * Shows the threads of a document in its text, whether or not the panel is open, and lets Mod+Alt+M start one on
 * the selection. The editor needs the extension `threadHighlights`. Draws nothing itself.
 */
export function ThreadsInText({ editor, documentId }: { editor: Editor; documentId: string }) {
  const desk = editor.storage.threads
  const cache = useQueryClient()
  const { threads, mayComment } = useThreads(documentId)

  useEffect(() => {
    desk.set({ threads })
  }, [desk, threads])

  useEffect(() => {
    desk.onMoved = ({ threadId, revision, abilities }, anchor) => {
      if (!abilities.reanchor || revision === 0) return
      call(threadRoutes.reanchor, { threadId, anchor, revision }).then(
        thread => apply(cache, 'thread.changed', thread),
        // The quote still finds the passage, and the next pause in typing asks again.
        error => console.debug('a thread was not anchored anew', error),
      )
    }
  }, [desk, cache])

  useEffect(() => {
    // On the window: the text of those who may not edit it gets no keys.
    const onKey = (event: KeyboardEvent) => {
      const isMod = event.metaKey || event.ctrlKey
      // By its place on the keyboard: with Alt, the letter is another one on a Mac.
      if (!mayComment || !isMod || !event.altKey || event.code !== 'KeyM') return
      event.preventDefault()
      startComment(editor)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [editor, mayComment])
  return null
}
