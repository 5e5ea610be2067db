import { Decimal128 } from 'bson'

/** coefficient × 10^exponent */
export interface Decimal {
  readonly coefficient: bigint
  readonly exponent: number
}

/** A finite decimal in parts, or NaN or ±Infinity as a JavaScript number. */
export function decimalParts(value: Decimal128): Decimal | number {
  const text = value.toString()
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/.exec(text)
  if (!match) return Number(text)
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  return { coefficient: BigInt(sign + whole + fraction), exponent: Number(exponent) - fraction.length }
}

/** The decimal nearest to `parts` that has 34 digits, ties to even. Infinity when it is out of range. */
export function toDecimal128({ coefficient, exponent }: Decimal): Decimal128 {
  let rounded = coefficient
  let power = exponent
  const excess = (coefficient < 0n ? -coefficient : coefficient).toString().length - 34
  if (excess > 0) {
    rounded = divideToEven(coefficient, 10n ** BigInt(excess))
    power += excess
  }
  if (power > 6111 + 34) return Decimal128.fromString(rounded < 0n ? '-Infinity' : 'Infinity')
  return Decimal128.fromString(`${rounded}E${power}`)
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent)
  return { coefficient: scaled(a, exponent) + scaled(b, exponent), exponent }
}

export const multiplyDecimals = (a: Decimal, b: Decimal): Decimal => ({
  coefficient: a.coefficient * b.coefficient,
  exponent: a.exponent + b.exponent,
})

/** A double written out exactly: every finite double is a finite decimal. */
export function exactDecimal(value: number): Decimal {
  if (Number.isInteger(value)) return { coefficient: BigInt(value), exponent: 0 }
  let scaledUp = value
  let halvings = 0
  while (!Number.isInteger(scaledUp)) {
    scaledUp *= 2
    halvings++
  }
  return { coefficient: BigInt(scaledUp) * 5n ** BigInt(halvings), exponent: -halvings }
}

/** A double as decimal arithmetic takes it: 15 significant digits. */
export function roundedDecimal(value: number): Decimal | number {
  return decimalParts(Decimal128.fromString(Number.isFinite(value) ? value.toPrecision(15) : String(value)))
}

/**
 * The largest double not above a decimal, and the exact rest as 0.d1d2d3… × 10^power. The rest is never negative;
 * no digits means that there is none.
 */
export function remainderOver(value: Decimal): { floor: number; rest: { digits: string; power: number } } {
  let floor = Number(`${value.coefficient}E${value.exponent}`)
  if (floor === Number.POSITIVE_INFINITY) floor = Number.MAX_VALUE
  if (floor === Number.NEGATIVE_INFINITY) return remainderBelow(value)
  let rest = addDecimals(value, negated(exactDecimal(floor)))
  if (rest.coefficient < 0n) {
    floor = nextBelow(floor)
    if (floor === Number.NEGATIVE_INFINITY) return remainderBelow(value)
    rest = addDecimals(value, negated(exactDecimal(floor)))
  }
  return { floor, rest: leading(rest) }
}

/** Below every finite double: measured from a point lower than any decimal. */
const remainderBelow = (value: Decimal) => ({
  floor: Number.NEGATIVE_INFINITY,
  rest: leading(addDecimals(value, { coefficient: 1n, exponent: 6200 })),
})

const negated = ({ coefficient, exponent }: Decimal): Decimal => ({ coefficient: -coefficient, exponent })

const scaled = (value: Decimal, exponent: number): bigint =>
  value.coefficient * 10n ** BigInt(value.exponent - exponent)

function leading({ coefficient, exponent }: Decimal): { digits: string; power: number } {
  if (coefficient === 0n) return { digits: '', power: 0 }
  const digits = coefficient.toString()
  return { digits: digits.replace(/0+$/, ''), power: digits.length + exponent }
}

function divideToEven(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor
  const twice = 2n * (value < 0n ? -(value % divisor) : value % divisor)
  if (twice < divisor || (twice === divisor && quotient % 2n === 0n)) return quotient
  return quotient + (value < 0n ? -1n : 1n)
}

function nextBelow(value: number): number {
  const bits = new DataView(new ArrayBuffer(8))
  if (value === 0) return -Number.MIN_VALUE
  bits.setFloat64(0, value)
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? -1n : 1n))
  return bits.getFloat64(0)
}
