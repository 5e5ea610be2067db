import { useEffect, useRef } from 'react'

/**
 * Lets J and K, or the arrows, move through the `data-roving` elements of a list that has the focus;
 * Home and End go to its ends. Returns the list’s ref.
 */
export function useRovingList() {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const element = list.current
    if (!element) return
    const onKey = (event: KeyboardEvent) => {
      const items = [...element.querySelectorAll<HTMLElement>('[data-roving]')]
      const at = items.findIndex(item => item.matches(':focus'))
      if (at === -1 || event.metaKey || event.ctrlKey || event.altKey) return
      const next = {
        j: at + 1,
        ArrowDown: at + 1,
        k: at - 1,
        ArrowUp: at - 1,
        Home: 0,
        End: items.length - 1,
      }[event.key]
      if (next === undefined) return
      event.preventDefault()
      items[Math.max(0, Math.min(items.length - 1, next))]?.focus()
    }
    element.addEventListener('keydown', onKey)
    return () => element.removeEventListener('keydown', onKey)
  })
  return list
}
