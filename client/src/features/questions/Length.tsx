import type { ForecastFeed } from './forecastFeed.ts'
import classes from './QuestionsPanel.module.css'
import { useWords } from './useForecast.ts'

/** Words a minute that people read technical prose at, looking things up included. */
const PACE = 200

/** How long the document is, for whoever is to read it. */
export function Length({ feed }: { feed: ForecastFeed }) {
  const words = useWords(feed)
  if (words === 0) return null
  const minutes = Math.max(1, Math.round(words / PACE))
  return (
    <p className={classes['length']}>
      {words.toLocaleString('en')} words · {minutes} min to read
    </p>
  )
}
