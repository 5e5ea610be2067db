/** White space of Markdown; a no-break space is text. Loops, since a pattern for the end of a text is tried at every space. */
const isSpace = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code === 32 || code === 9 || code === 10
}

export const trimStart = (text: string): string => {
  let from = 0
  while (from < text.length && isSpace(text, from)) from++
  return text.slice(from)
}

export const trimEnd = (text: string): string => {
  let to = text.length
  while (to > 0 && isSpace(text, to - 1)) to--
  return text.slice(0, to)
}

/** Lines of one paragraph as one, a space where each ended. */
export const joinLines = (text: string): string => {
  if (!text.includes('\n')) return text
  const lines = text.split('\n')
  const last = lines.length - 1
  return lines
    .map((line, index) =>
      index === 0 ? trimEnd(line) : index === last ? trimStart(line) : trimStart(trimEnd(line)),
    )
    .join(' ')
}
