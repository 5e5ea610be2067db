import { CommandError } from './errors.ts'
import { isDoc } from './values.ts'

export const splitPath = (path: string): string[] => path.split('.')

export const isIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part)

/** What `eachLeaf` hands out: a value (undefined when the field is missing) and the position in the first array passed. */
export type Visit = (value: unknown, position: number | undefined, isElement: boolean) => boolean

/**
 * Visits all values a query path stands for, until `visit` answers true; answers whether it did.
 *
 * An array on the way stands for each document in it, and for the element a numeric part names. An array at the end
 * stands for each element and then for itself, unless `whole` asks for the array alone.
 */
export function eachLeaf(root: unknown, parts: readonly string[], visit: Visit, whole = false): boolean {
  return walk(root, parts, 0, undefined, visit, whole)
}

function walk(
  value: unknown,
  parts: readonly string[],
  depth: number,
  position: number | undefined,
  visit: Visit,
  whole: boolean,
): boolean {
  const part = parts[depth]
  if (part === undefined) return visitEnd(value, position, visit, whole)
  if (isDoc(value)) {
    const next = Object.hasOwn(value, part) ? value[part] : undefined
    return walk(next, parts, depth + 1, position, visit, whole)
  }
  if (!Array.isArray(value)) return visit(undefined, position, false)
  for (const [i, element] of value.entries()) {
    if (isDoc(element) && walk(element, parts, depth, position ?? i, visit, whole)) return true
  }
  // A part that names an element never stands for a missing one: `a.7` of a short array visits nothing.
  if (!isIndex(part) || Number(part) >= value.length) return false
  return walk(value[Number(part)], parts, depth + 1, position ?? Number(part), visit, whole)
}

function visitEnd(value: unknown, position: number | undefined, visit: Visit, whole: boolean): boolean {
  if (Array.isArray(value) && !whole) {
    for (const [i, element] of value.entries()) if (visit(element, position ?? i, true)) return true
  }
  return visit(value, position, false)
}

/** The value at a path through documents only, and through the elements that numeric parts name. */
export function valueAt(root: unknown, parts: readonly string[]): unknown {
  let value = root
  for (const part of parts) {
    if (isDoc(value)) value = Object.hasOwn(value, part) ? value[part] : undefined
    else if (Array.isArray(value) && isIndex(part)) value = value[Number(part)]
    else return undefined
  }
  return value
}

interface Branch {
  readonly value: unknown
  readonly rest: readonly string[]
}

/**
 * The rows of values a document has under the given paths, one per index entry: arrays are taken apart, and paths
 * that run through the same array stay on the same element. An empty array counts as undefined, a missing field as null.
 *
 * Throws CannotIndexParallelArrays when two paths run into different arrays.
 */
export function rowsOf(
  doc: unknown,
  paths: readonly (readonly string[])[],
): { rows: unknown[][]; multikey: boolean } {
  const rows: unknown[][] = []
  const multikey = spread(
    paths.map(rest => ({ value: doc, rest })),
    rows,
  )
  return { rows, multikey }
}

function spread(branches: readonly Branch[], rows: unknown[][]): boolean {
  const advanced = branches.map(advance)
  const array = advanced.find(isOpenArray)?.value
  if (!Array.isArray(array)) {
    rows.push(advanced.map(({ value }) => (value instanceof Leaf ? value.value : (value ?? null))))
    return false
  }
  if (advanced.some(branch => isOpenArray(branch) && branch.value !== array))
    throw new CommandError('CannotIndexParallelArrays', 'cannot index parallel arrays')
  const into = (element: unknown) => (branch: Branch) => {
    if (branch.value !== array) return branch
    if (branch.rest.length === 0) return { value: new Leaf(element), rest: [] }
    return isDoc(element) ? { value: element, rest: branch.rest } : { value: null, rest: [] }
  }
  if (array.length === 0) {
    spread(advanced.map(into(undefined)), rows)
    return true
  }
  for (const element of array) spread(advanced.map(into(element)), rows)
  return true
}

/** An element taken out of an array at the end of a path: not taken apart again, even when it is an array. */
class Leaf {
  readonly value: unknown

  constructor(value: unknown) {
    this.value = value
  }
}

const isOpenArray = ({ value }: Branch): boolean => Array.isArray(value)

function advance({ value: start, rest: parts }: Branch): Branch {
  let value = start
  let rest = parts
  while (rest[0] !== undefined) {
    const part = rest[0]
    if (isDoc(value)) value = Object.hasOwn(value, part) ? value[part] : undefined
    else if (Array.isArray(value) && isIndex(part)) value = value[Number(part)]
    else if (Array.isArray(value)) break
    else return { value: undefined, rest: [] }
    rest = rest.slice(1)
  }
  return { value, rest }
}
