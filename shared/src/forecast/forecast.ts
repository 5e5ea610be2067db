import { lineIndex, readMarkdown } from './blocks/markdown.ts'
import { createForecaster } from './engine.ts'
import type { Finding, Forecast, ForecastOptions } from './types.ts'

export type LocatedFinding = Finding & {
  /** 1-based line in the file; 1 when the document as a whole lacks something. */
  line: number
  /** UTF-16 offsets in the file; both 0 when the document as a whole lacks something. */
  from: number
  to: number
}

export type MarkdownForecast = Omit<Forecast, 'findings'> & { findings: readonly LocatedFinding[] }

/** The forecast of a Markdown file, with each finding's place in the file. */
export function forecast(markdown: string, options: ForecastOptions = {}): MarkdownForecast {
  const { blocks, starts } = readMarkdown(markdown)
  const lineOf = lineIndex(markdown)
  const result = createForecaster(options).update(blocks)
  const findings = result.findings.map(finding => {
    const { span } = finding
    const start = span ? (starts[span.block] ?? 0) : 0
    const from = start + (span?.from ?? 0)
    return { ...finding, line: lineOf(from), from, to: start + (span?.to ?? 0) }
  })
  return { ...result, findings }
}
