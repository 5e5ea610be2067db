import { CommandError } from './errors.ts'
import { type Doc, decode, view } from './values.ts'

/** How many bytes a value of a fixed length takes, by BSON's type byte. */
const fixedBytes: Readonly<Record<number, number>> = {
  1: 8, // double
  6: 0, // undefined
  7: 12, // objectId
  8: 1, // boolean
  9: 8, // date
  10: 0, // null
  16: 4, // int32
  17: 8, // timestamp
  18: 8, // int64
  19: 16, // decimal
  255: 0, // minKey
  127: 0, // maxKey
}

/**
 * Decodes only the named fields of a document's first level: most queries look at few, and the others cost their
 * length alone. Undefined names stand for all of them.
 */
export function pick(bytes: Uint8Array, names: ReadonlySet<string> | undefined): Doc {
  if (!names) return decode(bytes)
  const source = view(bytes)
  const parts: Buffer[] = []
  let size = 5
  for (let at = 4; source[at] !== 0 && at < source.length; ) {
    const nameEnd = source.indexOf(0, at + 1)
    const end = nameEnd + 1 + valueBytes(source, source[at] ?? 0, nameEnd + 1)
    if (names.has(source.toString('latin1', at + 1, nameEnd))) {
      parts.push(source.subarray(at, end))
      size += end - at
    }
    at = end
  }
  const picked = Buffer.allocUnsafe(size)
  picked.writeInt32LE(size, 0)
  let to = 4
  for (const part of parts) to += part.copy(picked, to)
  picked[to] = 0
  return decode(picked)
}

function valueBytes(source: Buffer, type: number, at: number): number {
  const fixed = fixedBytes[type]
  if (fixed !== undefined) return fixed
  switch (type) {
    case 3: // document
    case 4: // array
    case 15: // code with scope
      return source.readInt32LE(at)
    case 5: // binary, with its subtype
      return source.readInt32LE(at) + 5
    case 11: {
      // regular expression: two texts that end in zero
      const patternEnd = source.indexOf(0, at)
      return source.indexOf(0, patternEnd + 1) + 1 - at
    }
    case 12: // reference of the old kind: a text and an objectId
      return source.readInt32LE(at) + 4 + 12
    case 2: // string
    case 13: // code
    case 14: // symbol
      return source.readInt32LE(at) + 4
  }
  throw new CommandError('InvalidBSON', `Unknown BSON type ${type}`)
}

/** The first-level fields a query looks at, as `pick` takes them: undefined when it may look at any. */
export function fieldsOf(query: Doc): Set<string> | undefined {
  const names = new Set<string>()
  return collect(query, names) ? names : undefined
}

function collect(query: Doc, names: Set<string>): boolean {
  return Object.entries(query).every(([key, value]) => {
    if (key === '$and' || key === '$or' || key === '$nor')
      return Array.isArray(value) && value.every(clause => collect(clause, names))
    if (key.startsWith('$')) return key === '$comment'
    const [name = ''] = key.split('.', 1)
    // Names beyond ASCII are spelt differently in bytes.
    if (!/^[\x20-\x7e]+$/.test(name)) return false
    names.add(name)
    return true
  })
}
