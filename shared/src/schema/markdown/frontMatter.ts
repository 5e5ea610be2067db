import { parseDocument, stringify } from 'yaml'
import type { Notice } from './rules.ts'

type FrontMatter = {
  frontMatter: Record<string, unknown>
  /** What stood between the lines, when it could not be read. */
  kept?: string
  /** Where the text begins. */
  body: number
}

/** Reads YAML between `---` lines at the very top. What cannot be read is given back as it stands, with a notice. */
export const readFrontMatter = (source: string, notices: Notice[]): FrontMatter => {
  const none = { frontMatter: {}, body: 0 }
  const opening = /^---[ \t]*\n/.exec(source)
  if (!opening) return none
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(source.slice(opening[0].length, opening[0].length + longest))
  if (!closing) return none
  const yaml = source.slice(opening[0].length, opening[0].length + closing.index)
  const end = opening[0].length + closing.index + closing[0].length
  const body = source[end] === '\n' ? end + 1 : end
  const value = yamlValue(yaml) ?? yamlValue(quoteLoosely(yaml))
  if (isRecord(value)) return { frontMatter: value, body }
  if (value === null) return { frontMatter: {}, body }
  // Text between two rules is no front matter and no mistake.
  if (!/^[\w-]+:/m.test(yaml)) return none
  notices.push({
    code: 'frontMatter',
    message: 'The front matter is no valid YAML and was kept as text.',
    at: 0,
  })
  return { frontMatter: {}, kept: yaml.trimEnd(), body }
}

const longest = 100_000

/** People write names and links into front matter that YAML has other plans for: `author: @ann`, `see: [a](b)`. */
const quoteLoosely = (yaml: string): string =>
  yaml.replace(
    /^(\s*(?:- |[\w-]+:[ \t]+))([@`[{*&!%|>].*?)[ \t]*$/gm,
    (_, before: string, value: string) => before + JSON.stringify(value),
  )

/** The value of some YAML, or undefined when it is none, or grows without bound when its aliases are followed. */
const yamlValue = (yaml: string): unknown => {
  const document = parseDocument(yaml, { schema: 'core', uniqueKeys: false, logLevel: 'silent' })
  if (document.errors.length > 0) return undefined
  try {
    return document.toJS({ maxAliasCount: 20 })
  } catch (error) {
    if (error instanceof ReferenceError) return undefined
    throw error
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Front matter with its lines, or nothing when there is none to write. */
export const printFrontMatter = (frontMatter: Readonly<Record<string, unknown>>): string =>
  Object.keys(frontMatter).length === 0 ? '' : `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n`
