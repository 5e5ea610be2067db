import { github } from './github.ts'
import { json } from './json.ts'
import { pretty } from './pretty.ts'
import { rdjsonl } from './rdjsonl.ts'
import type { FileReport, Report } from './report.ts'
import { sarif } from './sarif.ts'

const perFile = (format: (file: FileReport) => string) => (report: Report) =>
  report.files.map(format).filter(Boolean).join('\n')

/** Every way to print a report; the key is the name on the command line. */
export const formats = {
  pretty: perFile(pretty),
  json: perFile(json),
  sarif,
  github: perFile(github),
  rdjsonl: perFile(rdjsonl),
} as const satisfies Record<string, (report: Report) => string>

export type FormatName = keyof typeof formats
