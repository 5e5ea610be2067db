import { type FileReport, headline, levelOf } from './report.ts'

const severities = { error: 'ERROR', warning: 'WARNING', note: 'INFO' } as const

/** Reviewdog's diagnostic format, one line of JSON per finding. */
export function rdjsonl({ file, findings }: FileReport): string {
  return findings
    .map(finding =>
      JSON.stringify({
        message: headline(finding),
        location: { path: file, range: { start: { line: finding.line } } },
        severity: severities[levelOf(finding)],
        source: { name: 'colloquy' },
        code: { value: finding.rule },
      }),
    )
    .join('\n')
}
