import type { JSONContent } from '@tiptap/core'
import type { DOMOutputSpec, Node } from '@tiptap/pm/model'
import { canonical } from '../canonical.ts'
import { withIds } from '../ids.ts'
import { schema } from '../schema.ts'
import { onlyKnown } from './known.ts'
import { style } from './style.ts'
import { element, escaped } from './tags.ts'

/**
 * Prints a document as one HTML page that needs nothing else and runs nothing: no scripts, every text and attribute escaped,
 * links and images only where they are safe. Guidance and comments are left out; formulas and diagrams are their source.
 */
export const printHtml = (doc: JSONContent, { title }: { title: string }): string => {
  const node = schema.nodeFromJSON(canonical(onlyKnown(withIds(doc))))
  const name = escaped(title)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src * data:; style-src 'unsafe-inline'">
<title>${name}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1 class="title">${name}</h1>
${printChildren(node)}
</main>
</body>
</html>
`
}

const leftOut = new Set(['guidance', 'comment', 'inlineComment'])

const printChildren = (node: Node): string => {
  const printed: string[] = []
  node.forEach(child => {
    printed.push(printNode(child))
  })
  return printed.join(node.isTextblock || node.inlineContent ? '' : '\n')
}

const printNode = (node: Node): string => {
  if (leftOut.has(node.type.name)) return ''
  if (node.isText) {
    return node.marks.reduceRight(
      (inside, mark) => {
        const spec = mark.type.spec.toDOM?.(mark, true)
        return spec ? printSpec(spec, inside) : inside
      },
      escaped(node.text ?? ''),
    )
  }
  const spec = node.type.spec.toDOM?.(node)
  const inside = printChildren(node)
  const printed = spec ? printSpec(spec, inside) : inside
  const href: unknown = node.type.name === 'image' ? node.attrs['href'] : null
  return typeof href === 'string' ? element('a', { href }, printed) : printed
}

/** Writes the shape ProseMirror gives for a node: `[tag, attributes?, ...children]`, where 0 is the place of the content. */
const printSpec = (spec: DOMOutputSpec, content: string): string => {
  if (typeof spec === 'string') return escaped(spec)
  if (!Array.isArray(spec)) return ''
  const [tag, ...rest]: readonly unknown[] = spec
  const [first] = rest
  const attributes = isRecord(first) ? first : {}
  const children = isRecord(first) ? rest.slice(1) : rest
  const inside = children.map(child =>
    child === 0 ? content : isSpec(child) ? printSpec(child, content) : '',
  )
  return element(String(tag), attributes, inside.join(''))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSpec = (value: unknown): value is DOMOutputSpec => typeof value === 'string' || Array.isArray(value)
