import '../../editor/text.css'
import { useEffect, useRef } from 'react'
import classes from './Markdown.module.css'

/** A text of a record as it is meant. The reader of Markdown comes when it is first needed; nothing in the text can run. */
export function Markdown({ text }: { text: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let isWanted = true
    read(text).then(
      content => isWanted && place.current?.replaceChildren(content),
      error => {
        console.debug('the text of a record is shown as it was written', error)
        if (isWanted) place.current?.replaceChildren(text)
      },
    )
    return () => {
      isWanted = false
    }
  }, [text])
  return <div ref={place} className={`text ${classes['words']}`} />
}

async function read(text: string): Promise<DocumentFragment | HTMLElement> {
  const [{ parseMarkdown }, { schema }, { DOMSerializer }] = await Promise.all([
    import('@colloquy/shared/schema/markdown/parse'),
    import('@colloquy/shared/schema/schema'),
    import('@tiptap/pm/model'),
  ])
  const { content } = schema.nodeFromJSON(parseMarkdown(text).doc)
  return DOMSerializer.fromSchema(schema).serializeFragment(content)
}
