import { BSONRegExp } from 'bson'
import { CommandError } from '../errors.ts'
import { textOf } from '../values.ts'

const compiled = new Map<string, RegExp>()

/** A JavaScript expression for MongoDB's pattern and options (i, m, s, x; u is implied). Throws BadValue. */
export function compileRegex(pattern: string, options: string): RegExp {
  const key = `${options}/${pattern}`
  const known = compiled.get(key)
  if (known) return known
  const regex = build(pattern, options)
  // Patterns come from clients: the memory they take is bounded.
  if (compiled.size > 500) compiled.clear()
  compiled.set(key, regex)
  return regex
}

function build(pattern: string, options: string): RegExp {
  const inline = /^\(\?([imsx]+)\)/.exec(pattern)
  const wanted = options + (inline?.[1] ?? '')
  let source = inline ? pattern.slice(inline[0].length) : pattern
  if (wanted.includes('x')) source = source.replace(/\\.|#.*$|\s+/gm, part => (part[0] === '\\' ? part : ''))
  source = source.replace(/\\[AzZ]/g, part => (part === '\\A' ? '^' : '$'))
  const flags = ['i', 'm', 's'].filter(flag => wanted.includes(flag)).join('')
  try {
    return new RegExp(source, `${flags}u`)
  } catch {
    // Escapes that PCRE allows and the unicode mode does not, such as \- outside a class.
    return withoutUnicode(source, flags)
  }
}

function withoutUnicode(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags)
  } catch (cause) {
    throw new CommandError('Location51091', `Regular expression is invalid: ${String(cause)}`)
  }
}

/** The expression a query value stands for, or undefined when it is none. */
export function asRegex(value: unknown): RegExp | undefined {
  if (value instanceof BSONRegExp) return compileRegex(value.pattern, value.options)
  return value instanceof RegExp ? compileRegex(value.source, value.flags) : undefined
}

export function matchesRegex(regex: RegExp, value: unknown): boolean {
  const text = textOf(value)
  return text !== undefined && regex.test(text)
}

/** The text every match must begin with, when the pattern is anchored and plain enough to tell. */
export function prefixOf(regex: RegExp): string | undefined {
  if (regex.flags.includes('i') || regex.flags.includes('m') || regex.source.includes('|')) return undefined
  const match = /^\^((?:[\w\s:;,@#%&=!~<>"'`-]|\\[^\w])+)/.exec(regex.source)
  if (!match?.[1]) return undefined
  const after = regex.source.slice(match[0].length)
  const literal = match[1].replace(/\\(.)/g, '$1')
  // A quantifier belongs to the last character, which may then be absent.
  return /^[*?{]/.test(after) ? literal.slice(0, -1) || undefined : literal
}
