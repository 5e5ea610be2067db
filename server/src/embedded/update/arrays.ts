import { compare, equals } from '../compare.ts'
import { CommandError } from '../errors.ts'
import { elementPredicate, isOperators } from '../match/compile.ts'
import { asRegex } from '../match/regex.ts'
import { directionsOf, sortBy } from '../sort.ts'
import { isDoc, isNumeric, toDouble, typeName } from '../values.ts'
import type { Apply } from './operators.ts'
import type { Slot } from './targets.ts'

const bad = (message: string): never => {
  throw new CommandError('BadValue', message)
}

function arrayOf({ value, parts }: Slot, operator: string): unknown[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  return bad(
    `The field '${parts.join('.')}' must be an array but is of type ${typeName(value)} (in ${operator})`,
  )
}

function integer(value: unknown, name: string): number | undefined {
  if (value === undefined) return undefined
  const number = isNumeric(value) ? toDouble(value) : Number.NaN
  return Number.isInteger(number) ? number : bad(`The value for ${name} must be an integer value`)
}

export const push: Apply = (slot, argument) => {
  const array = [...arrayOf(slot, '$push')]
  if (!isDoc(argument) || !('$each' in argument)) {
    slot.set([...array, argument])
    return
  }
  const { $each, $position, $slice, $sort, ...others } = argument
  const unknown = Object.keys(others)[0]
  if (unknown) bad(`Unrecognized clause in $push: ${unknown}`)
  if (!Array.isArray($each)) return bad('The argument to $each in $push must be an array')
  const at = integer($position, '$position') ?? array.length
  array.splice(at < 0 ? Math.max(array.length + at, 0) : at, 0, ...$each)
  slot.set(sliced(sorted(array, $sort), integer($slice, '$slice')))
}

function sorted(array: unknown[], order: unknown): unknown[] {
  if (order === undefined) return array
  if (isDoc(order)) return sortBy(array, directionsOf(order), element => (isDoc(element) ? element : {}))
  const direction = isNumeric(order) ? toDouble(order) : 0
  if (Math.abs(direction) !== 1)
    bad('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}')
  return array.toSorted((a, b) => direction * compare(a, b))
}

function sliced(array: unknown[], count: number | undefined): unknown[] {
  if (count === undefined) return array
  if (count === 0) return []
  return count > 0 ? array.slice(0, count) : array.slice(count)
}

export const addToSet: Apply = (slot, argument) => {
  const array = [...arrayOf(slot, '$addToSet')]
  const each = isDoc(argument) && '$each' in argument
  if (each && !Array.isArray(argument['$each'])) bad('The argument to $each in $addToSet must be an array')
  const added: unknown[] = each && Array.isArray(argument['$each']) ? argument['$each'] : [argument]
  for (const value of added) if (!array.some(element => same(element, value))) array.push(value)
  slot.set(array)
}

const same = (a: unknown, b: unknown): boolean => equals(a, b)

export const pull: Apply = (slot, argument) => {
  if (!slot.exists) return
  const regex = asRegex(argument)
  const matches = regex
    ? elementPredicate({ $regex: argument }, {})
    : isDoc(argument)
      ? elementPredicate(argument, {})
      : (element: unknown) => same(element, argument)
  // A document pulls the documents that match it, not those equal to it; operators test any element.
  const applies =
    isDoc(argument) && !isOperators(argument)
      ? (element: unknown) => isDoc(element) && matches(element)
      : matches
  slot.set(arrayOf(slot, '$pull').filter(element => !applies(element)))
}

export const pullAll: Apply = (slot, argument) => {
  if (!Array.isArray(argument)) return bad('$pullAll requires an array argument')
  if (!slot.exists) return
  slot.set(arrayOf(slot, '$pullAll').filter(element => !argument.some(value => same(element, value))))
}

export const pop: Apply = (slot, argument) => {
  const end = isNumeric(argument) ? toDouble(argument) : 0
  if (Math.abs(end) !== 1) throw new CommandError('FailedToParse', '$pop expects 1 or -1')
  if (!slot.exists) return
  if (!Array.isArray(slot.value))
    throw new CommandError(
      'TypeMismatch',
      `Path '${slot.parts.join('.')}' contains an element of non-array type '${typeName(slot.value)}'`,
    )
  slot.set(end > 0 ? slot.value.slice(0, -1) : slot.value.slice(1))
}
