import type { JSONContent } from '@tiptap/core'
import fc from 'fast-check'
import { canonical } from './canonical.ts'
import { withIds } from './ids.ts'
import { calloutKinds } from './nodes/callout.ts'

/** Words and signs that Markdown could take for its own. */
const fragments = [
  'word',
  'Größe',
  '日本',
  'snake_case',
  'a',
  'b',
  '1',
  '42',
  ' ',
  ' ',
  ' ',
  ' ',
  '  ',
  '\t',
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  '**',
  '__',
  '~~',
  '```',
  '~~~',
  '$$',
  '&amp;',
  '&nbsp;',
  '<b>',
  '</b>',
  '<script>',
  '<!-- x -->',
  '[x](y)',
  '![x](y)',
  '[^n]',
  '[ ]',
  '1.',
  '12)',
  '- ',
  '> ',
  '# ',
  'https://a.example/b_c',
  'www.a.example',
  'ann@a.example',
  '\u00a0',
  '😀',
  ':::',
  '---',
  '===',
  '| a | b |',
  'Setext\n===',
]

const text: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 6 })
  .map(parts => parts.join('').replaceAll('\n', ' '))

const name: fc.Arbitrary<string> = fc
  .array(fc.constantFrom('Ann', 'Lee', 'queue', 'v2', '(x)', '"q"', '[b]', '*', '&'), {
    minLength: 1,
    maxLength: 3,
  })
  .map(words => words.join(' '))

const key: fc.Arbitrary<string> = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
const date: fc.Arbitrary<string> = fc.constantFrom('2026-01-31', '2027-12-01')
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { nil: null })

const href: fc.Arbitrary<string> = fc.constantFrom(
  'https://a.example',
  'https://a.example/b_c?d=e&amp=f#g',
  '#risks',
  './other doc.md',
  'https://a.example/(x)',
  'a)b',
  'mailto:ann@a.example',
  'c:/x|y'.slice(2),
  '<x>',
  'back\\slash',
  '',
)

const marks = fc
  .record({
    link: fc.option(fc.record({ href: href.filter(Boolean), title: maybe(name) }), { nil: null, freq: 4 }),
    types: fc.subarray(
      ['bold', 'italic', 'strike', 'underline', 'highlight', 'superscript', 'subscript', 'keyboard', 'code'],
      { maxLength: 2 },
    ),
    any: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ link, types, any }) => [
    ...(link ? [{ type: 'link', attrs: link }] : []),
    ...(any === 0 ? types.map(type => ({ type })) : []),
  ])

const textNode = fc.record({ text, marks }).map(({ text, marks }) => ({ type: 'text', text, marks }))

