import { Image as TiptapImage } from '@tiptap/extension-image'
import { dataAttribute } from '../attributes.ts'
import { attribute, destination, escapeAll, quotedTitle } from '../markdown/escape.ts'
import type { InlineRule, Reader } from '../markdown/rules.ts'
import { plainText } from '../plainText.ts'
import { isSafeImage, isSafeLink } from '../safeUrl.ts'

/**
 * An image stands in the text, as in Markdown, so that it can be part of a sentence. `href` is where it leads when it is a link:
 * shared documents keep marks on text only, so it cannot be one.
 */
export const Image = TiptapImage.extend({
  addAttributes() {
    return { ...this.parent?.(), href: dataAttribute('href') }
  },
  parseHTML: () => [
    { tag: 'img[src]', getAttrs: element => (isSafeImage(element.getAttribute('src') ?? '') ? null : false) },
  ],
}).configure({ inline: true, allowBase64: true })

export const imageRule: InlineRule = {
  syntax: ['Image'],
  read: (syntax, reader) => {
    const parts = reader.link(syntax)
    if (!parts) return null
    const alt = plainText({ type: 'paragraph', content: reader.inline(syntax, parts.textFrom, parts.textTo) })
    return readImage({ src: parts.href, alt, title: parts.title }, reader, syntax.from)
  },
  tags: ['img'],
  readTag: (tag, reader, at) => {
    const { src = '', alt = '', title = null, width, height } = tag.attributes
    const sizes = { width: pixels(width), height: pixels(height) }
    return readImage({ src, alt, title, ...sizes }, reader, at)
  },
  print: node => {
    const { href, ...attrs } = node.attrs ?? {}
    return href && isSafeLink(href)
      ? `[${printImage(attrs)}](${destination(String(href))})`
      : printImage(attrs)
  },
}

const printImage = ({ src, alt, title, width, height }: Record<string, unknown>): string => {
  if (!isSafeImage(src ?? '')) return escapeAll(String(alt ?? ''))
  if (!width && !height)
    return `![${escapeAll(String(alt ?? ''))}](${destination(String(src ?? ''))}${quotedTitle(title)})`
  const written = Object.entries({ src, alt, title, width, height })
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${name}="${attribute(String(value))}"`)
  return `<img ${written.join(' ')}>`
}

type Read = { src: string; alt: string; title: string | null; width?: number | null; height?: number | null }

const readImage = ({ src, alt, title, width = null, height = null }: Read, reader: Reader, at: number) => {
  if (isSafeImage(src)) return [{ type: 'image', attrs: { src, alt: alt || null, title, width, height } }]
  reader.notice(
    'unsafeLink',
    `An image from “${src.slice(0, 60)}” is not safe to load. Its text was kept.`,
    at,
  )
  return [{ type: 'text', text: alt || src }]
}

const pixels = (text: string | undefined): number | null => {
  const size = /^(\d{1,5})(?:px)?$/.exec(text?.trim() ?? '')?.[1]
  return size ? Number(size) || null : null
}
