import { Decimal128, Double, Int32, Long } from 'bson'
import {
  addDecimals,
  type Decimal,
  decimalParts,
  multiplyDecimals,
  roundedDecimal,
  toDecimal128,
} from './decimal.ts'
import { CommandError } from './errors.ts'
import { type Numeric, toDouble } from './values.ts'

type Kind = 'int' | 'long' | 'double' | 'decimal'

interface Operation {
  readonly long: (a: bigint, b: bigint) => bigint
  readonly double: (a: number, b: number) => number
  readonly decimal: (a: Decimal, b: Decimal) => Decimal
}

const addition: Operation = { long: (a, b) => a + b, double: (a, b) => a + b, decimal: addDecimals }
const product: Operation = { long: (a, b) => a * b, double: (a, b) => a * b, decimal: multiplyDecimals }

/** a + b in the wider of the two types; an int32 that overflows becomes an int64. Throws BadValue past int64. */
export const add = (a: Numeric, b: Numeric): Numeric => calculate(a, b, addition)

/** a × b, likewise. */
export const multiply = (a: Numeric, b: Numeric): Numeric => calculate(a, b, product)

function calculate(a: Numeric, b: Numeric, operation: Operation): Numeric {
  const kinds = [kindOf(a), kindOf(b)]
  if (kinds.includes('decimal')) return decimalResult(a, b, operation)
  if (kinds.includes('double')) return new Double(operation.double(toDouble(a), toDouble(b)))
  const exact = operation.long(toBigInt(a), toBigInt(b))
  if (!kinds.includes('long') && BigInt.asIntN(32, exact) === exact) return new Int32(Number(exact))
  if (BigInt.asIntN(64, exact) !== exact)
    throw new CommandError('BadValue', 'Failed to apply the operation: the result does not fit in 64 bits')
  return Long.fromBigInt(exact)
}

function decimalResult(a: Numeric, b: Numeric, operation: Operation): Numeric {
  const x = asDecimal(a)
  const y = asDecimal(b)
  if (typeof x === 'number' || typeof y === 'number')
    return Decimal128.fromString(String(operation.double(approximate(x), approximate(y))))
  return toDecimal128(operation.decimal(x, y))
}

const approximate = (value: Decimal | number): number =>
  typeof value === 'number' ? value : Number(`${value.coefficient}E${value.exponent}`)

function asDecimal(value: Numeric): Decimal | number {
  if (value instanceof Decimal128) return decimalParts(value)
  if (kindOf(value) === 'double') return roundedDecimal(toDouble(value))
  return { coefficient: toBigInt(value), exponent: 0 }
}

export function kindOf(value: Numeric): Kind {
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'int' : 'double'
  if (typeof value === 'bigint') return 'long'
  if (value._bsontype === 'Int32') return 'int'
  if (value._bsontype === 'Long') return 'long'
  return value._bsontype === 'Decimal128' ? 'decimal' : 'double'
}

/** An int32 or int64 as a bigint. */
export const toBigInt = (value: Numeric): bigint =>
  value instanceof Long ? value.toBigInt() : typeof value === 'bigint' ? value : BigInt(toDouble(value))
