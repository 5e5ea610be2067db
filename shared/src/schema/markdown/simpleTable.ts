import type { JSONContent } from '@tiptap/core'
import type { Printer } from './rules.ts'

/** The alignment of each column from the line below a pipe table's header. */
export const alignmentsOf = (line: string): (string | null)[] =>
  line
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map(column => {
      const [left, right] = [column.trim().startsWith(':'), column.trim().endsWith(':')]
      return left && right ? 'center' : right ? 'right' : left ? 'left' : null
    })

/** Whether a table can be written with pipes: a header row, one paragraph per cell, one alignment per column, nothing merged. */
export const isSimple = (table: JSONContent): boolean => {
  const rows = table.content ?? []
  const header = rows[0]?.content ?? []
  return (
    header.length > 0 &&
    rows.every((row, index) => {
      const cells = row.content ?? []
      return (
        cells.length === header.length &&
        cells.every((cell, column) => isPlain(cell, index === 0, header[column]))
      )
    })
  )
}

const isPlain = (cell: JSONContent, isHeader: boolean, above: JSONContent | undefined): boolean =>
  (cell.type === 'tableHeader') === isHeader &&
  (cell.attrs?.['colspan'] ?? 1) === 1 &&
  (cell.attrs?.['rowspan'] ?? 1) === 1 &&
  !cell.attrs?.['colwidth'] &&
  (cell.attrs?.['align'] ?? null) === (above?.attrs?.['align'] ?? null) &&
  cell.content?.length === 1 &&
  cell.content[0]?.type === 'paragraph'

/** A pipe table, its columns lined up unless a cell is long. */
export const printSimpleTable = (table: JSONContent, printer: Printer): string => {
  const rows = (table.content ?? []).map(row =>
    (row.content ?? []).map(cell => printer.inline(cell.content?.[0]?.content, 'cell')),
  )
  const [header = [], ...body] = rows
  const align = (table.content?.[0]?.content ?? []).map(cell => cell.attrs?.['align'])
  const widths = header.map((_, column) => Math.max(3, ...rows.map(row => row[column]?.length ?? 0)))
  const lined = widths.reduce((sum, width) => sum + width + 3, 1) <= 120
  const pad = (text: string, column: number) => (lined ? text.padEnd(widths[column] ?? 0) : text)
  const rule = header.map((_, column) => {
    const [left, right] = [
      align[column] === 'left' || align[column] === 'center',
      align[column] === 'right' || align[column] === 'center',
    ]
    const dashes = (lined ? (widths[column] ?? 3) : 3) - Number(left) - Number(right)
    return `${left ? ':' : ''}${'-'.repeat(dashes)}${right ? ':' : ''}`
  })
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header.map(pad)), line(rule), ...body.map(row => line(row.map(pad)))].join('\n')
}
