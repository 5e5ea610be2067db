import { useEffect, useRef } from 'react'

const markdown = /\.(md|markdown|mdown|txt)$/i

/** Takes the first Markdown file that is dropped anywhere on the page. */
export function useFileDrop(take: (file: File) => void) {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      const file = [...(event.dataTransfer?.files ?? [])].find(({ name }) => markdown.test(name))
      if (!file) return
      event.preventDefault()
      latest.current(file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [])
}
