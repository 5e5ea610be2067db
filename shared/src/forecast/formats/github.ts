import { type FileReport, headline, levelOf } from './report.ts'

const commands = { error: 'error', warning: 'warning', note: 'notice' } as const

/** Workflow commands that GitHub Actions shows as annotations on the changed lines. */
export function github({ file, findings }: FileReport): string {
  return findings
    .map(finding => {
      const place = `file=${property(file)},line=${finding.line},title=${property(finding.rule)}`
      return `::${commands[levelOf(finding)]} ${place}::${data(headline(finding))}`
    })
    .join('\n')
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
