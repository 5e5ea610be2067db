import { useLayoutEffect, useRef } from 'react'

/**
 * A box that stays the same while its content is of the latest render, so that parts which are handed it need not
 * be drawn anew. To be opened in event handlers alone.
 */
export function useLatest<T>(now: T): { readonly current: T } {
  const box = useRef(now)
  useLayoutEffect(() => {
    box.current = now
  })
  return box
}
