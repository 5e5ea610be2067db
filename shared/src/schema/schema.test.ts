import { describe, expect, it } from 'vitest'
import { blockRules, inlineRules, markRules } from './pieces.ts'
import { schema } from './schema.ts'

describe('the schema', () => {
  it('can be built without a DOM', () => {
    expect(typeof document).toBe('undefined')
    expect(schema.topNodeType.name).toBe('doc')
  })

  it('has a Markdown rule for every mark, in the order marks are kept', () => {
    expect(Object.keys(markRules)).toEqual(Object.keys(schema.marks))
  })

  it('has a Markdown rule for every block and every inline node', () => {
    const blocks = Object.values(schema.nodes).filter(type => type.isInGroup('block'))
    const inline = Object.values(schema.nodes).filter(type => type.isInline && !type.isText)
    expect(Object.keys(blockRules).sort()).toEqual(blocks.map(type => type.name).sort())
    expect(Object.keys(inlineRules).sort()).toEqual(inline.map(type => type.name).sort())
  })
})
