import classes from './Quote.module.css'

/** The words a thread is about; pressing them leads there. */
export function Quote({ text, show }: { text: string; show?: (() => void) | undefined }) {
  if (!show) return <blockquote className={classes['quote']}>{readable(text)}</blockquote>
  return (
    <button type="button" className={classes['quote']} onClick={show} title="Show in the text">
      {readable(text)}
    </button>
  )
}

/** Images and other things without words are named. */
const readable = (text: string) => text.replaceAll('\uFFFC', '[image]').trim()
