import type { JSONContent } from '@tiptap/core'
import { clamped } from '../attributeRanges.ts'
import { orParagraph } from '../markdown/layout.ts'
import type { BlockRule, Element, Html, Reader, Syntax } from '../markdown/rules.ts'
import { alignmentsOf, isSimple, printSimpleTable } from '../markdown/simpleTable.ts'

export { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'

/**
 * A table. It is written as GitHub's pipe table when it can be: one header row on top, one paragraph per cell, no merged
 * cells and no widths; else as an HTML table, with Markdown inside the cells, which GitHub shows the same way.
 */
export const tableRule: BlockRule = {
  syntax: ['Table'],
  read: (syntax, reader) => {
    const [header, delimiter, ...rows] = syntax.children.filter(
      child => child.name === 'TableHeader' || child.name === 'TableRow' || child.name === 'TableDelimiter',
    )
    if (!header || !delimiter) return []
    const read = [header, ...rows].map(row => readRow(row, reader))
    // Rows may be longer than the header; Markdown would drop the rest, we widen the table.
    const width = read.reduce((most, row) => Math.max(most, row.length), 0)
    if (width * read.length > mostCells) return [tooLarge(syntax, reader)]
    const align = alignmentsOf(reader.source(delimiter.from, delimiter.to, delimiter))
    const cell = (type: string, content: JSONContent[] = [], column: number) => ({
      type,
      attrs: { colspan: 1, rowspan: 1, colwidth: null, align: align[column] ?? null },
      content: [{ type: 'paragraph', ...(content.length > 0 ? { content } : {}) }],
    })
    return [
      {
        type: 'table',
        content: read.map((row, index) => ({
          type: 'tableRow',
          content: Array.from({ length: width }, (_, column) =>
            cell(index === 0 ? 'tableHeader' : 'tableCell', row[column], column),
          ),
        })),
      },
    ]
  },
  tags: ['table'],
  readHtml: (element, reader) => {
    const rows = rowsOf(element.children).map(row => readHtmlRow(row, reader))
    const filled = rows.filter(row => row.length > 0)
    const captions = element.children.filter(child => isElement(child, 'caption'))
    const caption = reader.htmlBlocks(captions)
    if (filled.length === 0) return caption
    return [...caption, { type: 'table', content: filled.map(content => ({ type: 'tableRow', content })) }]
  },
  print: (node, printer) =>
    isSimple(node) ? printSimpleTable(node, printer) : printHtmlTable(node, printer.blocks),
}

/** Room for 500 rows of 50 cells, twice. What is larger would take more memory than its file by orders of magnitude. */
const mostCells = 50_000

const tooLarge = (table: Syntax, reader: Reader): JSONContent => {
  reader.notice('longBlock', `A table of more than ${mostCells} cells was kept as its source.`, table.from)
  const text = reader.source(table.from, table.to, table)
  return { type: 'codeBlock', attrs: { language: null, meta: null }, content: [{ type: 'text', text }] }
}

/** Empty cells leave no trace but the bars around them. */
const readRow = (row: Syntax, reader: Reader): JSONContent[][] => {
  const cells: JSONContent[][] = []
  let open = false
  row.children.forEach((child, index) => {
    if (child.name === 'TableCell') {
      cells.push(reader.inline(child))
      open = true
    } else if (child.name === 'TableDelimiter') {
      if (!open && index > 0) cells.push([])
      open = false
    }
  })
  return cells
}

const isElement = (html: Html, ...names: string[]): html is Element =>
  html.kind === 'element' && names.includes(html.tag.name)

const rowsOf = (children: readonly Html[]): Element[] =>
  children
    .filter(child => child.kind === 'element')
    .flatMap(child => {
      if (child.tag.name === 'tr') return [child]
      return isElement(child, 'thead', 'tbody', 'tfoot') ? rowsOf(child.children) : []
    })

const readHtmlRow = (row: Element, reader: Reader): JSONContent[] =>
  row.children
    .filter(child => isElement(child, 'td', 'th'))
    .map(child => {
      const { name, attributes } = child.tag
      const width = /^\d+(,\d+)*$/.test(attributes['data-colwidth'] ?? '')
        ? attributes['data-colwidth']
        : undefined
      return {
        type: name === 'th' ? 'tableHeader' : 'tableCell',
        attrs: {
          colspan: span(attributes['colspan']),
          rowspan: span(attributes['rowspan']),
          colwidth: width ? width.split(',').map(Number) : null,
          align: alignments.find(known => known === attributes['align']) ?? null,
        },
        content: orParagraph(reader.htmlBlocks(child.children)),
      }
    })

const alignments = ['left', 'center', 'right']

const span = (text: string | undefined): number => clamped('colspan', Number.parseInt(text ?? '1', 10))

const printHtmlTable = (
  node: JSONContent,
  blocks: (nodes: readonly JSONContent[] | undefined) => string,
): string => {
  const rows = (node.content ?? []).map(row => {
    const cells = (row.content ?? []).map(cell => {
      const name = cell.type === 'tableHeader' ? 'th' : 'td'
      const { colwidth, align } = cell.attrs ?? {}
      const colspan = clamped('colspan', cell.attrs?.['colspan'])
      const rowspan = clamped('rowspan', cell.attrs?.['rowspan'])
      const attributes = [
        colspan === 1 ? '' : ` colspan="${colspan}"`,
        rowspan === 1 ? '' : ` rowspan="${rowspan}"`,
        Array.isArray(colwidth) ? ` data-colwidth="${colwidth.map(Number).join(',')}"` : '',
        alignments.includes(align) ? ` align="${align}"` : '',
      ].join('')
      return `<${name}${attributes}>\n\n${blocks(cell.content)}\n\n</${name}>`
    })
    return `<tr>\n${cells.join('\n')}\n</tr>`
  })
  return `<table>\n${rows.join('\n')}\n</table>`
}
