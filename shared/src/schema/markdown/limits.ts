import type { Line, MarkdownConfig, MarkdownParser } from '@lezer/markdown'

/** How many quotes and lists (a list and its item count as two) may stand inside each other. */
export const deepestContainer = 50

/**
 * Quotes and lists past this depth are text. Without it the input would decide how deep trees, documents and the calls that
 * walk them become.
 */
export const shallow: MarkdownConfig = {
  defineNodes: ['TooDeep'],
  parseBlock: [
    {
      name: 'TooDeep',
      before: 'IndentedCode',
      parse: (context, line) => {
        if (context.depth <= deepestContainer || !opensContainer(line)) return false
        const from = context.lineStart + line.pos
        const to = context.lineStart + line.text.length
        context.addElement(context.elt('Paragraph', from, to, [context.elt('TooDeep', from, to)]))
        context.nextLine()
        return true
      },
    },
  ],
}

const opensContainer = (line: Line): boolean =>
  line.next === 62 || /^(?:[-+*]|\d{1,9}[.)])(?:\s|$)/.test(line.text.slice(line.pos, line.pos + 12))

/** Long runs of these are looked at once for each of their signs. */
const longRun = / {300}|\){300}/

/** What a block of text costs to read in the worst case: each sign may look at all the others. */
const costOf = (text: string): number =>
  longRun.test(text)
    ? Number.POSITIVE_INFINITY
    : (text.match(/[[\]<*_~`!$&(\\:@]|www\./g)?.length ?? 0) * text.length

/** A block that costs less is always read; a paragraph of a real document costs about a tenth of it. */
const cheap = 50_000

/** What all dearer blocks of a document may cost together: some seconds. */
const budget = 800_000_000

/**
 * The grammar with a limit on what reading text may cost, for one document. Text past the limit has no signs of Markdown in it,
 * only words; `onLimit` is told where.
 */
export const withLimit = (grammar: MarkdownParser, onLimit: (at: number) => void): MarkdownParser => {
  let spent = 0
  // reason: the grammar has no other place where text passes through, and its constructor is its own affair
  const limited = Object.create(grammar) as MarkdownParser
  limited.parseInline = (text, offset) => {
    const cost = costOf(text)
    if (cost > cheap) {
      if (spent + cost > budget) {
        onLimit(offset)
        return []
      }
      spent += cost
    }
    return grammar.parseInline.call(limited, text, offset)
  }
  return limited
}
