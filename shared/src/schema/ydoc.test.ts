import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { anyDocument } from './documents.testing.ts'
import { parseMarkdown } from './markdown/parse.ts'
import { printMarkdown } from './markdown/print.ts'
import { fragmentName, fromYDoc, toYDoc } from './ydoc.ts'

const examples = [
  'Plain text.',
  '# Title\n\n**bold *and italic* with `code`**, [a link](https://a.example "title") and ![image](a.png)',
  '| a | b |\n| - | -: |\n| 1 | [![badge](b.svg)](https://ci.example) |',
  '- [x] done\n- [ ] open\n\n3. three\n4. four\n\n> [!TIP]\n> Try it.',
  'a<br>b $x^2$ [^n] [@Ann](mention:ann) <!-- c -->\n\n[^n]: note\n\n```ts title=a\ncode\n```',
]

describe('a shared document', () => {
  it.each(examples)('gives back what was put in: %s', markdown => {
    const { doc } = parseMarkdown(markdown)
    expect(fromYDoc(toYDoc(doc, 7))).toEqual(doc)
  })

  it('gives back any document', () => {
    fc.assert(
      fc.property(anyDocument, doc => {
        expect(fromYDoc(toYDoc(doc, 7))).toEqual(doc)
      }),
      { numRuns: 25 },
    )
  })

  it('has at least a paragraph, even before anything was written', () => {
    expect(fromYDoc(new Y.Doc())).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  })

  it('is read as deep as editors show it', () => {
    const ydoc = new Y.Doc()
    ydoc.transact(() => {
      let at = ydoc.getXmlFragment(fragmentName)
      for (let floor = 0; floor < 5000; floor++) {
        const next = new Y.XmlElement('blockquote')
        at.insert(0, [next])
        at = next
      }
    })
    const doc = fromYDoc(ydoc)
    expect(JSON.stringify(doc).split('blockquote')).toHaveLength(301)
    expect(printMarkdown(doc)).toContain('>')
  })

  it('is read without being changed, whatever clients wrote into it', () => {
    const ydoc = new Y.Doc()
    const fragment = ydoc.getXmlFragment(fragmentName)
    const strange = new Y.XmlElement('fromTheFuture')
    strange.setAttribute('size', '3')
    strange.insert(0, [new Y.XmlText('kept')])
    fragment.insert(0, [strange])
    const before = Y.encodeStateAsUpdate(ydoc)
    expect(fromYDoc(ydoc).content).toEqual([
      { type: 'fromTheFuture', attrs: { size: '3' }, content: [{ type: 'text', text: 'kept' }] },
    ])
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before)
  })
})
