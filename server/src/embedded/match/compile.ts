import type { Collator } from '../compare.ts'
import { CommandError } from '../errors.ts'
import { eachLeaf, splitPath } from '../paths.ts'
import { type Doc, isDoc, isNumeric, isTruthy, toDouble, typeName } from '../values.ts'
import { equality, operators, orSame, regexTest, type Test } from './operators.ts'
import { asRegex } from './regex.ts'
import { noteScore, textQuery, textScore, type Weights } from './text.ts'
import { whereTest } from './where.ts'

/** Where a query found its array element: the index that a positional `$` stands for. */
export interface Found {
  position?: number
}

export type Predicate = (doc: Doc, found?: Found) => boolean

export interface MatchOptions {
  readonly collator?: Collator | undefined
  /** Evaluates an aggregation expression, for `$expr`. */
  readonly evaluate?: ((doc: Doc, expression: unknown) => unknown) | undefined
  /** The fields and weights of the collection's text index, for `$text`. */
  readonly textWeights?: Weights | undefined
  /** When the command has to be done, in milliseconds since the epoch. */
  readonly deadline?: number | undefined
}

/** Fields of a reference to another document, the only ones that begin with a dollar. */
const references = ['$ref', '$id', '$db']

/** Compiles a query into a test of documents. Throws BadValue on what is no query. */
export function compileQuery(query: Doc, options: MatchOptions = {}): Predicate {
  const tests = Object.entries(query).map(([key, value]) =>
    key.startsWith('$') && !references.includes(key)
      ? topLevel(key, value, options)
      : field(splitPath(key), value, options),
  )
  const [only] = tests
  if (only && tests.length === 1) return only
  return (doc, found) => tests.every(test => test(doc, found))
}

function topLevel(key: string, value: unknown, options: MatchOptions): Predicate {
  switch (key) {
    case '$and': {
      const all = clauses(key, value, options)
      return (doc, found) => all.every(test => test(doc, found))
    }
    case '$or': {
      const any = clauses(key, value, options)
      return (doc, found) => any.some(test => test(doc, found))
    }
    case '$nor': {
      const none = clauses(key, value, options)
      return doc => !none.some(test => test(doc))
    }
    case '$expr': {
      const { evaluate } = options
      if (!evaluate) throw new CommandError('BadValue', '$expr is not allowed here')
      return doc => isTruthy(evaluate(doc, value))
    }
    case '$text':
      return textSearch(value, options)
    case '$where':
      return whereTest(value, () => (options.deadline ?? Number.POSITIVE_INFINITY) - Date.now())
    case '$comment':
      return () => true
    case '$alwaysTrue':
      return () => true
    case '$alwaysFalse':
      return () => false
    case '$sampleRate':
      return () => Math.random() < (isNumeric(value) ? toDouble(value) : 1)
  }
  throw new CommandError('BadValue', `unknown top level operator: ${key}`)
}

function textSearch(argument: unknown, { textWeights }: MatchOptions): Predicate {
  const query = textQuery(argument)
  if (!textWeights) throw new CommandError('IndexNotFound', 'text index required for $text query')
  return doc => {
    const score = textScore(doc, query, textWeights)
    noteScore(doc, score)
    return score !== undefined
  }
}

function clauses(key: string, value: unknown, options: MatchOptions): Predicate[] {
  if (!Array.isArray(value)) throw new CommandError('BadValue', `${key} must be an array`)
  if (value.length === 0) throw new CommandError('BadValue', `${key} argument must be a non-empty array`)
  return value.map(clause => {
    if (!isDoc(clause)) throw new CommandError('BadValue', `${key} argument's entries must be objects`)
    return compileQuery(clause, options)
  })
}

/** Whether a query value is made of operators rather than a document to compare with. */
export const isOperators = (value: unknown): value is Doc => {
  if (!isDoc(value)) return false
  const first = Object.keys(value)[0]
  return first?.startsWith('$') === true && !references.includes(first)
}

function field(parts: readonly string[], value: unknown, options: MatchOptions): Predicate {
  const regex = asRegex(value)
  if (regex) return leaf(parts, orSame(regex, value))
  if (!isOperators(value)) return leaf(parts, equality(value, options.collator))
  const tests = Object.entries(value).map(([name, argument]) =>
    operator(parts, name, argument, value, options),
  )
  const [only] = tests
  return only && tests.length === 1 ? only : (doc, found) => tests.every(test => test(doc, found))
}

const leaf =
  (parts: readonly string[], test: Test): Predicate =>
  (doc, found) =>
    eachLeaf(doc, parts, (value, position) => {
      if (!test(value)) return false
      if (found && position !== undefined) found.position = position
      return true
    })

