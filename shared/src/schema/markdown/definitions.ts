import { address, normalLabel, titleOf } from './links.ts'
import type { Syntax } from './rules.ts'
import { sourceBetween } from './source.ts'

type Reference = { href: string; title: string | null; written: string; used: boolean }

/**
 * Reference links and footnotes may be defined anywhere, also after they are used. The first definition of a label
 * counts; another one is kept under a name that nobody asks for.
 */
export const definitions = (root: Syntax, text: string) => {
  const references = new Map<string, Reference>()
  const footnotes = new Set<string>()
  const reader = {
    source: (from: number, to: number, inside?: Syntax) => sourceBetween(text, from, to, inside),
  }
  const visit: Syntax[] = [root]
  for (let syntax = visit.pop(); syntax; syntax = visit.pop()) {
    if (syntax.name === 'LinkReference') {
      const [label, url, title] = ['LinkLabel', 'URL', 'LinkTitle'].map(name =>
        syntax?.children.find(child => child.name === name),
      )
      const name = label ? normalLabel(text.slice(label.from + 1, label.to - 1)) : ''
      if (url)
        references.set(references.has(name) ? `${name}\n${references.size}` : name, {
          href: address(url, reader),
          title: title ? titleOf(title, reader) : null,
          written: reader.source(syntax.from, syntax.to, syntax),
          used: false,
        })
    } else if (syntax.name === 'FootnoteLabel') footnotes.add(text.slice(syntax.from + 2, syntax.to - 2))
    else
      for (let index = syntax.children.length - 1; index >= 0; index--)
        visit.push(syntax.children[index] ?? syntax)
  }
  return { references, footnotes }
}
