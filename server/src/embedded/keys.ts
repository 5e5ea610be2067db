import { Binary, BSONRegExp, Code, Decimal128, Long, ObjectId, Timestamp } from 'bson'
import { decimalParts, remainderOver } from './decimal.ts'
import { type Numeric, Rank, rankOf, textOf } from './values.ts'

/**
 * Bytes whose order (memcmp) is the order of BSON values, so that SQLite can keep an index of them.
 *
 * One byte for the type, then a payload whose own order is the type's order. A number is the largest double not
 * above it, then what is left over, so that int32, int64, double and decimal of one value give the same bytes.
 * A descending component has all its bits turned over.
 */
export function encodeKey(values: readonly unknown[], descending?: readonly boolean[]): Buffer {
  length = 0
  values.forEach((value, i) => {
    const start = length
    writeValue(value)
    if (descending?.[i]) for (let at = start; at < length; at++) scratch[at] = 255 - (scratch[at] ?? 0)
  })
  return Buffer.from(scratch.subarray(0, length))
}

// One buffer for all keys of this thread: a key is written, copied out, and the buffer used again.
let scratch = Buffer.alloc(4096)
let length = 0

function reserve(size: number): void {
  if (length + size <= scratch.length) return
  const larger = Buffer.alloc(Math.max(scratch.length * 2, length + size))
  scratch.copy(larger, 0, 0, length)
  scratch = larger
}

function writeByte(byte: number): void {
  reserve(1)
  scratch[length++] = byte
}

function writeBytes(bytes: Uint8Array): void {
  reserve(bytes.length)
  scratch.set(bytes, length)
  length += bytes.length
}

function writeValue(value: unknown): void {
  const rank = rankOf(value)
  writeByte(rank)
  switch (rank) {
    case Rank.number:
      // reason: the rank says that it is a number
      writeNumber(value as Numeric)
      break
    case Rank.string:
      writeText(textOf(value) ?? '')
      break
    case Rank.object:
      // reason: the rank says that it is a document
      writeFields(value as object)
      break
    case Rank.array:
      // reason: the rank says that it is an array
      for (const element of value as unknown[]) writeValue(element)
      writeByte(0)
      break
    case Rank.boolean:
      writeByte(value ? 1 : 0)
      break
    case Rank.date:
      // reason: the rank says that it is a date
      writeInteger(BigInt((value as Date).getTime()))
      break
    case Rank.minKey:
    case Rank.maxKey:
    case Rank.null:
    case Rank.undefined:
      break
    default:
      // reason: everything not named above is an object of one of the library's classes
      writeInstance(value as object)
  }
}

function writeInstance(value: object): void {
  if (value instanceof Uint8Array) writeBinary(value, 0)
  else if (value instanceof RegExp) writePattern(value.source, value.flags)
  else if (value instanceof ObjectId) writeBytes(value.id)
  else if (value instanceof Binary) writeBinary(value.value(), value.sub_type)
  else if (value instanceof Timestamp) writeInteger(value.toBigInt() - 2n ** 63n)
  else if (value instanceof BSONRegExp) writePattern(value.pattern, value.options)
  else if (value instanceof Code) {
    writeText(value.code)
    if (value.scope) writeFields(value.scope)
  }
}

function writePattern(pattern: string, options: string): void {
  writeText(pattern)
  writeText(options)
}

function writeBinary(bytes: Uint8Array, subtype: number): void {
  reserve(5)
  length = scratch.writeUInt32BE(bytes.length, length)
  writeByte(subtype)
  writeBytes(bytes)
}

/** Fields compare by type, then name, then value; a document that ends first is smaller. */
function writeFields(doc: object): void {
  for (const [field, value] of Object.entries(doc)) {
    writeByte(rankOf(value))
    writeText(field)
    writeValue(value)
  }
  writeByte(0)
}

function writeText(text: string): void {
  reserve(text.length * 3 + 2)
  const start = length
  length += scratch.write(text, length, 'utf8')
  // A zero byte inside the text is followed by 0xff, the end by 0x01: a text sorts before all that continue it.
  if (text.includes('\0')) escapeZeros(start)
  writeByte(0)
  writeByte(1)
}

function escapeZeros(start: number): void {
  const plain = Buffer.from(scratch.subarray(start, length))
  length = start
  for (const byte of plain) {
    writeByte(byte)
    if (byte === 0) writeByte(255)
  }
}

function writeInteger(value: bigint): void {
  reserve(8)
  length = scratch.writeBigUInt64BE(BigInt.asUintN(64, value + 2n ** 63n), length)
}

function writeNumber(value: Numeric): void {
  if (typeof value === 'number') writeDouble(value)
  else if (typeof value === 'bigint') writeLong(Long.fromBigInt(value))
  else if (value._bsontype === 'Long') writeLong(value)
  else if (value._bsontype === 'Decimal128') writeDecimal(value)
  else writeDouble(value.value)
}

function writeDouble(value: number): void {
  writeDoubleBits(value)
  writeByte(0)
}

function writeDoubleBits(value: number): void {
  reserve(8)
  if (Number.isNaN(value)) {
    // Below every other number.
    scratch.fill(0, length, length + 8)
    length += 8
    return
  }
  scratch.writeDoubleBE(value === 0 ? 0 : value, length)
  const first = scratch[length] ?? 0
  if (first < 0x80) scratch[length] = first | 0x80
  else for (let at = length; at < length + 8; at++) scratch[at] = 255 - (scratch[at] ?? 0)
  length += 8
}

function writeLong(value: Long): void {
  const near = value.toNumber()
  if (Math.abs(near) <= Number.MAX_SAFE_INTEGER) writeDouble(near)
  else writeDecimal(Decimal128.fromString(value.toString()))
}

function writeDecimal(value: Decimal128): void {
  const parts = decimalParts(value)
  if (typeof parts === 'number') {
    writeDouble(parts)
    return
  }
  const { floor, rest } = remainderOver(parts)
  writeDoubleBits(floor)
  if (rest.digits === '') {
    writeByte(0)
    return
  }
  // What is left over the double: its power of ten, then its digits, which order like the number itself.
  writeByte(1)
  reserve(2)
  length = scratch.writeUInt16BE(rest.power + 0x8000, length)
  writeBytes(Buffer.from(rest.digits))
  writeByte(0)
}
