import { CommandError } from '../errors.ts'
import type { Predicate } from '../match/compile.ts'
import { isIndex, splitPath } from '../paths.ts'
import { type Doc, isDoc, typeName } from '../values.ts'

/** A place in a document that an update operator reads and writes. */
export interface Slot {
  readonly parts: readonly string[]
  readonly exists: boolean
  readonly value: unknown
  set(value: unknown): void
  unset(): void
}

export interface Positions {
  /** The array index the query matched at, for `$`. */
  readonly position: number | undefined
  /** For `$[name]`: the test of the elements it stands for. */
  readonly filters: ReadonlyMap<string, Predicate>
}

/**
 * The paths without placeholders that an update path stands for, found on the document as it was before the update.
 * Throws BadValue when `$` has no match or an array filter is unknown or stands on no array.
 */
export function expandPath(doc: Doc, path: string, positions: Positions): string[][] {
  let found: { parts: string[]; value: unknown }[] = [{ parts: [], value: doc }]
  for (const part of splitPath(path)) {
    found = found.flatMap(({ parts, value }) =>
      namesOf(value, part, path, parts, positions).map(name => ({
        parts: [...parts, name],
        value: child(value, name),
      })),
    )
  }
  return found.map(({ parts }) => parts)
}

function namesOf(
  value: unknown,
  part: string,
  path: string,
  parts: string[],
  { position, filters }: Positions,
): string[] {
  if (part === '$') {
    if (position !== undefined) return [String(position)]
    throw new CommandError(
      'BadValue',
      'The positional operator did not find the match needed from the query.',
    )
  }
  const placeholder = /^\$\[(.*)\]$/.exec(part)
  if (!placeholder) return [part]
  if (!Array.isArray(value)) {
    const reason =
      value === undefined ? 'must exist in the document' : `is of type ${typeName(value)}, no array,`
    throw new CommandError(
      'BadValue',
      `The path '${parts.join('.')}' ${reason} in order to apply array updates.`,
    )
  }
  const name = placeholder[1] ?? ''
  if (name === '') return value.map((_, i) => String(i))
  const matches = filters.get(name)
  if (!matches)
    throw new CommandError('BadValue', `No array filter found for identifier '${name}' in path '${path}'`)
  return value.flatMap((element, i) => (matches({ [name]: element }) ? [String(i)] : []))
}

const child = (value: unknown, name: string): unknown => {
  if (isDoc(value)) return Object.hasOwn(value, name) ? value[name] : undefined
  return Array.isArray(value) && isIndex(name) ? value[Number(name)] : undefined
}

/** Longer arrays than this are not made by writing far behind their end. */
const maxPadding = 1_500_000

/**
 * The place at `parts`. Setting it makes the documents on the way; with `create` false a missing way gives undefined.
 * Throws PathNotViable when a value that is neither document nor array stands in the way.
 */
export function slotAt(doc: Doc, parts: readonly string[], create: boolean): Slot | undefined {
  let holder: Doc | unknown[] = doc
  const missing: string[] = []
  for (const [i, part] of parts.slice(0, -1).entries()) {
    if (missing.length > 0) {
      missing.push(part)
      continue
    }
    const next = child(holder, part)
    if (isDoc(next) || Array.isArray(next)) holder = next
    else if (next === undefined && (isDoc(holder) || isIndex(part))) missing.push(part)
    else if (!create) return undefined
    else throw notViable(parts[i + 1] ?? '', part, next, holder)
  }
  if (missing.length > 0 && !create) return undefined
  const last = parts.at(-1) ?? ''
  if (missing.length === 0 && Array.isArray(holder) && !isIndex(last)) {
    if (!create) return undefined
    throw notViable(last, parts.at(-2) ?? '', holder, holder)
  }
  const place = holder
  const value = missing.length === 0 ? child(place, last) : undefined
  return {
    parts,
    exists: value !== undefined || (missing.length === 0 && isDoc(place) && Object.hasOwn(place, last)),
    value,
    set: next => assign(place, missing, last, next),
    unset: () => remove(place, last),
  }
}

function notViable(field: string, name: string, value: unknown, holder: unknown): CommandError {
  const shown = Array.isArray(holder) && holder === value ? 'array' : typeName(value)
  return new CommandError('PathNotViable', `Cannot create field '${field}' in element {${name}: ${shown}}`)
}

function assign(start: Doc | unknown[], missing: readonly string[], last: string, value: unknown): void {
  let holder = start
  for (const part of missing) {
    const made: Doc = {}
    put(holder, part, made)
    holder = made
  }
  put(holder, last, value)
}

function put(holder: Doc | unknown[], name: string, value: unknown): void {
  if (!Array.isArray(holder)) {
    // As a plain assignment, `__proto__` would change the object instead of adding a field.
    Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true })
    return
  }
  const index = Number(name)
  if (index > holder.length + maxPadding)
    throw new CommandError('BadValue', `can't backfill more than ${maxPadding} elements`)
  while (holder.length < index) holder.push(null)
  holder[index] = value
}

function remove(holder: Doc | unknown[], name: string): void {
  if (!Array.isArray(holder)) delete holder[name]
  else if (Number(name) < holder.length) holder[Number(name)] = null
}
