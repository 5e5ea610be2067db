import type { LocatedFinding, MarkdownForecast } from '../forecast.ts'

export type Level = 'error' | 'warning' | 'note'

/** What `colloquy check` knows of one file. */
export type FileReport = {
  /** As named on the command line, with forward slashes. */
  file: string
  forecast: MarkdownForecast
  /** The findings to report: settled ones and those outside the budget are already gone. */
  findings: readonly LocatedFinding[]
}

/** What the whole run has to say, for formats that wrap all files in one document. */
export type Report = { files: readonly FileReport[]; version: string }

/** Holes in the document are errors, questions that its readers are likely to ask are warnings, style is a note. */
export function levelOf({ layer, score }: LocatedFinding): Level {
  if (layer === 'check') return score >= 0.5 ? 'error' : 'note'
  return 'warning'
}

/** One line for formats that have room for one: the question, and who asks it. */
export function headline({ question, reason }: LocatedFinding): string {
  return `${question} (${reason.replace(/\.$/, '')})`
}
