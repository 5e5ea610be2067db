import { anchor as anchorShape } from '@colloquy/shared/contract/anchor'
import type { Node } from '@tiptap/pm/model'
import type { Transform } from '@tiptap/pm/transform'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { create } from './create.ts'
import { resolve } from './resolve.ts'
import {
  bold,
  br,
  doc,
  h,
  heading,
  image,
  li,
  marked,
  p,
  paragraph,
  pre,
  type Replica,
  startReplica,
  strong,
  text,
  textOf,
  ul,
} from './testing/replica.ts'

type At = (mark: string) => number
type Edit = (transform: Transform, at: At) => void

/**
 * Anchors `<a>`–`<b>` of `before`, applies the edits one after the other as one person would, and expects the
 * anchor where `after` has the marks, or orphaned when it has none. Then the laws that hold for every example:
 * a replica that received the updates backwards and one that was loaded afresh agree, and undoing every edit
 * brings the passage back, here and at the others.
 */
function check(before: Node, edits: Edit | Edit[], after: Node) {
  const writer = startReplica(1)
  const start = marked(before)
  writer.write(start.document)
  const { a = 0, b = 0 } = start.at
  const made = create(writer.read(), a, b)
  if (!made) throw new Error('nothing to anchor')
  const anchor = anchorShape.parse(JSON.parse(JSON.stringify(made)))
  const original = textOf(writer.document, { from: a, to: b })
  expect(anchor.quote.exact.replaceAll('\uFFFC', '*'), 'the quote is the passage').toBe(original)
  expect(resolve(anchor, writer.read())).toMatchObject({ state: 'anchored', by: 'identity', from: a, to: b })

  writer.undoManager.clear()
  const positions = new Map(Object.entries(start.at))
  const at = (mark: string) => {
    const position = positions.get(mark)
    if (position === undefined) throw new Error(`no mark <${mark}>`)
    return position
  }
  for (const edit of [edits].flat()) {
    const mapping = writer.edit(transform => edit(transform, at))
    for (const [mark, position] of positions) positions.set(mark, mapping.map(position))
  }
  const end = marked(after)
  expect(writer.document.toString(), 'the edits do what the example says').toBe(end.document.toString())
  const expected =
    end.at['a'] === undefined
      ? { state: 'orphaned' }
      : { state: 'anchored', from: end.at['a'], to: end.at['b'] }

  const everywhere = (law: (replica: Replica) => void) => {
    law(writer)
    const late = startReplica(2)
    for (const update of writer.updates.toReversed()) late.receive(update)
    law(late)
    const fresh = startReplica(3)
    fresh.receive(Y.encodeStateAsUpdate(late.doc))
    law(fresh)
  }
  everywhere(replica => expect(resolve(anchor, replica.read())).toMatchObject(expected))

  while (writer.undoManager.canUndo()) writer.undo()
  everywhere(replica => {
    const undone = resolve(anchor, replica.read())
    if (undone.state === 'orphaned') throw new Error('an undo did not bring the passage back')
    expect(textOf(replica.document, undone)).toBe(original)
  })
}

const insert =
  (mark: string, characters: string): Edit =>
  (transform, at) =>
    transform.insert(at(mark), text(characters))
const remove =
  (from = 'c', to = 'd'): Edit =>
  (transform, at) =>
    transform.delete(at(from), at(to))
const split: Edit = (transform, at) => transform.split(at('c'))
const join: Edit = (transform, at) => transform.join(at('c') - 1)
const setType =
  (type = heading): Edit =>
  (transform, at) =>
    transform.setBlockType(at('c'), at('c'), type)

