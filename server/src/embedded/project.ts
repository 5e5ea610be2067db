import { CommandError } from './errors.ts'
import { elementPredicate, isOperators, type MatchOptions } from './match/compile.ts'
import { scoreOf } from './match/text.ts'
import { splitPath } from './paths.ts'
import { type Doc, isDoc, isNumeric, isTruthy, toDouble } from './values.ts'

/** Makes what a find returns of a document. `position` is what `$` at the end of a path stands for. */
export type Projection = (doc: Doc, position?: number) => Doc

/** A tree of fields: `true` ends a path, a map goes on. */
type Fields = Map<string, Fields | true>

type Change = (doc: Doc, source: Doc, position: number | undefined) => Doc

const bad = (message: string): never => {
  throw new CommandError('BadValue', message)
}

/** Compiles the projection of a find or findAndModify. Throws on a mixture of inclusion and exclusion. */
export function compileProjection(spec: Doc, options: MatchOptions = {}): Projection {
  const paths = new Map<string, boolean>()
  const changes: Change[] = []
  let including: boolean | undefined
  let withId: boolean | undefined
  for (const [path, rule] of flatten(spec)) {
    if (isDoc(rule) && '$meta' in rule) {
      changes.push((doc, source) => ({ ...doc, [path]: scoreOf(source) ?? 0 }))
      continue
    }
    const kind = kindOf(path, rule)
    if (path === '_id' && (kind === 'include' || kind === 'exclude')) {
      withId = kind === 'include'
      continue
    }
    if (kind === 'slice') {
      changes.push(slice(path, rule))
      if (including === true) paths.set(path, true)
      continue
    }
    if (including !== undefined && including !== (kind !== 'exclude')) throw mixed(path, including)
    including = kind !== 'exclude'
    if (kind === 'element') changes.push(element(path, rule, options))
    else if (kind === 'expression') changes.push(expression(path, rule, options))
    else if (kind === 'positional') changes.push(positional(path.slice(0, -2)))
    if (kind !== 'expression') paths.set(kind === 'positional' ? path.slice(0, -2) : path, including)
  }
  const keeping = including ?? withId === true
  const fields = treeOf(keeping ? [...paths.keys(), ...slicedPaths(spec)] : [...paths.keys()])
  if (keeping !== (withId === false)) fields.set('_id', true)
  else fields.delete('_id')
  return (doc, position) => {
    const projected = keeping ? include(doc, fields) : exclude(doc, fields)
    return changes.reduce((result, change) => change(result, doc, position), projected)
  }
}

const slicedPaths = (spec: Doc): string[] =>
  Object.entries(spec).flatMap(([path, rule]) => (isDoc(rule) && '$slice' in rule ? [path] : []))

const mixed = (path: string, including: boolean): CommandError =>
  including
    ? new CommandError('Location31254', `Cannot do exclusion on field ${path} in inclusion projection`)
    : new CommandError('Location31253', `Cannot do inclusion on field ${path} in exclusion projection`)

/** `{ a: { b: 1 } }` says the same as `{ 'a.b': 1 }`. */
function flatten(spec: Doc, prefix = ''): [string, unknown][] {
  return Object.entries(spec).flatMap(([field, rule]): [string, unknown][] => {
    const path = prefix + field
    if (isDoc(rule) && Object.keys(rule).length > 0 && !isOperators(rule)) return flatten(rule, `${path}.`)
    return [[path, rule]]
  })
}

function kindOf(path: string, rule: unknown): string {
  if (path.endsWith('.$')) return 'positional'
  if (isOperators(rule)) {
    if ('$slice' in rule && !isExpressionSlice(rule['$slice'])) return 'slice'
    return '$elemMatch' in rule ? 'element' : 'expression'
  }
  if (typeof rule === 'boolean' || isNumeric(rule)) return isTruthy(rule) ? 'include' : 'exclude'
  return 'expression'
}

/** `$slice` is an expression too when its first argument is no number. */
const isExpressionSlice = (argument: unknown): boolean => Array.isArray(argument) && !isNumeric(argument[0])

