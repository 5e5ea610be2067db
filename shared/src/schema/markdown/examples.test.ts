import type { JSONContent } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from './parse.ts'
import { printMarkdown } from './print.ts'

/**
 * A document in brackets: `heading{level=2}(a *b*)`. Text stands bare with its marks behind it, and attributes that say nothing
 * (null, false, their default) are left out.
 */
const brief = (node: JSONContent): string => {
  if (node.type === 'text') {
    const marks = (node.marks ?? []).map(({ type, attrs }) => (attrs ? `${type}${attributes(attrs)}` : type))
    return marks.length > 0 ? `${node.text}^${marks.join('^')}` : (node.text ?? '')
  }
  const inside = (node.content ?? []).map(brief).join(node.content?.[0]?.type === 'text' ? '' : ' ')
  return `${node.type}${attributes(node.attrs ?? {})}(${inside})`
}

const attributes = (attrs: Record<string, unknown>): string => {
  const said = Object.entries(attrs).filter(
    ([name, value]) => value !== null && value !== false && !unsaid(name, value),
  )
  return said.length > 0 ? `{${said.map(([name, value]) => `${name}=${value}`).join(' ')}}` : ''
}

const unsaid = (name: string, value: unknown): boolean =>
  (name === 'id' && value !== 'kept') ||
  ((name === 'colspan' || name === 'rowspan' || name === 'start') && value === 1)

/** Markdown, what it means, and how it is printed when that is not how it was written. */
type Example = [markdown: string, meaning: string, printed?: string]

