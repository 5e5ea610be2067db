import { Int32, Long, Timestamp } from 'bson'
import { add, kindOf, multiply, toBigInt } from '../arithmetic.ts'
import { compare } from '../compare.ts'
import { CommandError } from '../errors.ts'
import { isDoc, isNumeric, type Numeric, typeName } from '../values.ts'
import { addToSet, pop, pull, pullAll, push } from './arrays.ts'
import type { Slot } from './targets.ts'

export interface UpdateContext {
  readonly now: Date
  /** The document as it was before the update. */
  readonly id: unknown
}

/** Changes one place of a document. */
export type Apply = (slot: Slot, argument: unknown, context: UpdateContext) => void

export interface UpdateOperator {
  readonly apply: Apply
  /** Whether the operator makes the place when it is missing. */
  readonly creates: boolean
}

/** All update operators but `$rename`, which has two places, and `$setOnInsert`, which is `$set` at an insert. */
export const updateOperators: Record<string, UpdateOperator> = {
  $set: { creates: true, apply: (slot, value) => slot.set(value) },
  $unset: { creates: false, apply: slot => slot.unset() },
  $inc: { creates: true, apply: increment },
  $mul: { creates: true, apply: times },
  $min: { creates: true, apply: (slot, value) => keep(slot, value, order => order < 0) },
  $max: { creates: true, apply: (slot, value) => keep(slot, value, order => order > 0) },
  $currentDate: { creates: true, apply: stamp },
  $bit: { creates: true, apply: bitwise },
  $push: { creates: true, apply: push },
  $addToSet: { creates: true, apply: addToSet },
  $pull: { creates: false, apply: pull },
  $pullAll: { creates: false, apply: pullAll },
  $pop: { creates: false, apply: pop },
}

function operands(slot: Slot, argument: unknown, { id }: UpdateContext, verb: string): [Numeric, Numeric] {
  const name = slot.parts.join('.')
  if (!isNumeric(argument))
    throw new CommandError(
      'TypeMismatch',
      `Cannot ${verb} with non-numeric argument: {${name}: ${JSON.stringify(argument)}}`,
    )
  const value = slot.exists ? slot.value : new Int32(0)
  if (!isNumeric(value))
    throw new CommandError(
      'TypeMismatch',
      `Cannot apply $${verb === 'increment' ? 'inc' : 'mul'} to a value of non-numeric type. ` +
        `{_id: ${JSON.stringify(id)}} has the field '${name}' of non-numeric type ${typeName(value)}`,
    )
  return [value, argument]
}

function increment(slot: Slot, argument: unknown, context: UpdateContext): void {
  const [value, step] = operands(slot, argument, context, 'increment')
  slot.set(slot.exists ? add(value, step) : step)
}

function times(slot: Slot, argument: unknown, context: UpdateContext): void {
  const [value, factor] = operands(slot, argument, context, 'multiply')
  slot.set(multiply(value, factor))
}

function keep(slot: Slot, value: unknown, wins: (order: number) => boolean): void {
  if (!slot.exists || wins(compare(value, slot.value))) slot.set(value)
}

function stamp(slot: Slot, argument: unknown, { now }: UpdateContext): void {
  const type = isDoc(argument) ? argument['$type'] : argument
  if (type === 'timestamp') slot.set(new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }))
  else if (type === 'date' || typeof type === 'boolean') slot.set(new Date(now))
  else
    throw new CommandError(
      'BadValue',
      `${typeName(argument)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression`,
    )
}

const bitOperations: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

function bitwise(slot: Slot, argument: unknown): void {
  if (!isDoc(argument))
    throw new CommandError('BadValue', 'The $bit modifier needs a document of and, or, xor')
  const before = slot.exists ? slot.value : new Int32(0)
  if (!isInteger(before))
    throw new CommandError(
      'BadValue',
      `Cannot apply $bit to a value of non-integral type ${typeName(before)}`,
    )
  slot.set(Object.entries(argument).reduce<Numeric>(applyBits, before))
}

function applyBits(value: Numeric, [name, mask]: [string, unknown]): Numeric {
  const operation = bitOperations[name]
  if (!operation || !isInteger(mask))
    throw new CommandError('BadValue', `The $bit modifier takes and, or, xor with an integer, not ${name}`)
  const bits = operation(toBigInt(value), toBigInt(mask))
  const wide = kindOf(value) === 'long' || kindOf(mask) === 'long'
  return wide ? Long.fromBigInt(BigInt.asIntN(64, bits)) : new Int32(Number(BigInt.asIntN(32, bits)))
}

const isInteger = (value: unknown): value is Numeric =>
  isNumeric(value) && ['int', 'long'].includes(kindOf(value))
