import { useEffect, useState } from 'react'
import type { OutlineEntry } from '../../editor/outline.ts'

/** How far below the top of the window a section counts as being read, in pixels. */
const LINE = 140

/** The id of the section that is being read: the last one whose heading is above the reading line. */
export function useReadingPlace(entries: OutlineEntry[]): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      const above = entries.findLast(({ id }) => {
        const heading = document.getElementById(id)
        return heading !== null && heading.getBoundingClientRect().top < LINE
      })
      setCurrent((above ?? entries[0])?.id ?? null)
    }
    const onScroll = () => {
      frame ||= requestAnimationFrame(look)
    }
    look()
    window.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', onScroll)
    }
  }, [entries])
  return current
}
