import { personas } from '../personas.ts'
import type { FileReport } from './report.ts'

/** For people at a terminal. */
export function pretty({ file, forecast, findings }: FileReport): string {
  const lines = [`${file}  ${forecast.words} words, ${count(findings.length)}`, '']
  for (const { line, question, section, quote, personas: who, reason, rule } of findings) {
    const asked = who.map(persona => personas[persona].name).join(', ')
    lines.push(`  ${line}  ${question}`)
    if (quote) lines.push(`      “${quote}”`)
    lines.push(`      ${section ? `in ${section} · ` : ''}${asked} · ${reason} [${rule}]`, '')
  }
  return lines.join('\n')
}

function count(findings: number): string {
  if (findings === 0) return 'no questions expected'
  return findings === 1 ? '1 question expected' : `${findings} questions expected`
}
