import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { GFM, parser } from '@lezer/markdown'
import type { JSONContent } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from './markdown/parse.ts'
import { printMarkdown } from './markdown/print.ts'
import { schema } from './schema.ts'

const folder = new URL('../../../../shared/forecast/docs/', import.meta.url)
const present = existsSync(folder)
const names = present ? readdirSync(folder).filter(name => name.endsWith('.md')) : []

describe.skipIf(!present)(`real documents${present ? '' : ' (skipped: no ../shared/forecast/docs)'}`, () => {
  it.each(names)('%s comes in and goes out without a loss', name => {
    const source = readFileSync(new URL(name, folder), 'utf8').replace(/\r\n?/g, '\n')
    const { doc, frontMatter } = parseMarkdown(source)
    schema.nodeFromJSON(doc).check()
    expect(missing(countSource(source), countDocument(doc, frontMatter))).toEqual([])
    const again = parseMarkdown(printMarkdown(doc, { frontMatter }))
    expect(again.doc).toEqual(doc)
    expect(again.frontMatter).toEqual(frontMatter)
  })
})

/** What a document holds, as lines such as `word: cache`, each as often as it occurs. */
type Count = Map<string, number>

const add = (count: Count, kind: string, what: string): void => {
  count.set(`${kind}: ${what}`, (count.get(`${kind}: ${what}`) ?? 0) + 1)
}

const addWords = (count: Count, text: string): void => {
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) add(count, 'word', word)
}

const addCode = (count: Count, code: string): void => add(count, 'code', code.replace(/\s+/g, ' ').trim())

const grammar = parser.configure(GFM)

/** Signs of Markdown that hold letters or digits without being text, and targets, which are counted apart. */
const noText = new Set([
  'ListMark',
  'TaskMarker',
  'HTMLTag',
  'Entity',
  'LinkTitle',
  'LinkReference',
  'LinkLabel',
])

/** Counts over the source with the library's own grammar, by none of our reading. */
const countSource = (source: string): Count => {
  const count: Count = new Map()
  let text = source
  const blank = (from: number, to: number): void => {
    text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)
  }
  grammar.parse(source).iterate({
    enter: ({ name, from, to, node }) => {
      const raw = source.slice(from, to)
      const parent = node.parent?.name ?? ''
      if (name === 'TableCell') add(count, 'cell', '')
      if (name === 'FencedCode' || name === 'CodeBlock') {
        const lines = node.getChildren('CodeText').map(line => source.slice(line.from, line.to))
        addCode(count, lines.join(''))
      }
      if (name === 'URL' && parent !== 'LinkReference') add(count, 'target', raw.replace(/^<(.*)>$/, '$1'))
      if (name === 'URL' && ['Link', 'Image', 'LinkReference'].includes(parent)) blank(from, to)
      if (noText.has(name)) blank(from, to)
      if (name === 'HTMLBlock')
        for (const tag of raw.matchAll(/<[^<>]*>/g)) blank(from + tag.index, from + tag.index + tag[0].length)
    },
  })
  addWords(count, text)
  return count
}

const countDocument = (doc: JSONContent, frontMatter: Record<string, unknown>): Count => {
  const count: Count = new Map()
  const addMatter = (text: string): void => {
    addWords(count, text.replace(/\\[nrt"\\]/g, ' '))
    for (const target of text.match(/[^\s"()<]+/g) ?? []) {
      add(count, 'target', target)
      add(count, 'target', target.replace(/>$/, ''))
    }
  }
  const visit = (node: JSONContent): void => {
    if (node.type === 'codeBlock') addCode(count, node.content?.[0]?.text ?? '')
    if (node.type === 'tableCell' || node.type === 'tableHeader') add(count, 'cell', '')
    for (const { attrs } of node.marks ?? []) if (attrs?.['href']) add(count, 'target', String(attrs['href']))
    for (const name of ['src', 'href'])
      if (typeof node.attrs?.[name] === 'string') add(count, 'target', node.attrs[name])
    for (const value of Object.values(node.attrs ?? {})) if (typeof value === 'string') addWords(count, value)
    if (node.text !== undefined) addWords(count, node.text)
    for (const child of node.content ?? []) visit(child)
  }
  visit(doc)
  addMatter(JSON.stringify(frontMatter))
  // Front matter that is no YAML is kept as code on top.
  const [first] = doc.content ?? []
  if (first?.attrs?.['language'] === 'yaml') addMatter(first.content?.[0]?.text ?? '')
  return count
}

/** Targets of bare addresses are completed, so they are looked for under their full form too. */
const missing = (source: Count, doc: Count): string[] =>
  [...source].flatMap(([what, times]) => {
    if (!what.startsWith('target: ')) return (doc.get(what) ?? 0) < times ? [what] : []
    const forms = ['', 'mailto:', 'http://'].map(scheme => what.replace('target: ', `target: ${scheme}`))
    return forms.some(form => doc.has(form)) ? [] : [what]
  })