const whole =
  (parts: readonly string[], test: (value: unknown, found?: Found) => boolean): Predicate =>
  (doc, found) =>
    eachLeaf(
      doc,
      parts,
      (value, position) => {
        if (!test(value, found)) return false
        if (found && position !== undefined) found.position = position
        return true
      },
      true,
    )

const not =
  (test: Predicate): Predicate =>
  doc =>
    !test(doc)

function operator(
  parts: readonly string[],
  name: string,
  argument: unknown,
  siblings: Doc,
  options: MatchOptions,
): Predicate {
  const simple = operators[name]
  if (simple) {
    if (asRegex(argument) && name !== '$eq' && name !== '$type')
      throw new CommandError(
        'BadValue',
        `Can't have RegEx as arg to predicate over field '${parts.join('.')}'.`,
      )
    return leaf(parts, simple(argument, options.collator))
  }
  switch (name) {
    case '$ne':
      if (asRegex(argument)) throw new CommandError('BadValue', "Can't have regex as arg to $ne.")
      return not(leaf(parts, equality(argument, options.collator)))
    case '$nin':
      return not(operator(parts, '$in', argument, siblings, options))
    case '$not':
      return not(negated(parts, argument, options))
    case '$exists': {
      const present = whole(parts, value => value !== undefined)
      return isTruthy(argument) ? present : not(present)
    }
    case '$regex':
      return leaf(parts, regexTest(argument, siblings['$options']))
    case '$options':
      if (!('$regex' in siblings)) throw new CommandError('BadValue', '$options needs a $regex')
      return () => true
    case '$size':
      return whole(parts, sizeTest(argument))
    case '$all':
      return all(parts, argument, options)
    case '$elemMatch':
      return whole(parts, elementTest(argument, options))
    case '$comment':
      return () => true
  }
  throw new CommandError('BadValue', `unknown operator: ${name}`)
}

function negated(parts: readonly string[], argument: unknown, options: MatchOptions): Predicate {
  if (asRegex(argument)) return field(parts, argument, options)
  if (!isDoc(argument)) throw new CommandError('BadValue', '$not needs a regex or a document')
  if (!isOperators(argument)) throw new CommandError('BadValue', '$not cannot be empty')
  return field(parts, argument, options)
}

function sizeTest(argument: unknown): Test {
  if (!isNumeric(argument))
    throw new CommandError(
      'FailedToParse',
      `Failed to parse $size. Expected a number in: $size: ${typeName(argument)}`,
    )
  const size = toDouble(argument)
  if (!Number.isInteger(size) || size < 0)
    throw new CommandError('BadValue', 'Failed to parse $size. Expected a non-negative integer')
  return value => Array.isArray(value) && value.length === size
}

function all(parts: readonly string[], argument: unknown, options: MatchOptions): Predicate {
  if (!Array.isArray(argument)) throw new CommandError('BadValue', '$all needs an array')
  if (argument.length === 0) return () => false
  const tests = argument.map(item =>
    isOperators(item)
      ? operator(parts, '$elemMatch', item['$elemMatch'], item, options)
      : field(parts, item, options),
  )
  return (doc, found) => tests.every(test => test(doc, found))
}

/** The test `$elemMatch` makes of an array: some element satisfies all conditions at once. */
export function elementTest(
  argument: unknown,
  options: MatchOptions,
): (value: unknown, found?: Found) => boolean {
  if (!isDoc(argument)) throw new CommandError('BadValue', '$elemMatch needs an Object')
  const matches = elementPredicate(argument, options)
  return (value, found) => {
    if (!Array.isArray(value)) return false
    const position = value.findIndex(matches)
    if (position < 0) return false
    if (found) found.position = position
    return true
  }
}

const logical = ['$and', '$or', '$nor', '$expr']

/** Tests one array element: operators on the value itself, or a query on the document that it is. */
export function elementPredicate(condition: Doc, options: MatchOptions): Test {
  const first = Object.keys(condition)[0]
  if (isOperators(condition) && !logical.includes(first ?? '')) {
    // The element stands in a document of its own, so that the operators see it as a field, arrays not taken apart.
    const tests = Object.entries(condition).map(([name, argument]) =>
      valueTest(name, argument, condition, options),
    )
    return element => tests.every(test => test(element))
  }
  const matches = compileQuery(condition, options)
  return element => {
    if (isDoc(element)) return matches(element)
    return Array.isArray(element) && matches({ ...element })
  }
}

function valueTest(name: string, argument: unknown, siblings: Doc, options: MatchOptions): Test {
  const matches = operator(['element'], name, argument, siblings, options)
  return element => matches({ element })
}
