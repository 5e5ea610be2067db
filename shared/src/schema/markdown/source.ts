import type { Syntax } from './rules.ts'

/**
 * The source between two offsets. With the syntax node it is part of, the further lines lose what the containers around it
 * put in front of them: quote markers, and as much white space as the first line stands in from the left.
 */
export const sourceBetween = (text: string, from: number, to: number, inside?: Syntax): string => {
  const slice = text.slice(from, to)
  if (!inside || !slice.includes('\n')) return slice
  const markers = new Set<number>()
  const visit = [inside]
  for (let syntax = visit.pop(); syntax; syntax = visit.pop()) {
    if (syntax.name === 'QuoteMark') markers.add(syntax.from)
    else for (const child of syntax.children) visit.push(child)
  }
  const column = inside.from - (text.lastIndexOf('\n', inside.from - 1) + 1)
  let lineStart = from
  return slice
    .split('\n')
    .map((line, index) => {
      const start = lineStart
      lineStart += line.length + 1
      if (index === 0) return line
      let cut = 0
      while (cut < line.length && cut < column && (isSpace(line, cut) || markers.has(start + cut))) cut++
      return line.slice(cut)
    })
    .join('\n')
}

const isSpace = (line: string, index: number): boolean => line[index] === ' ' || line[index] === '\t'
