import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDocument } from '../documents.testing.ts'
import { schema } from '../schema.ts'
import { parseMarkdown } from './parse.ts'
import { printMarkdown } from './print.ts'

describe('a document', () => {
  it('of the schema is what the generator makes', () => {
    fc.assert(
      fc.property(anyDocument, doc => {
        const node = schema.nodeFromJSON(doc)
        node.check()
        expect(node.toJSON()).toEqual(doc)
      }),
      { numRuns: 50 },
    )
  })

  it('printed as Markdown reads back as the same document', () => {
    fc.assert(
      fc.property(anyDocument, doc => {
        expect(parseMarkdown(printMarkdown(doc)).doc).toEqual(doc)
      }),
      { numRuns: 120 },
    )
  })
})
