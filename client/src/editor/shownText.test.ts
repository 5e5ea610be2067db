import { schema } from '@colloquy/shared/schema/schema'
import { fragmentName, toYDoc } from '@colloquy/shared/schema/ydoc'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, XmlElement, XmlText } from 'yjs'
import { type ShownText, showText } from './shownText.ts'

const wordsOf = (doc: Doc) =>
  yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(fragmentName), schema).textContent

/** Somebody's server copy, with a writer who can put anything into it. */
function scene(mayEdit: boolean, before: (writer: Doc) => void = () => undefined) {
  const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'kept' }] }]
  const writer = toYDoc({ type: 'doc', content }, 1)
  before(writer)
  const live = new Doc()
  applyUpdate(live, encodeStateAsUpdate(writer), 'provider')
  const sent: unknown[] = []
  live.on('update', (_, origin) => {
    if (origin !== 'provider') sent.push(origin)
  })
  const texts: ShownText[] = []
  let repairs = 0
  const stop = showText(live, mayEdit, {
    show: text => {
      texts.push(text)
      // As the editor's binding does, which must not throw.
      const look = () => wordsOf(text.document)
      text.document.getXmlFragment(fragmentName).observeDeep(look)
      if (text.editable)
        text.leaving.add(() => text.document.getXmlFragment(fragmentName).unobserveDeep(look))
    },
    repaired: () => repairs++,
  })
  return {
    live,
    sent,
    texts,
    stop,
    repairs: () => repairs,
    words: () => wordsOf(texts.at(-1)?.document ?? new Doc()),
    arrive: (write: (writer: Doc) => void) => {
      write(writer)
      applyUpdate(live, encodeStateAsUpdate(writer, encodeStateVector(live)), 'provider')
    },
  }
}

const add =
  (name: string, words: string, marks: object = {}) =>
  (writer: Doc) => {
    const element = new XmlElement(name)
    const text = new XmlText()
    text.applyDelta([{ insert: words, attributes: marks }])
    element.insert(0, [text])
    writer.getXmlFragment(fragmentName).push([element])
  }
const bare = (writer: Doc) => writer.getXmlFragment(fragmentName).push([new XmlText('bare')])
const badLink = add('paragraph', ' and linked', { link: { href: { a: 1 } } })

test.each([
  ['bare text', bare, 'kept'],
  ['a link to an object', badLink, 'kept and linked'],
])('an editor heals the document for all: %s', (_, attack, words) => {
  const there = scene(true, attack)
  expect([there.words(), there.repairs(), there.sent]).toEqual([words, 1, ['repair']])
  const live = scene(true)
  live.arrive(attack)
  expect([live.words(), live.repairs(), live.sent]).toEqual([words, 1, ['repair']])
})

test.each([
  ['bare text', bare, 'kept'],
  ['a link to an object', badLink, 'kept and linked'],
])('a viewer sees it repaired and sends nothing: %s', (_, attack, words) => {
  const there = scene(false, attack)
  expect([there.words(), there.repairs(), there.sent]).toEqual([words, 1, []])
  const live = scene(false)
  live.arrive(attack)
  expect([live.words(), live.repairs(), live.sent]).toEqual([words, 1, []])
})

test('a viewer follows what others write', () => {
  const { arrive, words } = scene(false)
  arrive(add('paragraph', ' more'))
  expect(words()).toBe('kept more')
})

test('a document of a newer version can be read, not edited, and nothing of it is erased', () => {
  const newer = scene(true, add('fromTheFuture', 'new'))
  expect(newer.texts).toMatchObject([{ editable: false, newer: true }])
  newer.arrive(add('paragraph', ' marked', { shiny: {} }))
  expect(newer.words()).toBe('kept marked')
  expect(newer.live.getXmlFragment(fragmentName).toString()).toContain('new</fromthefuture>')
  expect(newer.sent).toEqual([])
})

test('when something of a newer version arrives, the editor leaves the live copy before it could erase it', () => {
  const { texts, live, arrive, sent, words } = scene(true)
  const held: string[] = []
  texts[0]?.leaving.add(() => held.push('left'))
  live.getXmlFragment(fragmentName).observeDeep(() => held.push('seen'))
  arrive(add('fromTheFuture', 'new'))
  expect(held).toEqual(['left', 'seen'])
  expect(texts.map(({ editable, newer }) => [editable, newer])).toEqual([
    [true, false],
    [false, true],
  ])
  expect(words()).toBe('kept')
  expect(live.getXmlFragment(fragmentName).toString()).toContain('new</fromthefuture>')
  expect(sent).toEqual([])
})