const examples: Record<string, Example[]> = {
  paragraph: [
    ['a\nb', 'paragraph(a b)', 'a b'],
    ['&nbsp;', 'paragraph()'],
    ['  a  ', 'paragraph(a)', 'a'],
    ['a\\*b &amp; &lt;c&gt;', 'paragraph(a*b & <c>)', 'a\\*b & \\<c>'],
    ['snake_case and 2 * 3', 'paragraph(snake_case and 2 * 3)', 'snake_case and 2 \\* 3'],
  ],
  heading: [
    ['# a #', 'heading{level=1}(a)', '# a'],
    ['a\n===', 'heading{level=1}(a)', '# a'],
    ['a\nb\n---', 'heading{level=2}(a b)', '## a b'],
    ['###### f', 'heading{level=6}(f)'],
    ['## <a name="kept"></a>a', 'heading{level=2 id=kept}(a)', '## <a id="kept"></a>a'],
    ['<h2 id="kept">a</h2>', 'heading{level=2 id=kept}(a)', '## <a id="kept"></a>a'],
    ['#hashtag', 'paragraph(#hashtag)'],
  ],
  marks: [
    ['**a** _b_ ~~c~~ `d`', 'paragraph(a^bold b^italic c^strike d^code)'],
    ['*a* __b__', 'paragraph(a^italic b^bold)', '_a_ **b**'],
    ['***a***', 'paragraph(a^bold^italic)', '**_a_**'],
    ['a*b*c', 'paragraph(ab^italicc)'],
    [
      '<u>a</u> <mark>b</mark> <kbd>c</kbd> x<sub>1</sub> x<sup>2</sup>',
      'paragraph(a^underline b^highlight c^keyboard x1^subscript x2^superscript)',
    ],
    ['<b>a</b><i>b</i><del>c</del>', 'paragraph(a^boldb^italicc^strike)', '**a**_b_~~c~~'],
    ['**`a`**', 'paragraph(a^bold^code)'],
    ['`` a`b ``', 'paragraph(a`b^code)', '``a`b``'],
    ['**a*', 'paragraph(*a^italic)', '\\*_a_'],
    ['a <b>b', 'paragraph(a <b>b)', 'a \\<b>b'],
  ],
  link: [
    ['[a](https://b.example "c")', 'paragraph(a^link{href=https://b.example title=c})'],
    ['[a](<b c>)', 'paragraph(a^link{href=b c})'],
    [
      '[a](https://b.example/x_(y))',
      'paragraph(a^link{href=https://b.example/x_(y)})',
      '[a](<https://b.example/x_(y)>)',
    ],
    ['<https://b.example>', 'paragraph(https://b.example^link{href=https://b.example})'],
    [
      'https://b.example/c_d.',
      'paragraph(https://b.example/c_d^link{href=https://b.example/c_d}.)',
      '<https://b.example/c_d>.',
    ],
    [
      'www.b.example',
      'paragraph(www.b.example^link{href=http://www.b.example})',
      '[www\\.b.example](http://www.b.example)',
    ],
    ['ann@b.example', 'paragraph(ann@b.example^link{href=mailto:ann@b.example})', '<ann@b.example>'],
    [
      '[a][b] [b]\n\n[B]: c.md "d"',
      'paragraph(a^link{href=c.md title=d} b^link{href=c.md title=d})',
      '[a](c.md "d") [b](c.md "d")',
    ],
    ['[a] [x][y]', 'paragraph([a] [x][y])', '\\[a\\] \\[x\\]\\[y\\]'],
    ['<a href="b.md">a</a>', 'paragraph(a^link{href=b.md})', '[a](b.md)'],
    ['x <a id="p"></a>y', 'paragraph(x anchor()y)'],
    ['[](b.md)', 'paragraph(b.md^link{href=b.md})', '[b.md](b.md)'],
  ],
  image: [
    ['![a](b.png "c")', 'paragraph(image{src=b.png alt=a title=c}())'],
    ['[![a](b.png)](c.md)', 'paragraph(image{src=b.png alt=a href=c.md}())'],
    ['<img src="b.png" alt="a" width="20">', 'paragraph(image{src=b.png alt=a width=20}())'],
    ['![a][b]\n\n[b]: c.png', 'paragraph(image{src=c.png alt=a}())', '![a](c.png)'],
  ],
  hardBreak: [
    ['a\\\nb', 'paragraph(ahardBreak()b)'],
    ['a  \nb', 'paragraph(ahardBreak()b)', 'a\\\nb'],
    ['a<br/>b', 'paragraph(ahardBreak()b)', 'a\\\nb'],
  ],
  lists: [
    ['- a\n- b', 'bulletList(listItem(paragraph(a)) listItem(paragraph(b)))'],
    ['* a\n\n* b', 'bulletList(listItem(paragraph(a)) listItem(paragraph(b)))', '- a\n- b'],
    [
      '- a\n  - b\n    1. c',
      'bulletList(listItem(paragraph(a) bulletList(listItem(paragraph(b) orderedList(listItem(paragraph(c)))))))',
    ],
    ['- a\n\n  b', 'bulletList(listItem(paragraph(a) paragraph(b)))'],
    ['3. a\n4. b', 'orderedList{start=3}(listItem(paragraph(a)) listItem(paragraph(b)))'],
    ['- a\n\n* b', 'bulletList(listItem(paragraph(a))) bulletList(listItem(paragraph(b)))'],
    ['1. a\n\n1) b', 'orderedList(listItem(paragraph(a))) orderedList(listItem(paragraph(b)))'],
    ['- [x] a\n- [ ] b', 'taskList(taskItem{checked=true}(paragraph(a)) taskItem(paragraph(b)))'],
    ['- [ ] a\n- b', 'taskList(taskItem(paragraph(a))) bulletList(listItem(paragraph(b)))', '- [ ] a\n\n* b'],
    ['-\n- a', 'bulletList(listItem(paragraph()) listItem(paragraph(a)))'],
    ['- ```\n  a\n  ```', 'bulletList(listItem(paragraph() codeBlock(a)))', '- &nbsp;\n\n  ```\n  a\n  ```'],
    ['1\\. a', 'paragraph(1. a)'],
    ['1. [x] a', 'orderedList(listItem(paragraph([x] a)))', '1. \\[x\\] a'],
  ],
  quotes: [
    ['> a\n> b\n\n> c', 'blockquote(paragraph(a b)) blockquote(paragraph(c))', '> a b\n\n> c'],
    ['> [!WARNING]\n> a', 'callout{kind=warning}(paragraph(a))'],
    ['> [!note]\n>\n> - a', 'callout{kind=note}(bulletList(listItem(paragraph(a))))', '> [!NOTE]\n>\n> - a'],
    ['> [!WHAT]\n> a', 'blockquote(paragraph([!WHAT] a))', '> \\[!WHAT\\] a'],
  ],
  code: [
    ['```ts title="a"\nb\n```', 'codeBlock{language=ts meta=title="a"}(b)'],
    ['~~~\n```\n~~~', 'codeBlock(```)', '````\n```\n````'],
    ['    a\n\n    b', 'codeBlock(a\n\nb)', '```\na\n\nb\n```'],
    ['```\n```', 'codeBlock()'],
    [
      '- a\n\n   ```\n   b\n    c\n   ```',
      'bulletList(listItem(paragraph(a) codeBlock(b\n c)))',
      '- a\n\n  ```\n  b\n   c\n  ```',
    ],
    [
      '<pre><code class="language-go">a &lt; b</code></pre>',
      'codeBlock{language=go}(a < b)',
      '```go\na < b\n```',
    ],
    ['```mermaid\ngraph\n```', 'codeBlock{language=mermaid}(graph)'],
  ],
  table: [
    [
      '| a   | b   |\n| --- | --: |\n| 1   | 2   |',
      'table(tableRow(tableHeader(paragraph(a)) tableHeader{align=right}(paragraph(b))) tableRow(tableCell(paragraph(1)) tableCell{align=right}(paragraph(2))))',
    ],
    [
      'a | b\n-|-\n1',
      'table(tableRow(tableHeader(paragraph(a)) tableHeader(paragraph(b))) tableRow(tableCell(paragraph(1)) tableCell(paragraph())))',
      '| a   | b   |\n| --- | --- |\n| 1   |     |',
    ],
    [
      '| a |\n|---|\n| 1 | 2 |',
      'table(tableRow(tableHeader(paragraph(a)) tableHeader(paragraph())) tableRow(tableCell(paragraph(1)) tableCell(paragraph(2))))',
      '| a   |     |\n| --- | --- |\n| 1   | 2   |',
    ],
    [
      '| `a\\|b` | c\\|d |\n| --- | --- |',
      'table(tableRow(tableHeader(paragraph(a|b^code)) tableHeader(paragraph(c|d))))',
      '| `a\\|b` | c\\|d |\n| ------ | ---- |',
    ],
    [
      '| <ul><li>a</li><li>b</li></ul> |\n| --- |',
      'table(tableRow(tableHeader(paragraph(• ahardBreak()• b))))',
      '| • a<br>• b |\n| ---------- |',
    ],
    [
      '| <p>a</p><p>b</p> |\n| --- |',
      'table(tableRow(tableHeader(paragraph(ahardBreak()b))))',
      '| a<br>b |\n| ------ |',
    ],
    [
      '| a<br>b |\n| --- |',
      'table(tableRow(tableHeader(paragraph(ahardBreak()b))))',
      '| a<br>b |\n| ------ |',
    ],
    [
      '<table><tr><td colspan="2">a<ul><li>b</ul></table>',
      'table(tableRow(tableCell{colspan=2}(paragraph(a) bulletList(listItem(paragraph(b))))))',
      '<table>\n<tr>\n<td colspan="2">\n\na\n\n- b\n\n</td>\n</tr>\n</table>',
    ],
  ],
  html: [
    [
      '<details>\n<summary>a</summary>\n\n- b\n\n</details>',
      'details(detailsSummary(a) detailsContent(bulletList(listItem(paragraph(b)))))',
    ],
    ['<p align="center">a</p>', 'paragraph(a)', 'a'],
    ['<div>\n\n# a\n\n</div>', 'heading{level=1}(a)', '# a'],
    ['Vec<T>', 'paragraph(Vec<T>)', 'Vec\\<T>'],
    ['<!-- a -->', 'comment{text= a }()'],
    ['a <!-- b --> c', 'paragraph(a inlineComment{text= b }() c)'],
    [
      '<script>\nalert(1)\n</script>',
      'htmlBlock(<script>\nalert(1)\n</script>)',
      '```html raw\n<script>\nalert(1)\n</script>\n```',
    ],
  ],
  more: [
    ['---', 'horizontalRule()', '***'],
    [
      'a[^n]\n\n[^n]: b\n\n    c',
      'paragraph(afootnoteReference{label=n}()) footnoteDefinition{label=n}(paragraph(b) paragraph(c))',
    ],
    ['a[^n]', 'paragraph(a[^n])', 'a\\[^n\\]'],
    [
      '$x^2$ costs $5 or $10',
      'paragraph(inlineMath{latex=x^2}()  costs $5 or $10)',
      '$x^2$ costs \\$5 or \\$10',
    ],
    ['$$\na\n$$', 'blockMath{latex=a}()'],
    ['```math\na\n```', 'blockMath{latex=a}()', '$$\na\n$$'],
    ['[@Ann Lee](mention:7)', 'paragraph(mention{label=Ann Lee}())'],
    [
      '[a](document:7) [b](decision:A-1)',
      'paragraph(documentReference{kind=document label=a}()   documentReference{kind=decision label=b}())',
    ],
    ['<!-- guidance: a\nb\n\nc -->', 'guidance(a b\nc)', '<!-- guidance: a b\n\nc -->'],
    [
      '[a]: b.md\n[a]: c.md\n\n[a]',
      'paragraph(a^link{href=b.md}) comment{text= [a]: c.md }()',
      '[a](b.md)\n\n<!-- [a]: c.md -->',
    ],
    ['[a]: b.md', 'comment{text= [a]: b.md }()', '<!-- [a]: b.md -->'],
  ],
  structured: [
    [
      '<!-- open-question id="kept" -->\n\n**Open question** · Owner: Ann · Due: 2026-12-01\n\na\n\n<!-- /open-question -->',
      'openQuestion{id=kept owner=Ann due=2026-12-01}(paragraph(a))',
    ],
    [
      '<!-- action id="kept" -->\n\n**Action** · Owner: Ann · Done\n\na\n\n<!-- /action -->',
      'actionItem{id=kept owner=Ann done=true}(paragraph(a))',
    ],
    [
      '<!-- action id="kept" -->\n\na\n\n<!-- /action -->',
      'actionItem{id=kept}(paragraph(a))',
      '<!-- action id="kept" -->\n\n**Action**\n\na\n\n<!-- /action -->',
    ],
    [
      '<!-- option-table id="kept" -->\n\n| a   |\n| --- |\n\n<!-- /option-table -->',
      'optionTable{id=kept}(table(tableRow(tableHeader(paragraph(a)))))',
    ],
    [
      '<!-- proposal id="kept" -->\n\n**Proposal** · Decider: Ann\n\n**a?**\n\n<!-- options -->\n\n- b\n\n<!-- recommendation -->\n\n**Recommendation**\n\nc\n\n<!-- /proposal -->',
      'proposal{id=kept decider=Ann}(proposalQuestion(a?) proposalOptions(bulletList(listItem(paragraph(b)))) proposalRecommendation(paragraph(c)))',
    ],
    [
      '<!-- anticipated-questions id="kept" -->\n\n<!-- question -->\n\n**a?**\n\nb\n\n<!-- /anticipated-questions -->',
      'anticipatedQuestions{id=kept}(anticipatedQuestion(questionText(a?) questionAnswer(paragraph(b))))',
    ],
    ['<!-- proposal -->\n\na', 'comment{text= proposal }() paragraph(a)'],
  ],
}

