import type { JSONContent } from '@tiptap/core'
import { comment } from '../nodes/comment.ts'
import { readGuidance } from '../nodes/guidance.ts'
import { htmlBlock } from '../nodes/htmlBlock.ts'
import { attributesOf, tokens } from './html.ts'
import type { Element, Html, Reader, Syntax } from './rules.ts'
import { blocksBySyntax, blocksByTag, blockWrappers } from './tags.ts'

/**
 * Reads the blocks of a container. HTML between them is put together first, for an element may open in one block of HTML and
 * close in another, with Markdown between the two: `<details>`, then a list, then `</details>`.
 */
export const readBlocks = (parent: Syntax, reader: Reader): JSONContent[] => {
  const html: Html[] = []
  const open: Element[] = []
  const add = (child: Html): void => {
    const into = open.at(-1)?.children ?? html
    const last = into.at(-1)
    if (child.kind === 'blocks' && last?.kind === 'blocks') append(last.blocks, child.blocks)
    else into.push(child)
  }
  for (const syntax of parent.children) {
    if (syntax.name === 'HTMLBlock' || syntax.name === 'CommentBlock') {
      const around = open.at(-1)
      // Between two blocks of HTML is a blank line, which parts their texts.
      if (!around || isBlockTag(around.tag.name)) add({ kind: 'blocks', blocks: [] })
      readTokens(reader.source(syntax.from, syntax.to, syntax), syntax.from, open, add, reader)
    } else if (syntax.name === 'ProcessingInstructionBlock') {
      add({ kind: 'blocks', blocks: [htmlBlock(reader.source(syntax.from, syntax.to, syntax))] })
    } else {
      const rule = blocksBySyntax.get(syntax.name)?.rule
      if (rule?.read) add({ kind: 'blocks', blocks: rule.read(syntax, reader) })
    }
  }
  return readHtmlBlocks(html, reader)
}

/** A document may have more blocks than a call may have arguments. */
const append = (into: JSONContent[], blocks: readonly JSONContent[]): void => {
  for (const block of blocks) into.push(block)
}

const readTokens = (
  source: string,
  at: number,
  open: Element[],
  add: (child: Html) => void,
  reader: Reader,
): void => {
  for (const token of tokens(source)) {
    switch (token.kind) {
      case 'open': {
        closeImplied(open, token.tag.name)
        const element: Element = {
          kind: 'element',
          tag: token.tag,
          children: [],
          open: token.raw,
          close: '',
          at,
        }
        add(element)
        if (!token.closed && open.length < deepest) open.push(element)
        break
      }
      case 'close': {
        const index = open.findLastIndex(element => element.tag.name === token.name)
        if (index >= 0) {
          const closed = open[index]
          if (closed) closed.close = token.raw
          open.length = index
        } else if (!blockWrappers.has(token.name) && !blocksByTag.has(token.name))
          add({ kind: 'text', text: token.raw })
        else reader.notice('droppedTag', `A ${token.raw} without its start was left out.`, at)
        break
      }
      case 'raw':
        reader.notice('rawHtml', `<${token.name}> is shown as its source and never run.`, at)
        add({ kind: 'raw', text: token.raw })
        break
      case 'comment':
        readComment(token.text, at, open, add)
        break
      case 'text':
        add({ kind: 'text', text: token.raw })
        break
      default:
        token satisfies never
    }
  }
}

/** A comment may open or close a structured block; else it is one. */
const readComment = (text: string, at: number, open: Element[], add: (child: Html) => void): void => {
  const [, slash, word = '', written = ''] = /^ (\/?)([a-z][a-z-]*)((?: [a-z-]+="[^"]*")*) $/.exec(text) ?? []
  const name = `!${word}`
  const index = slash ? open.findLastIndex(element => element.tag.name === name) : -1
  const closed = open[index]
  if (closed) {
    closed.close = text
    open.length = index
  } else if (!slash && blocksByTag.has(name) && open.length < deepest) {
    const attributes = attributesOf(written)
    const element: Element = {
      kind: 'element',
      tag: { name, attributes },
      children: [],
      open: text,
      close: '',
      at,
    }
    add(element)
    open.push(element)
  } else add({ kind: 'comment', text })
}

const deepest = 100

/** A new item or cell ends the one before it, whether or not somebody wrote its end. */
const closeImplied = (open: Element[], name: string): void => {
  const ends: Record<string, string[]> = {
    li: ['li'],
    p: ['p'],
    td: ['td', 'th'],
    th: ['td', 'th'],
    tr: ['td', 'th', 'tr'],
    dt: ['dt', 'dd'],
    dd: ['dt', 'dd'],
  }
  const ended = ends[name] ?? []
  for (let last = open.at(-1); last && ended.includes(last.tag.name); last = open.at(-1)) open.pop()
}

/** What HTML holds, as blocks: text and what stands in text becomes paragraphs between the blocks. */
export const readHtmlBlocks = (children: readonly Html[], reader: Reader): JSONContent[] => {
  const blocks: JSONContent[] = []
  let run: Html[] = []
  const endRun = (): void => {
    append(blocks, paragraphsOf(run, reader))
    run = []
  }
  for (const child of children) {
    if (child.kind === 'blocks') {
      endRun()
      append(blocks, child.blocks)
    } else if (child.kind === 'raw') {
      endRun()
      blocks.push(htmlBlock(child.text))
    } else if (child.kind === 'element' && isBlock(child)) {
      endRun()
      const rule = blocksByTag.get(child.tag.name)?.rule
      const isOpenEnded = child.tag.name.startsWith('!') && child.close === ''
      if (isOpenEnded) blocks.push(comment(child.open), ...readHtmlBlocks(child.children, reader))
      else
        blocks.push(
          ...(rule?.readHtml ? rule.readHtml(child, reader) : readHtmlBlocks(child.children, reader)),
        )
    } else run.push(child)
  }
  endRun()
  return blocks
}

/** Whether an element stands on its own: it is a block, a wrapper of blocks, or holds Markdown blocks. */
const isBlock = (element: Element): boolean =>
  isBlockTag(element.tag.name) ||
  element.children.some(child => child.kind === 'blocks' || (child.kind === 'element' && isBlock(child)))

const isBlockTag = (name: string): boolean => blocksByTag.has(name) || blockWrappers.has(name)

const paragraphsOf = (run: readonly Html[], reader: Reader): JSONContent[] => {
  if (run.every(child => child.kind === 'comment' || (child.kind === 'text' && child.text.trim() === '')))
    return run.flatMap(child =>
      child.kind === 'comment' ? [readGuidance(child.text) ?? comment(child.text)] : [],
    )
  const content = reader.htmlInline(run)
  return content.length > 0 ? [{ type: 'paragraph', content }] : []
}
