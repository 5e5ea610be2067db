import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDocument } from '../documents.testing.ts'
import { parseMarkdown } from '../markdown/parse.ts'
import { printHtml } from './print.ts'

const body = (markdown: string): string => {
  const page = printHtml(parseMarkdown(markdown).doc, { title: 'T' })
  return page.slice(page.indexOf('</h1>') + 6, page.indexOf('\n</main>'))
}

describe('a document printed as HTML', () => {
  const rows: [string, string][] = [
    ['# a & b', '<h1 id="a--b">a &amp; b</h1>'],
    ['**a** [b](c.md)', '<p><strong>a</strong> <a rel="noopener noreferrer nofollow" href="c.md">b</a></p>'],
    ['```ts\na < b\n```', '<pre><code class="language-ts">a &lt; b</code></pre>'],
    ['[![a](b.png)](c.md)', '<p><a href="c.md"><img src="b.png" alt="a"></a></p>'],
    [
      '<script>alert(1)</script>',
      '<pre data-html=""><code>&lt;script&gt;alert(1)&lt;/script&gt;</code></pre>',
    ],
    ['<!-- a -->\n\n<!-- guidance: b -->\n\nc', '\n\n<p>c</p>'],
  ]
  it.each(rows)('%j', (markdown, html) => {
    expect(body(markdown)).toBe(html)
  })

  it('escapes its title', () => {
    expect(
      printHtml({ type: 'doc', content: [{ type: 'paragraph' }] }, { title: '</title><script>' }),
    ).not.toContain('<script')
  })

  it('keeps the text of nodes it does not know', () => {
    const strange = { type: 'fromTheFuture', content: [{ type: 'text', text: 'kept' }] }
    expect(printHtml({ type: 'doc', content: [strange] }, { title: 'T' })).toContain('<p>kept</p>')
  })

  it('never runs anything, whatever a client wrote into the document', () => {
    const evil = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: 'javascript:x' } }] }],
        },
        {
          type: 'paragraph',
          content: [{ type: 'image', attrs: { src: 'javascript:x', alt: '"><script>' } }],
        },
        { type: 'heading', attrs: { level: '1 onload=x', id: '"><script>' }, content: [] },
        { type: 'callout', attrs: { kind: '" onclick="x' }, content: [{ type: 'paragraph' }] },
      ],
    }
    const page = printHtml(evil, { title: 'T' })
    expect(page).not.toMatch(/<script|javascript:| on[a-z]+=(?!&quot;)/)
  })

  it('has every tag closed', () => {
    fc.assert(
      fc.property(anyDocument, doc => {
        const open: string[] = []
        for (const [, slash, name = ''] of printHtml(doc, { title: 'T' }).matchAll(
          /<(\/?)([a-z][a-z0-9]*)[^<>]*>/g,
        )) {
          if (slash) expect(open.pop()).toBe(name)
          else if (!['meta', 'br', 'col', 'hr', 'img', 'input'].includes(name)) open.push(name)
        }
        expect(open).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})
