import { Binary, type Decimal128, Long } from 'bson'
import { type Collator, compare, equals } from '../compare.ts'
import { CommandError } from '../errors.ts'
import { isDoc, isNumeric, Rank, rankOf, textOf, toDouble, typeName } from '../values.ts'
import { asRegex, compileRegex, matchesRegex } from './regex.ts'

/** Tests one value a path stands for; a missing field comes as undefined. */
export type Test = (value: unknown) => boolean

/** Builds the test of an operator from its argument. */
export type Operator = (argument: unknown, collator?: Collator) => Test

const bad = (message: string): never => {
  throw new CommandError('BadValue', message)
}

/** The operators that test single values. Those on whole arrays and on other operators are in `compile.ts`. */
export const operators: Record<string, Operator> = {
  $eq: equality,
  $gt: (bound, collator) => ordered(bound, order => order > 0, false, collator),
  $gte: (bound, collator) => ordered(bound, order => order >= 0, true, collator),
  $lt: (bound, collator) => ordered(bound, order => order < 0, false, collator),
  $lte: (bound, collator) => ordered(bound, order => order <= 0, true, collator),
  $in: anyOf,
  $mod: remainder,
  $type: ofType,
  $bitsAllSet: mask => bits(mask, (set, all) => set === all),
  $bitsAllClear: mask => bits(mask, set => set === 0n),
  $bitsAnySet: mask => bits(mask, set => set !== 0n),
  $bitsAnyClear: mask => bits(mask, (set, all) => set !== all),
}

export function equality(wanted: unknown, collator?: Collator): Test {
  if (wanted === null || wanted === undefined) return value => value === null || value === undefined
  if (typeof wanted === 'string' && !collator) return value => value === wanted || textOf(value) === wanted
  const rank = rankOf(wanted)
  return value => value !== undefined && rankOf(value) === rank && equals(value, wanted, collator)
}

/** Comparisons hold within one type only; MinKey and MaxKey compare with everything. */
function ordered(
  bound: unknown,
  holds: (order: number) => boolean,
  orEqual: boolean,
  collator?: Collator,
): Test {
  const rank = rankOf(bound ?? null)
  if (rank === Rank.null) return value => orEqual && (value === null || value === undefined)
  if (rank === Rank.minKey || rank === Rank.maxKey) return value => holds(compare(value ?? null, bound))
  if (isNumeric(bound) && Number.isNaN(toDouble(bound)))
    return value => orEqual && isNumeric(value) && Number.isNaN(toDouble(value))
  return value => {
    if (rankOf(value) !== rank) return false
    if (isNumeric(value) && Number.isNaN(toDouble(value))) return false
    return holds(compare(value, bound, collator))
  }
}

function anyOf(list: unknown, collator?: Collator): Test {
  if (!Array.isArray(list)) return bad('$in needs an array')
  if (list.some(item => isDoc(item) && Object.keys(item)[0]?.startsWith('$') && !('$ref' in item)))
    bad('cannot nest $ under $in')
  const tests = list.map(item => {
    const regex = asRegex(item)
    return regex ? orSame(regex, item) : equality(item, collator)
  })
  const texts = new Set<unknown>(list.filter(item => typeof item === 'string'))
  // Long lists of plain texts are common: look them up instead of trying one by one.
  if (texts.size === list.length && !collator) return value => texts.has(textOf(value) ?? null)
  return value => tests.some(test => test(value))
}

/** A regular expression matches texts, and the same expression stored as a value. */
export function orSame(regex: RegExp, source: unknown): Test {
  return value => matchesRegex(regex, value) || (rankOf(value) === Rank.regex && equals(value, source))
}

export function regexTest(pattern: unknown, options: unknown): Test {
  const given = asRegex(pattern)
  const source = given?.source ?? textOf(pattern)
  if (source === undefined) return bad('$regex has to be a string')
  if (options !== undefined && textOf(options) === undefined) return bad('$options has to be a string')
  const regex = given && options === undefined ? given : compileRegex(source, textOf(options) ?? '')
  return value => matchesRegex(regex, value)
}

function remainder(argument: unknown): Test {
  if (!Array.isArray(argument)) return bad('malformed mod, needs to be an array')
  if (argument.length !== 2)
    return bad(`malformed mod, ${argument.length < 2 ? 'not enough' : 'too many'} elements`)
  const [divisor, rest] = argument.map(part =>
    isNumeric(part) ? toInteger(part) : bad('malformed mod, divisor and remainder must be numbers'),
  )
  if (divisor === undefined || rest === undefined || divisor === 0n) return bad('divisor cannot be 0')
  return value => {
    const integer = isNumeric(value) ? toInteger(value) : undefined
    return integer !== undefined && integer % divisor === rest
  }
}

function toInteger(value: unknown): bigint | undefined {
  if (value instanceof Long) return value.toBigInt()
  if (!isNumeric(value)) return undefined
  const number = Math.trunc(toDouble(value))
  return Number.isFinite(number) ? BigInt(number) : undefined
}

const typeNumbers: Record<number, string> = {
  [-1]: 'minKey',
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  12: 'dbPointer',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  127: 'maxKey',
}

const typeNames = new Set([...Object.values(typeNumbers), 'number'])

function ofType(argument: unknown): Test {
  const wanted = (Array.isArray(argument) ? argument : [argument]).map(typeAlias)
  if (wanted.length === 0) bad('$type must match at least one type')
  return value =>
    value !== undefined &&
    wanted.some(name => (name === 'number' ? isNumeric(value) : name === typeName(value)))
}

function typeAlias(argument: unknown): string {
  if (typeof argument === 'string')
    return typeNames.has(argument) ? argument : bad(`Unknown type name alias: ${argument}`)
  if (!isNumeric(argument)) return bad('type must be represented as a number or a string')
  return typeNumbers[toDouble(argument)] ?? bad(`Invalid numerical type code: ${toDouble(argument)}`)
}

function bits(argument: unknown, holds: (set: bigint, all: bigint) => boolean): Test {
  const mask = maskOf(argument)
  return value => {
    const bitsOfValue = value instanceof Binary ? littleEndian(value.value()) : wholeNumber(value)
    return bitsOfValue !== undefined && holds(bitsOfValue & mask, mask)
  }
}

function maskOf(argument: unknown): bigint {
  if (Array.isArray(argument)) {
    return argument.reduce<bigint>((mask, position) => {
      const at = wholeNumber(position)
      return at === undefined || at < 0n
        ? bad('bit positions must be non-negative integers')
        : mask | (1n << at)
    }, 0n)
  }
  if (argument instanceof Binary) return littleEndian(argument.value())
  const mask = wholeNumber(argument)
  return mask === undefined || mask < 0n ? bad('a bit mask must be a non-negative integer') : mask
}

const littleEndian = (bytes: Uint8Array): bigint =>
  BigInt(`0x${Buffer.from(bytes).reverse().toString('hex') || '0'}`)

function wholeNumber(value: unknown): bigint | undefined {
  if (!isNumeric(value)) return undefined
  const exact: bigint | number | Decimal128 | undefined = toInteger(value)
  return exact !== undefined && Number(exact) === toDouble(value) ? exact : undefined
}
