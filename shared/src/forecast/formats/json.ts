import type { FileReport } from './report.ts'

/** One line of JSON per file, findings ranked. */
export function json({ file, forecast, findings }: FileReport): string {
  return JSON.stringify({
    file,
    words: forecast.words,
    questions: findings.map(finding => ({
      category: finding.category,
      question: finding.question,
      quote: finding.quote,
      section: finding.section,
      line: finding.line,
      score: round(finding.score),
      rule: finding.rule,
      personas: finding.personas,
      reason: finding.reason,
      fingerprint: finding.id,
    })),
    readability: forecast.sections.map(({ heading, words, sentences, longest, ari, fleschKincaid }) => ({
      section: heading,
      words,
      sentences,
      longest,
      ari,
      fleschKincaid,
    })),
  })
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000
}
