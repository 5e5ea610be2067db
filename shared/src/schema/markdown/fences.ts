import type { JSONContent } from '@tiptap/core'
import { attribute } from './escape.ts'
import type { Element, Html, Printer, Reader } from './rules.ts'

/**
 * Structured blocks are written between two comments, `<!-- proposal -->` and `<!-- /proposal -->`: invisible on GitHub, so the
 * page shows plain Markdown there, and exact when read back. Comments in between, such as `<!-- recommendation -->`, part it.
 */
export const fence = (
  name: string,
  attributes: Readonly<Record<string, unknown>>,
  parts: readonly string[],
): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([key, value]) => ` ${key}="${attribute(String(value))}"`)
  return [`<!-- ${name}${written.join('')} -->`, ...parts, `<!-- /${name} -->`].join('\n\n')
}

export const divider = (name: string): string => `<!-- ${name} -->`

/** Cuts what a fence holds at the dividers of these names; the first part, before any divider, has an empty name. */
export const partsOf = (
  element: Element,
  dividers: readonly string[],
): { name: string; children: Html[] }[] => {
  const parts: { name: string; children: Html[] }[] = [{ name: '', children: [] }]
  for (const child of element.children) {
    const name = child.kind === 'comment' ? child.text.trim() : ''
    if (child.kind === 'comment' && dividers.includes(name)) parts.push({ name, children: [] })
    else parts.at(-1)?.children.push(child)
  }
  return parts
}

/** A line that says what follows in bold and who it concerns: `**Action** · Owner: Ann · Due: 2026-12-01`. */
export const printLabel = (
  label: string,
  details: Readonly<Record<string, unknown>>,
  printer: Printer,
): string => {
  const text = Object.entries(details)
    .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
    .map(
      ([name, value]) => ` · ${value === true ? name : `${name}: ${String(value).replaceAll(' · ', ' ')}`}`,
    )
    .join('')
  const bold = { type: 'text', text: label, marks: [{ type: 'bold' }] }
  return printer.inline(text ? [bold, { type: 'text', text }] : [bold], 'lines')
}

/** Reads such a line off the front of some blocks. Gives null when it is not there, having been changed by hand. */
export const readLabel = (
  label: string,
  blocks: readonly JSONContent[],
): { details: Record<string, string>; rest: JSONContent[] } | null => {
  const [first, ...rest] = blocks
  const [bold, text, ...more] = first?.content ?? []
  const isLabel =
    first?.type === 'paragraph' && bold?.text === label && bold.marks?.some(mark => mark.type === 'bold')
  if (!isLabel || more.length > 0 || (text && (text.type !== 'text' || text.marks?.length))) return null
  const details: Record<string, string> = {}
  for (const part of (text?.text ?? '').split(' · ').slice(1)) {
    const [, name = '', value] = /^([^:]+)(?:: (.*))?$/.exec(part) ?? []
    details[name] = value ?? 'yes'
  }
  return { details, rest }
}

/** The blocks a structured block holds, its label taken off. */
export const labelled = (label: string, element: { children: readonly Html[] }, reader: Reader) => {
  const blocks = reader.htmlBlocks(element.children)
  return readLabel(label, blocks) ?? { details: {}, rest: blocks }
}

/** A date as documents write it, or null. */
export const dateOf = (text: string | undefined): string | null =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null
