import { parseDocument, stringify, type Document as YamlDocument } from 'yaml'
import type { Notice } from './rules.ts'

/** Reads YAML between `---` lines at the very top. Front matter that is no YAML mapping stays in the text, with a notice. */
export const readFrontMatter = (
  source: string,
  notices: Notice[],
): { frontMatter: Record<string, unknown>; body: number } => {
  const none = { frontMatter: {}, body: 0 }
  const opening = /^---[ \t]*\n/.exec(source)
  if (!opening) return none
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(source.slice(opening[0].length))
  if (!closing) return none
  const yaml = source.slice(opening[0].length, opening[0].length + closing.index)
  if (yaml.length > 100_000) return none
  const document = parseDocument(yaml, { schema: 'core', uniqueKeys: false, logLevel: 'silent' })
  if (document.errors.length > 0) {
    const [first] = document.errors
    notices.push({
      code: 'frontMatter',
      message: `The front matter is no YAML: ${first?.message ?? ''}`,
      at: 0,
    })
    return none
  }
  const value = mappingOf(document)
  const end = opening[0].length + closing.index + closing[0].length
  const body = source[end] === '\n' ? end + 1 : end
  if (value === null) return { frontMatter: {}, body }
  return isRecord(value) ? { frontMatter: value, body } : none
}

/** Front matter that grows without bound when its aliases are followed counts as none. */
const mappingOf = (document: YamlDocument): unknown => {
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
