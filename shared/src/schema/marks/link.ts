import { Link as TiptapLink } from '@tiptap/extension-link'
import type { MarkRule } from '../markdown/rules.ts'
import { isSafeLink } from '../safeUrl.ts'

/** A link. Only target and title are kept; how it opens is the reader's business and not part of the document. */
export const Link = TiptapLink.extend({
  addAttributes() {
    return { href: { default: null }, title: { default: null } }
  },
}).configure({
  openOnClick: false,
  defaultProtocol: 'https',
  HTMLAttributes: { target: null, rel: 'noopener noreferrer nofollow', class: null },
  isAllowedUri: url => isSafeLink(url),
})

/** The text and target `<address>` and bare addresses stand for. */
export const autolinkTarget = (text: string): string => {
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return text
  return text.includes('@') && !text.startsWith('www.') ? `mailto:${text}` : `http://${text}`
}

export const linkRule: MarkRule = {
  tags: ['a'],
  fromTag: (tag, reader, at) => {
    const href = reader.target(tag.attributes['href'] ?? '', at)
    if (!href) return null
    return { type: 'link', attrs: { href, title: tag.attributes['title'] ?? null } }
  },
  tag: 'a',
}
