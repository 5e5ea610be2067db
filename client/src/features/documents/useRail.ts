import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useState } from 'react'

const tabs = ['questions', 'comments', 'review'] as const
export type RailTab = (typeof tabs)[number]

export const isRailTab = (value: unknown): value is RailTab => tabs.some(tab => tab === value)

/** Which panel stands beside the text. On a narrow screen it lies over the text, and only while it is wanted. */
export function useRail() {
  const [tab, setTab] = useState<RailTab>('questions')
  const [open, setOpen] = useState(false)
  const narrow = useMediaQuery('(max-width: 768px)', undefined, { getInitialValueInEffect: false }) ?? false
  const show = useCallback((wanted: RailTab) => {
    setTab(wanted)
    setOpen(true)
  }, [])
  const hide = useCallback(() => setOpen(false), [])
  return { tab, setTab, show, hide, narrow, open: open && narrow }
}

export type RailState = ReturnType<typeof useRail>
