import type { Decimal128, Double, Int32, Long } from 'bson'
import { BSON, BSONSymbol, DBRef } from 'bson'
import { CommandError } from './errors.ts'

/** A BSON document as decoded by `decode`: numbers keep their BSON type, field order is kept. */
export type Doc = Record<string, unknown>

/** Every form in which a number may reach us: decoded exactly, or plain after an aggregation stage. */
export type Numeric = number | bigint | Int32 | Double | Long | Decimal128

/** The order of BSON types in comparisons and in index keys. Each fits one byte and none is 0x00 or 0xff. */
export const Rank = {
  minKey: 0x01,
  undefined: 0x05,
  null: 0x0a,
  number: 0x10,
  string: 0x18,
  object: 0x20,
  array: 0x28,
  binary: 0x30,
  objectId: 0x38,
  boolean: 0x40,
  date: 0x48,
  timestamp: 0x50,
  regex: 0x58,
  dbPointer: 0x60,
  code: 0x68,
  codeWithScope: 0x70,
  maxKey: 0x7f,
} as const

const ranksByClass: Record<string, number> = {
  Int32: Rank.number,
  Double: Rank.number,
  Long: Rank.number,
  Decimal128: Rank.number,
  ObjectId: Rank.objectId,
  Binary: Rank.binary,
  Timestamp: Rank.timestamp,
  BSONRegExp: Rank.regex,
  BSONSymbol: Rank.string,
  Code: Rank.code,
  DBRef: Rank.dbPointer,
  MinKey: Rank.minKey,
  MaxKey: Rank.maxKey,
}

const aliasesByClass: Record<string, string> = {
  Int32: 'int',
  Double: 'double',
  Long: 'long',
  Decimal128: 'decimal',
  ObjectId: 'objectId',
  Binary: 'binData',
  Timestamp: 'timestamp',
  BSONRegExp: 'regex',
  BSONSymbol: 'symbol',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
}

export function isDoc(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

export const className = (value: object): string | undefined =>
  '_bsontype' in value && typeof value._bsontype === 'string' ? value._bsontype : undefined

/** The place of a value's type in the order of BSON types. A missing field is given as `undefined`. */
export function rankOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return Rank.string
    case 'number':
    case 'bigint':
      return Rank.number
    case 'boolean':
      return Rank.boolean
    case 'undefined':
      return Rank.undefined
    case 'object':
      if (value === null) return Rank.null
      if (isDoc(value)) return Rank.object
      if (Array.isArray(value)) return Rank.array
      if (value instanceof Date) return Rank.date
      if (value instanceof RegExp) return Rank.regex
      if (value instanceof Uint8Array) return Rank.binary
      return rankOfClass(value)
  }
  throw new CommandError('BadValue', `A ${typeof value} is no BSON value`)
}

function rankOfClass(value: object): number {
  const name = className(value)
  if (name === 'Code') return 'scope' in value && value.scope != null ? Rank.codeWithScope : Rank.code
  const rank = name === undefined ? undefined : ranksByClass[name]
  if (rank === undefined)
    throw new CommandError('BadValue', `${name ?? value.constructor.name} is no BSON value`)
  return rank
}

/** The name of a value's BSON type, as `$type` spells it. */
export function typeName(value: unknown): string {
  switch (rankOf(value)) {
    case Rank.undefined:
      return 'undefined'
    case Rank.null:
      return 'null'
    case Rank.object:
      return 'object'
    case Rank.array:
      return 'array'
    case Rank.boolean:
      return 'bool'
    case Rank.date:
      return 'date'
    case Rank.code:
      return 'javascript'
    case Rank.codeWithScope:
      return 'javascriptWithScope'
  }
  if (typeof value === 'string') return 'string'
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'int' : 'double'
  if (typeof value === 'bigint') return 'long'
  if (value instanceof RegExp) return 'regex'
  const name = typeof value === 'object' && value !== null ? className(value) : undefined
  return (name && aliasesByClass[name]) ?? 'binData'
}

export function isNumeric(value: unknown): value is Numeric {
  return rankOf(value) === Rank.number
}

/** A number as a JavaScript double, rounded when it does not fit. */
export function toDouble(value: Numeric): number {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (value._bsontype === 'Decimal128') return Number(value.toString())
  if (value._bsontype === 'Long') return value.toNumber()
  return value.value
}

/** A number from a command or option, or `fallback` when the field is absent. Other types count as absent. */
export function numberOr<T>(value: unknown, fallback: T): number | T {
  return value !== undefined && isNumeric(value) ? toDouble(value) : fallback
}

/** The text of a string or symbol, undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return value instanceof BSONSymbol ? value.value : undefined
}

/** What MongoDB takes for true: everything but false, null, undefined and zero. */
export function isTruthy(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false
  return !isNumeric(value) || toDouble(value) !== 0
}

const exact = { promoteValues: false, bsonRegExp: true, validation: { utf8: false } } as const
const referenceMark = Buffer.from('$ref\0')

/** Decodes one document without changing the type of any value. Throws InvalidBSON on malformed bytes. */
export function decode(bytes: Uint8Array, rawFields?: Record<string, boolean>): Doc {
  const options = rawFields ? { ...exact, fieldsAsRaw: rawFields } : exact
  const doc: Doc = sound(() => BSON.deserialize(bytes, options))
  // The library turns documents with $ref and $id into a class of its own; paths into them must go on working.
  return view(bytes).includes(referenceMark) ? withoutReferences(doc) : doc
}

/** Throws InvalidBSON on what is no BSON value. */
export const encode = (doc: Doc): Uint8Array => sound(() => BSON.serialize(doc, { ignoreUndefined: true }))

/** What the library refuses is the client's mistake, and nobody else's. */
function sound<T>(run: () => T): T {
  try {
    return run()
  } catch (cause) {
    throw new CommandError('InvalidBSON', cause instanceof Error ? cause.message : String(cause))
  }
}

/** The same bytes as a Buffer, without a copy. */
export const view = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function withoutReferences(doc: Doc): Doc {
  for (const [field, value] of Object.entries(doc)) doc[field] = plainReference(value)
  return doc
}

function plainReference(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainReference)
  if (isDoc(value)) return withoutReferences(value)
  if (!(value instanceof DBRef)) return value
  const database = value.db ? { $db: value.db } : {}
  return withoutReferences({ $ref: value.collection, $id: value.oid, ...database, ...value.fields })
}
