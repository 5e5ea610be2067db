import { categories, categoryIds } from '../categories.ts'
import { rules } from '../rules/all.ts'
import { headline, levelOf, type Report } from './report.ts'

/** SARIF 2.1.0, one run over all files; the fingerprints let viewers follow a finding across commits. */
export function sarif({ files, version }: Report): string {
  const checks = rules.map(({ id, title, why }) => describe(id, title, why))
  const forecasts = categoryIds.map(id =>
    describe(`forecast/${id}`, categories[id].name, categories[id].asks),
  )
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'colloquy', version, rules: [...checks, ...forecasts] } },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ file, findings }) =>
          findings.map(finding => ({
            // Cues are rows of their category's rule.
            ruleId: finding.layer === 'forecast' ? `forecast/${finding.category}` : finding.rule,
            level: levelOf(finding),
            message: { text: headline(finding) },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: encodeURI(file) },
                  region: {
                    startLine: finding.line,
                    charOffset: finding.from,
                    charLength: finding.to - finding.from,
                  },
                },
              },
            ],
            partialFingerprints: { 'colloquy/v1': finding.id },
            rank: Math.round(finding.score * 100),
          })),
        ),
      },
    ],
  })
}

function describe(id: string, name: string, text: string) {
  return { id, name, shortDescription: { text: name }, fullDescription: { text } }
}
