import { createEditorReader, type EditorNode } from '@colloquy/shared/forecast/blocks/editor'
import { createForecaster } from '@colloquy/shared/forecast/engine'
import type { FromWorker, ToWorker } from './protocol.ts'

/** The worker’s inside, without a worker: keeps the document by splices and answers each with a forecast. */
export function createReader(): (message: ToWorker) => FromWorker | null {
  const forecaster = createForecaster()
  const read = createEditorReader()
  let blocks: EditorNode[] = []
  let version: number | null = null
  return message => {
    if (message.type === 'configure') {
      forecaster.configure(message.options)
    } else {
      blocks = blocks.toSpliced(message.start, message.removed, ...message.inserted)
      version = message.version
    }
    // Options that arrive before the text have nothing to be applied to yet.
    if (version === null) return null
    const document = read({ type: 'doc', content: blocks })
    const { words, findings } = forecaster.update(document.blocks)
    return {
      version,
      words,
      findings: findings.map(finding => {
        const start = finding.span ? document.starts[finding.span.block] : undefined
        const at =
          finding.span && start !== undefined
            ? { from: start + finding.span.from, to: start + finding.span.to }
            : null
        return { ...finding, at }
      }),
    }
  }
}