function treeOf(paths: readonly string[]): Fields {
  const root: Fields = new Map()
  for (const path of paths) {
    const parts = splitPath(path)
    let node: Fields | undefined = root
    for (const [i, part] of parts.entries()) {
      const known: Fields | true | undefined = node.get(part)
      if (known === true || (known && i === parts.length - 1))
        throw new CommandError('Location31249', `Path collision at ${path}`)
      const next: Fields | true = i === parts.length - 1 ? true : (known ?? new Map())
      node.set(part, next)
      if (next === true) break
      node = next
    }
  }
  return root
}

function include(doc: Doc, fields: Fields): Doc {
  const result: Doc = {}
  for (const [field, value] of Object.entries(doc)) {
    const rule = fields.get(field)
    if (rule === true) result[field] = value
    else if (rule && (isDoc(value) || Array.isArray(value))) result[field] = includeIn(value, rule)
  }
  return result
}

function includeIn(value: Doc | unknown[], fields: Fields): unknown {
  if (!Array.isArray(value)) return include(value, fields)
  return value.flatMap((item: unknown) =>
    isDoc(item) || Array.isArray(item) ? [includeIn(item, fields)] : [],
  )
}

function exclude(doc: Doc, fields: Fields): Doc {
  const result: Doc = {}
  for (const [field, value] of Object.entries(doc)) {
    const rule = fields.get(field)
    if (rule !== true) result[field] = rule ? excludeIn(value, rule) : value
  }
  return result
}

function excludeIn(value: unknown, fields: Fields): unknown {
  if (Array.isArray(value)) return value.map(item => excludeIn(item, fields))
  return isDoc(value) ? exclude(value, fields) : value
}

/** Replaces what is at a path, through arrays, in a copy of the way there. */
function replaceAt(value: unknown, parts: readonly string[], change: (value: unknown) => unknown): unknown {
  const [part, ...rest] = parts
  if (part === undefined) return change(value)
  if (Array.isArray(value)) return value.map(item => (isDoc(item) ? replaceAt(item, parts, change) : item))
  if (!isDoc(value) || !Object.hasOwn(value, part)) return value
  return { ...value, [part]: replaceAt(value[part], rest, change) }
}

const changed = (doc: Doc, path: string, change: (value: unknown) => unknown): Doc => {
  const result = replaceAt(doc, splitPath(path), change)
  return isDoc(result) ? result : doc
}

function slice(path: string, rule: unknown): Change {
  const argument = isDoc(rule) ? rule['$slice'] : undefined
  const [first, second] = (Array.isArray(argument) ? argument : [argument]).map(part =>
    isNumeric(part) ? toDouble(part) : bad('First argument to $slice must be a number'),
  )
  if (first === undefined) return bad('$slice takes a number or two')
  if (second !== undefined && second <= 0) bad('$slice limit must be positive')
  const cut = (array: unknown[]): unknown[] => {
    if (second === undefined) return first >= 0 ? array.slice(0, first) : array.slice(first)
    const start = first >= 0 ? first : Math.max(array.length + first, 0)
    return array.slice(start, start + second)
  }
  return doc => changed(doc, path, value => (Array.isArray(value) ? cut(value) : value))
}

function element(path: string, rule: unknown, options: MatchOptions): Change {
  const condition = isDoc(rule) ? rule['$elemMatch'] : undefined
  if (!isDoc(condition)) return bad('elemMatch: Invalid argument, object required')
  const matches = elementPredicate(condition, options)
  return (doc, source) => {
    const { [path]: _, ...others } = doc
    const array = source[path]
    const found = Array.isArray(array) ? array.find(matches) : undefined
    return found === undefined ? others : { ...others, [path]: [found] }
  }
}

function positional(path: string): Change {
  return (doc, _source, position) => {
    if (position === undefined)
      throw new CommandError(
        'BadValue',
        "Executor error during find command: positional operator '.$' couldn't find a matching element in the array",
      )
    return changed(doc, path, value => (Array.isArray(value) ? value.slice(position, position + 1) : value))
  }
}

function expression(path: string, rule: unknown, { evaluate }: MatchOptions): Change {
  if (!evaluate) return bad('Expressions are not allowed here')
  const [name = '', ...rest] = splitPath(path)
  return (doc, source) => {
    const value = evaluate(source, rule)
    if (value === undefined) return doc
    const nested = rest.reduceRight<unknown>((inner, part) => ({ [part]: inner }), value)
    const known = doc[name]
    return { ...doc, [name]: isDoc(known) && isDoc(nested) ? { ...known, ...nested } : nested }
  }
}