test.each<[string, Node, Edit | Edit[], Node]>([
  [
    'text is written before it',
    doc(p('He <c>said <a>hello<b>.')),
    insert('c', 'never '),
    doc(p('He never said <a>hello<b>.')),
  ],
  [
    'a block is put before it',
    doc(p('Well.'), p('He said <a>hello<b>.')),
    transform => transform.insert(0, p('New.')),
    doc(p('New.'), p('Well.'), p('He said <a>hello<b>.')),
  ],
  [
    'text is written right before and right behind it',
    doc(p('<c><a>hello<b><d>')),
    [insert('c', 'oh '), insert('d', ' there')],
    doc(p('oh <a>hello<b> there')),
  ],
  [
    'text is written inside it',
    doc(p('I <a>said<c> hello<b>.')),
    insert('c', ' a loud'),
    doc(p('I <a>said a loud hello<b>.')),
  ],
  [
    'its middle is deleted',
    doc(p('I <a>said<c> a loud<d> hello<b>.')),
    remove(),
    doc(p('I <a>said hello<b>.')),
  ],
  ['its beginning is deleted', doc(p('I <a><c>said <d>hello<b>.')), remove(), doc(p('I <a>hello<b>.'))],
  ['its end is deleted', doc(p('I <a>said<c> hello<b><d>.')), remove(), doc(p('I <a>said<b>.'))],
  [
    'a deletion reaches into it from both sides',
    doc(p('one <c>two <a>three<d> four <e>five<b> six<f> seven')),
    [remove('c', 'd'), remove('e', 'f')],
    doc(p('one  <a>four<b>  seven')),
  ],
  ['all of it is deleted', doc(p('I said <a><c>hello<b><d>.')), remove(), doc(p('I said .'))],
  [
    'all of it is deleted where the same words stand elsewhere',
    doc(p('the lock and <a><c>the <b><d>key of the door'), p('the end')),
    remove(),
    doc(p('the lock and key of the door'), p('the end')),
  ],
  [
    'its paragraph is deleted',
    doc(p('Well.'), p('<c>I said <a>hello<b>.<d>'), p('Yes.')),
    (transform, at) => transform.delete(at('c') - 1, at('d') + 1),
    doc(p('Well.'), p('Yes.')),
  ],
  [
    'it is deleted and the word used again much later',
    doc(p('We <a><c>retry<b><d> often.'), p('Much later.<e>')),
    [remove(), insert('e', ' People who retry are patient.')],
    doc(p('We  often.'), p('Much later. People who retry are patient.')),
  ],
  [
    'it is deleted and written again in place',
    doc(p('We <a><c>retry<b><d> often.')),
    [remove(), insert('c', 'retry')],
    doc(p('We <a>retry<b> often.')),
  ],
  [
    'its last word is replaced',
    doc(p('We <a>often <c>utilise<b><d> it.')),
    [remove(), insert('c', 'exploit')],
    doc(p('We <a>often exploit<b> it.')),
  ],
  [
    'part of it is set in bold',
    doc(p('I <c>said <a>hel<d>lo<b>.')),
    (transform, at) => transform.addMark(at('c'), at('d'), bold),
    doc(p('I ', strong('said <a>hel'), 'lo<b>.')),
  ],
  [
    'its paragraph is split before it',
    doc(p('He said. <c>We <a>retry<b> often.')),
    split,
    doc(p('He said. '), p('We <a>retry<b> often.')),
  ],
  [
    'its paragraph is split right before it',
    doc(p('We <c><a>retry<b> often.')),
    split,
    doc(p('We '), p('<a>retry<b> often.')),
  ],
  [
    'its paragraph is split inside it',
    doc(p('He said: <a>we <c>retry<b> often.')),
    split,
    doc(p('He said: <a>we '), p('retry<b> often.')),
  ],
  [
    'its paragraph is split behind it and both are changed',
    doc(p('He <d>said: <a>we retry<b> <c>often.')),
    [split, insert('d', 'never ')],
    doc(p('He never said: <a>we retry<b> '), p('often.')),
  ],
  [
    'it is split in two places and written in',
    doc(p('So <a>one two <c>three four <d>five six<b>.')),
    [split, (transform, at) => transform.split(at('d')), insert('d', 'and ')],
    doc(p('So <a>one two '), p('three four '), p('and five six<b>.')),
  ],
  [
    'its paragraph is joined to the one before',
    doc(p('He said. '), p('<c>We <a>retry<b> often.')),
    join,
    doc(p('He said. We <a>retry<b> often.')),
  ],
  [
    'the paragraphs it spans are joined',
    doc(p('He <a>said. '), p('<c>We<b> retry.')),
    join,
    doc(p('He <a>said. We<b> retry.')),
  ],
  [
    'its paragraph becomes a heading',
    doc(p('Intro'), p('<c>We <a>retry<b> often.'), p('We retry.')),
    setType(),
    doc(p('Intro'), h('We <a>retry<b> often.'), p('We retry.')),
  ],
  [
    'its paragraph of one word becomes a heading, and text is written in it',
    doc(p('<c><a>Retries<b>'), p('Retries are good.')),
    [setType(), insert('c', 'Re: ')],
    doc(h('Re: <a>Retries<b>'), p('Retries are good.')),
  ],
  [
    'its heading becomes a paragraph and a typo in it is mended',
    doc(h('<c>We <a>retry qui<d>te<e> often<b> here'), p('Why')),
    [setType(paragraph), remove('d', 'e'), insert('d', 'ckly')],
    doc(p('We <a>retry quickly often<b> here'), p('Why')),
  ],
  [
    'the middle of the blocks it spans becomes a heading',
    doc(p('A <a>one'), p('<c>two'), p('three<b> B')),
    setType(),
    doc(p('A <a>one'), h('two'), p('three<b> B')),
  ],
  [
    'the first and the last of the blocks it spans become headings',
    doc(p('A <a><c>one'), p('two two'), p('<d>three<b> B')),
    [setType(), (transform, at) => transform.setBlockType(at('d'), at('d'), heading)],
    doc(h('A <a>one'), p('two two'), h('three<b> B')),
  ],
  [
    'the last of the blocks it spans is deleted',
    doc(p('Say <a>one'), p('<c>two<b> B<d>'), p('C')),
    (transform, at) => transform.delete(at('c') - 1, at('d') + 1),
    doc(p('Say <a>one<b>'), p('C')),
  ],
  [
    'it spans a split that is undone by a join, and all of it is deleted',
    doc(p('We <a>retry'), p('<c>often<b> and<d> late.')),
    [join, (transform, at) => transform.delete(at('a'), at('b'))],
    doc(p('We  and late.')),
  ],
  [
    'its word is cut and pasted into another paragraph',
    doc(p('We <c><a>retry<b> <d>often.'), p('They <e>wait.')),
    [remove(), insert('e', 'retry ')],
    doc(p('We often.'), p('They <a>retry<b> wait.')),
  ],
  [
    'its paragraph is cut and pasted further down',
    doc(p('<c>We <a>retry<b> often.<d>'), p('They wait.'), p('The end<e>.')),
    [
      (transform, at) => transform.delete(at('c') - 1, at('d') + 1),
      (transform, at) => transform.insert(at('e') + 2, p('We retry often.')),
    ],
    doc(p('They wait.'), p('The end.'), p('We <a>retry<b> often.')),
  ],
  [
    'it is copied elsewhere and then shortened',
    doc(p('We <a>retry most<c> requests<b><d>.'), p('Copy: <e>')),
    [insert('e', 'retry most requests'), remove()],
    doc(p('We <a>retry most<b>.'), p('Copy: retry most requests')),
  ],
  [
    'its paragraph is wrapped into a list',
    doc(p('One'), p('<c>We <a>retry<b> often.<d>')),
    (transform, at) => transform.replaceWith(at('c') - 1, at('d') + 1, ul(li(p('We retry often.')))),
    doc(p('One'), ul(li(p('We <a>retry<b> often.')))),
  ],
  [
    'it spans lines of code and its block becomes a paragraph',
    doc(pre('<c>if (a) {\n  <a>b()\n  c()<b>\n}')),
    setType(paragraph),
    doc(p('if (a) {   <a>b()   c()<b> }')),
  ],
  [
    'a line is written into the code it spans',
    doc(pre('if (a) {\n  <a>b()<c>\n  c()<b>\n}')),
    insert('c', '\n  d()'),
    doc(pre('if (a) {\n  <a>b()\n  d()\n  c()<b>\n}')),
  ],
  [
    'it spans an image and a line break',
    doc(p('See <a>this', br(), 'one'), image(), p('<c>here<b>.')),
    insert('c', 'right '),
    doc(p('See <a>this', br(), 'one'), image(), p('right here<b>.')),
  ],
  [
    'it is the text behind a line break',
    doc(p('See', br(), '<c><a>this<b>', br(), 'one')),
    insert('c', 'only '),
    doc(p('See', br(), 'only <a>this<b>', br(), 'one')),
  ],
])('a passage is found when %s', (_, before, edits, after) => check(before, edits, after))
