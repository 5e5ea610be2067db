import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { examine } from './faults.ts'
import { repair } from './repair.ts'
import { schema } from './schema.ts'
import { fragmentName, toYDoc } from './ydoc.ts'

const good = { type: 'paragraph', content: [{ type: 'text', text: 'kept' }] }

const element = (name: string, children: (Y.XmlElement | Y.XmlText)[] = [], attributes: object = {}) => {
  const made = new Y.XmlElement(name)
  // reason: this plays a client that writes past the types
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string)
  made.insert(0, children)
  return made
}

const text = (words: string, marks: object = {}) => {
  const made = new Y.XmlText()
  made.applyDelta([{ insert: words, attributes: marks }])
  return made
}

const paragraph = (words: string, marks: object = {}) => element('paragraph', [text(words, marks)])

const table = (span: unknown) =>
  element('table', [element('tableRow', [element('tableCell', [paragraph('cell')], { colspan: span })])])

const tower = (floors: number) => {
  let top = element('blockquote', [paragraph('top')])
  for (let floor = 1; floor < floors; floor++) top = element('blockquote', [top])
  return top
}

const hook = (): Y.XmlElement => new Y.XmlHook('x') as unknown as Y.XmlElement // reason: written past the types

/** What a client writes, how many faults that is, and the words that are left. */
const attacks: [string, () => Y.XmlElement | Y.XmlText, number, string][] = [
  ['a link to an object', () => paragraph('hi', { link: { href: { a: 1 } } }), 1, 'kepthi'],
  ['a link to a number', () => paragraph('hi', { link: { href: 7 } }), 1, 'kepthi'],
  ['a mark in code', () => element('codeBlock', [text('x', { bold: {} })]), 1, 'keptx'],
  ['a mark that is a trap', () => paragraph('hi', { constructor: {} }), 1, 'kepthi'],
  ['text where blocks belong', () => text('bare'), 1, 'kept'],
  ['text inside a quote', () => element('blockquote', [text('bare'), paragraph('hi')]), 1, 'kepthi'],
  ['a cell of a billion columns', () => table(1e9), 1, 'keptcell'],
  ['a cell of no columns', () => table(-1), 1, 'keptcell'],
  ['a cell of an object', () => table({ a: 1 }), 1, 'keptcell'],
  ['a heading of level 99', () => element('heading', [text('hi')], { level: 99 }), 1, 'kepthi'],
  ['code in an object', () => element('codeBlock', [text('x')], { language: {} }), 1, 'keptx'],
  ['a node called constructor', () => element('constructor', [paragraph('hi')]), 1, 'kept'],
  ['a node called __proto__', () => element('__proto__'), 1, 'kept'],
  ['a node called nothing', () => element(''), 1, 'kept'],
  ['a node with an endless name', () => element('x'.repeat(1000)), 1, 'kept'],
  ['a heading in a paragraph', () => element('paragraph', [text('hi'), element('heading')]), 1, 'kepthi'],
  ['a row without a table', () => element('tableRow'), 1, 'kept'],
  ['a hook', hook, 1, 'kept'],
]

const attacked = (attack: () => Y.XmlElement | Y.XmlText) => {
  const doc = toYDoc({ type: 'doc', content: [good] }, 1)
  const fragment = doc.getXmlFragment(fragmentName)
  fragment.insert(1, [attack()])
  return { doc, fragment }
}

const shown = (fragment: Y.XmlFragment) => yXmlFragmentToProseMirrorRootNode(fragment, schema)

describe('a document that no editor could show', () => {
  it.each(attacks)('opens after its repair, with all else kept: %s', (_, attack, faults, words) => {
    const { fragment } = attacked(attack)
    expect(repair(fragment, 'repair')).toBe(faults)
    const node = shown(fragment)
    node.check()
    expect(node.textContent).toBe(words)
    expect(examine(fragment)).toEqual({ faults: [], unknown: [] })
  })

  it('opens when it was 3000 quotes deep', () => {
    const { doc, fragment } = attacked(() => element('blockquote'))
    doc.transact(() => {
      let at = fragment.get(1)
      for (let floor = 0; floor < 3000 && at instanceof Y.XmlElement; floor++) {
        const next = element('blockquote')
        at.insert(0, [next])
        at = next
      }
    })
    repair(fragment, 'repair')
    expect(shown(fragment).textContent).toBe('kept')
  })

  it('keeps an embed’s neighbours', () => {
    const { fragment } = attacked(() => {
      const words = text('ab')
      words.insertEmbed(1, { a: 1 })
      return element('paragraph', [words])
    })
    repair(fragment, 'repair')
    expect(shown(fragment).textContent).toBe('keptab')
  })

  it.each(attacks)(
    'is repaired before its observers see it when it arrives live: %s',
    (_, attack, faults) => {
      const { doc: theirs } = attacked(attack)
      const doc = toYDoc({ type: 'doc', content: [good] }, 1)
      const fragment = doc.getXmlFragment(fragmentName)
      const repaired: number[] = []
      doc.on('beforeObserverCalls', transaction => {
        if (!transaction.local) repaired.push(repair(fragment, 'repair', transaction.changed.keys()))
      })
      const seen: string[] = []
      fragment.observeDeep(() => seen.push(shown(fragment).textContent))
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs))
      expect(repaired).toEqual([faults])
      expect(seen.length).toBeGreaterThan(0)
      expect(seen.every(words => words.startsWith('kept'))).toBe(true)
    },
  )

  it('is repaired alike by two who do it at once', () => {
    for (const [, attack] of attacks) {
      const { doc } = attacked(attack)
      const other = new Y.Doc()
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
      repair(doc.getXmlFragment(fragmentName), 'repair')
      repair(other.getXmlFragment(fragmentName), 'repair')
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
      const [one, two] = [doc, other].map(each => shown(each.getXmlFragment(fragmentName)).toJSON())
      expect(one).toEqual(two)
    }
  })
})

it('what only a newer schema knows is named and left alone', () => {
  const { fragment } = attacked(() => element('fromTheFuture', [paragraph('hi', { shiny: {} })]))
  expect(examine(fragment)).toEqual({ faults: [], unknown: ['fromTheFuture', 'shiny'] })
})

it('a deep document within the limit has no faults', () => {
  expect(examine(attacked(() => tower(290)).fragment).faults).toEqual([])
})
