import type { ForecastOptions } from '@colloquy/shared/forecast/types'
import type { Editor } from '@tiptap/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { type Forecast, ForecastFeed } from './forecastFeed.ts'

/** The live forecast of an editor’s text. `options` must be the same object until something in them changes. */
export function useForecast(editor: Editor | null, options: ForecastOptions): Forecast {
  const [feed, setFeed] = useState<ForecastFeed | null>(null)
  useEffect(() => {
    if (!editor) return
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'questions' })
    const started = new ForecastFeed(editor, worker)
    setFeed(started)
    return () => {
      setFeed(null)
      started.stop()
    }
  }, [editor])
  useEffect(() => feed?.configure(options), [feed, options])
  return useSyncExternalStore(feed?.subscribe ?? never, feed?.read ?? nothing)
}

const never = () => () => undefined
const nothing = () => null
