import type { ForecastOptions } from '@colloquy/shared/forecast/types'
import type { Editor } from '@tiptap/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { type Findings, ForecastFeed } from './forecastFeed.ts'

/** The live forecast of an editor’s text. `options` must be the same object until something in them changes. */
export function useForecast(editor: Editor, options: ForecastOptions): ForecastFeed | null {
  const [feed, setFeed] = useState<ForecastFeed | null>(null)
  useEffect(() => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'questions' })
    const started = new ForecastFeed(editor, worker)
    setFeed(started)
    return () => {
      setFeed(null)
      started.stop()
    }
  }, [editor])
  useEffect(() => feed?.configure(options), [feed, options])
  return feed
}

export function useFindings(feed: ForecastFeed | null): Findings {
  return useSyncExternalStore(feed?.subscribe ?? never, feed?.findings ?? nothing)
}

/** How long the text is, in words; apart from the findings, because it changes far more often. */
export function useWords(feed: ForecastFeed | null): number {
  return useSyncExternalStore(feed?.subscribe ?? never, feed?.words ?? none)
}

const never = () => () => undefined
const nothing = () => null
const none = () => 0
