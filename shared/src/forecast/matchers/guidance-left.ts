import { hash } from '../hash.ts'
import { plainHeading } from '../sections.ts'
import type { Resolve } from './resolve.ts'

/** The template's own instructions still standing in the text: guidance blocks, and paragraphs equal to a known guidance. */
export const guidanceLeft: Resolve<'guidanceLeft'> = ({ facts, guidance }) =>
  facts.flatMap(({ block, prose }, index) => {
    const length = block.text.length
    if (block.kind === 'guidance')
      return length > 0 ? [{ block: index, from: 0, to: length, values: {} }] : []
    if (guidance.size === 0 || block.kind === 'heading' || !guidance.has(hash(plainHeading(prose)))) return []
    return [{ block: index, from: 0, to: length, values: {} }]
  })