describe.each(Object.entries(examples))('%s', (_, rows) => {
  it.each(rows)('%j', (markdown, meaning, printed = markdown) => {
    const { doc } = parseMarkdown(`${markdown}\n`)
    expect((doc.content ?? []).map(brief).join(' ')).toBe(meaning)
    expect(printMarkdown(doc)).toBe(`${printed}\n`)
    expect(parseMarkdown(printMarkdown(doc)).doc).toEqual(doc)
  })
})

describe('what is not safe', () => {
  const unsafe = [
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](<java&#10;script:alert(1)>)',
    '[a](&#106;avascript:alert)',
    '[a](\u0001javascript:alert)',
    '<javascript:alert(1)>',
    '<a href="vbscript:x">a</a>',
    '[a](data:text/html,x)',
    '[a][b]\n\n[b]: javascript:x',
    '![a](data:image/svg+xml;base64,PHN2Zz4=)',
    '[![a](javascript:x)](b.md)',
    '<img src="javascript:x" alt="a">',
  ]
  it.each(unsafe)('%j keeps its text, not its target, and says so', markdown => {
    const { doc, notices } = parseMarkdown(markdown)
    expect(JSON.stringify(doc)).toContain('"text":')
    expect(JSON.stringify(doc)).not.toMatch(/"(href|src)":"[^"]*(script|data):?/i)
    expect(notices.map(notice => notice.code)).toContain('unsafeLink')
  })

  it.each([
    '<script>alert(1)</script>',
    'a <script>alert(1)</script> b',
    '<iframe src="x"></iframe>',
    '<svg onload="x">\n</svg>',
    '<p onclick="x">a <button onclick="y">b</button></p>',
  ])('%j is text, and the author is told', markdown => {
    const { doc, notices } = parseMarkdown(markdown)
    expect(JSON.stringify(doc)).not.toContain('onclick":')
    expect(notices.map(notice => notice.code)).toContain('rawHtml')
  })
})

describe('front matter', () => {
  const rows: [string, Record<string, unknown>][] = [
    ['title: a\ntags: [b, c]', { title: 'a', tags: ['b', 'c'] }],
    ['authors:\n  - "@ann"\n  - @bob', { authors: ['@ann', '@bob'] }],
    ['see: [a](b.md)', { see: '[a](b.md)' }],
    ['', {}],
  ]
  it.each(rows)('%j', (yaml, frontMatter) => {
    const read = parseMarkdown(`---\n${yaml}\n---\n\n# a\n`)
    expect(read.frontMatter).toEqual(frontMatter)
    expect(read.doc.content?.map(block => block.type)).toEqual(['heading'])
    expect(parseMarkdown(printMarkdown(read.doc, { frontMatter })).frontMatter).toEqual(frontMatter)
  })

  it('that is no YAML is kept as text, with a notice', () => {
    const { doc, notices } = parseMarkdown('---\na: b: c\n<d: e>\n---\n\nf\n')
    expect(doc.content?.map(brief)).toEqual(['codeBlock{language=yaml}(a: b: c\n<d: e>)', 'paragraph(f)'])
    expect(notices.map(notice => notice.code)).toEqual(['frontMatter'])
  })
})