const node = (type: string, attrs: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<JSONContent> =>
  attrs.map(attrs => ({ type, attrs }))

const atom: fc.Arbitrary<JSONContent> = fc.oneof(
  fc.constant({ type: 'hardBreak' }),
  node(
    'image',
    fc.record({
      src: href.filter(src => !src.startsWith('mailto')),
      alt: maybe(name),
      title: maybe(name),
      width: maybe(fc.constant(320)),
      height: fc.constant(null),
      href: maybe(href.filter(Boolean)),
    }),
  ),
  node('inlineMath', fc.record({ latex: fc.constantFrom('x^2', '\\frac{a}{b}', 'a|b', 'n < m') })),
  node(
    'mention',
    fc
      .record({ id: key, label: maybe(name.filter(label => !label.startsWith('@'))) })
      .map(one => (one.label === one.id ? { ...one, label: null } : one)),
  ),
  node(
    'documentReference',
    fc.record({ kind: fc.constantFrom('document', 'decision'), id: key, label: maybe(name) }),
  ),
  node('footnoteReference', fc.record({ label: fc.constantFrom('1', 'note') })),
  node('anchor', fc.record({ id: key })),
  node('inlineComment', fc.record({ text: fc.constantFrom(' c ', '', ' a-b | c ') })),
)

const inline = fc.array(fc.oneof({ weight: 5, arbitrary: textNode }, { weight: 1, arbitrary: atom }), {
  maxLength: 5,
})
const texts = fc.array(textNode, { maxLength: 3 })
const code = fc.array(fc.constantFrom('a', ' ', '\n', '```', '~~~~', '\t', '<b>', '|', '\n\n', '- x'), {
  maxLength: 6,
})
const codeText = code.map(parts => parts.join('')).map(text => (text ? [{ type: 'text', text }] : []))

const paragraph = inline.map(content => ({ type: 'paragraph', content }))
const id = maybe(key)
const owner = { id, owner: maybe(name), ownerId: maybe(key), due: maybe(date) }
const question = texts.map(content =>
  content.map(node => ({ ...node, marks: node.marks.filter(mark => mark.type !== 'bold') })),
)

const { block } = fc.letrec<{
  block: JSONContent
  blocks: JSONContent[]
  table: JSONContent
  items: JSONContent[]
}>(tie => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3, depthIdentifier: 'blocks' }),
  items: fc.array(
    fc
      .record({ first: paragraph, rest: fc.option(tie('blocks'), { nil: [], depthIdentifier: 'blocks' }) })
      .map(({ first, rest }) => ({ type: 'listItem', content: [first, ...rest] })),
    { minLength: 1, maxLength: 3 },
  ),
  table: fc
    .record({
      columns: fc.array(fc.constantFrom(null, 'left', 'center', 'right'), { minLength: 1, maxLength: 3 }),
      rows: fc.integer({ min: 1, max: 3 }),
      header: fc.boolean(),
      cells: fc.infiniteStream(
        fc.oneof(
          { weight: 6, arbitrary: paragraph.map(one => [one]) },
          { weight: 1, arbitrary: tie('blocks') },
        ),
      ),
      width: maybe(fc.constantFrom(80, 200)),
    })
    .map(({ columns, rows, header, cells, width }) => ({
      type: 'table',
      content: Array.from({ length: rows }, (_, row) => ({
        type: 'tableRow',
        content: columns.map(align => ({
          type: header && row === 0 ? 'tableHeader' : 'tableCell',
          attrs: { align, colwidth: width && [width] },
          content: cells.next().value,
        })),
      })),
    })),
  block: fc.oneof(
    { depthIdentifier: 'blocks', maxDepth: 3, withCrossShrink: true },
    { weight: 6, arbitrary: paragraph },
    {
      weight: 3,
      arbitrary: fc
        .record({ level: fc.integer({ min: 1, max: 6 }), id, content: inline })
        .map(({ level, id, content }) => ({ type: 'heading', attrs: { level, id }, content })),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({
          language: maybe(fc.constantFrom('ts', 'mermaid', 'c++', 'html')),
          meta: maybe(fc.constantFrom('title=a b', '{1,3}')),
          content: codeText,
        })
        .map(({ language, meta, content }) => ({
          type: 'codeBlock',
          attrs: { language: meta ? (language ?? 'text') : language, meta },
          content,
        })),
    },
    { weight: 1, arbitrary: fc.constant({ type: 'horizontalRule' }) },
    {
      weight: 1,
      arbitrary: node(
        'blockMath',
        fc.record({ latex: fc.constantFrom('', 'x', 'a\n\nb', '$$', '- a\n> b') }),
      ),
    },
    {
      weight: 1,
      arbitrary: node('comment', fc.record({ text: fc.constantFrom(' toc ', '', ' a\n\nb ', ' /toc ') })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('', 'Say why.', 'One.\nTwo.')
        .map(text => ({ type: 'guidance', content: text ? [{ type: 'text', text }] : [] })),
    },
    { weight: 1, arbitrary: codeText.map(content => ({ type: 'htmlBlock', content })) },
    { weight: 1, arbitrary: tie('blocks').map(content => ({ type: 'blockquote', content })) },
    {
      weight: 1,
      arbitrary: fc
        .record({ kind: fc.constantFrom(...calloutKinds), content: tie('blocks') })
        .map(({ kind, content }) => ({ type: 'callout', attrs: { kind }, content })),
    },
    { weight: 2, arbitrary: tie('items').map(content => ({ type: 'bulletList', content })) },
    {
      weight: 1,
      arbitrary: fc
        .record({ start: fc.constantFrom(1, 1, 0, 9, 123), content: tie('items') })
        .map(({ start, content }) => ({ type: 'orderedList', attrs: { start }, content })),
    },
    {
      weight: 1,
      arbitrary: fc.record({ checked: fc.boolean(), content: tie('items') }).map(({ checked, content }) => ({
        type: 'taskList',
        content: content.map(item => ({ ...item, type: 'taskItem', attrs: { checked } })),
      })),
    },
    { weight: 2, arbitrary: tie('table') },
    {
      weight: 1,
      arbitrary: fc
        .record({ open: fc.boolean(), summary: texts, content: tie('blocks') })
        .map(({ open, summary, content }) => ({
          type: 'details',
          attrs: { open },
          content: [
            { type: 'detailsSummary', content: summary },
            { type: 'detailsContent', content },
          ],
        })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ id, table: tie('table') })
        .map(({ id, table }) => ({ type: 'optionTable', attrs: { id }, content: [table] })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({
          id,
          decider: maybe(name),
          deciderId: maybe(key),
          question,
          options: tie('blocks'),
          recommendation: tie('blocks'),
        })
        .map(({ id, decider, deciderId, question, options, recommendation }) => ({
          type: 'proposal',
          attrs: { id, decider, deciderId },
          content: [
            { type: 'proposalQuestion', content: question },
            { type: 'proposalOptions', content: options },
            { type: 'proposalRecommendation', content: recommendation },
          ],
        })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ attrs: fc.record(owner), content: tie('blocks') })
        .map(({ attrs, content }) => ({ type: 'openQuestion', attrs, content })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ attrs: fc.record({ ...owner, done: fc.boolean() }), content: tie('blocks') })
        .map(({ attrs, content }) => ({ type: 'actionItem', attrs, content })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({
          id,
          questions: fc.array(fc.record({ question, answer: tie('blocks') }), { minLength: 1, maxLength: 2 }),
        })
        .map(({ id, questions }) => ({
          type: 'anticipatedQuestions',
          attrs: { id },
          content: questions.map(({ question, answer }) => ({
            type: 'anticipatedQuestion',
            content: [
              { type: 'questionText', content: question },
              { type: 'questionAnswer', content: answer },
            ],
          })),
        })),
    },
  ),
}))

const footnotes = ['1', 'note'].map(label => ({
  type: 'footnoteDefinition',
  attrs: { label },
  content: [{ type: 'paragraph', content: [{ type: 'text', text: `About ${label}.` }] }],
}))

/** Documents of the schema with every node and mark in it, in canonical form and with ids. Footnotes have their notes. */
export const anyDocument: fc.Arbitrary<JSONContent> = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map(content => canonical(withIds(canonical({ type: 'doc', content: [...content, ...footnotes] }))))
