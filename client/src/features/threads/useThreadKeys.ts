import { useEffect } from 'react'

export type ThreadKeys = {
  next: () => void
  previous: () => void
  reply: () => void
  toggle: () => void
  show: () => void
  leave: () => void
}

/**
 * J and K through the threads, R to reply, A to resolve, Enter to show in the text, Esc back to it. Only while no
 * field has the focus, and Enter only while a thread has it, so that buttons keep theirs.
 */
export function useThreadKeys(keys: ThreadKeys) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      if (isField(event.target)) return
      const isInThread =
        event.target instanceof Element && event.target.closest('[data-thread-card]') !== null
      const isOnThread = event.target instanceof Element && event.target.matches('[data-thread-card]')
      const act = {
        j: keys.next,
        k: keys.previous,
        r: keys.reply,
        a: keys.toggle,
        Enter: isOnThread ? keys.show : undefined,
        Escape: isInThread ? keys.leave : undefined,
      }[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [keys])
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('input, textarea, select, [role=menu]')) return true
  // The panel itself may be a dialog, on a narrow screen; any other has its own keys.
  return target.closest('[role=dialog]')?.querySelector('[data-thread-card]') === null
}
