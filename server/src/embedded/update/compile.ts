import { compare } from '../compare.ts'
import { CommandError } from '../errors.ts'
import { compileQuery, type MatchOptions, type Predicate } from '../match/compile.ts'
import { splitPath } from '../paths.ts'
import { type Doc, isDoc, typeName } from '../values.ts'
import { type UpdateContext, updateOperators } from './operators.ts'
import { expandPath, type Positions, slotAt } from './targets.ts'

/** Makes the new document from the old one, which it may change. `position` is what `$` stands for. */
export type Update = (doc: Doc, at: { position: number | undefined; now: Date; inserting: boolean }) => Doc

export interface UpdateOptions extends MatchOptions {
  readonly arrayFilters?: unknown
  /** Runs an aggregation pipeline over one document, for updates that are pipelines. */
  readonly runPipeline?: (pipeline: readonly unknown[], doc: Doc) => Doc
}

/** Compiles what stands in `u` or `update`: operators, a replacement, or a pipeline. */
export function compileUpdate(update: unknown, options: UpdateOptions = {}): Update {
  if (Array.isArray(update)) return pipelineUpdate(update, options)
  if (!isDoc(update)) throw new CommandError('FailedToParse', 'An update is a document or a pipeline')
  const first = Object.keys(update)[0]
  return first?.startsWith('$') ? operatorUpdate(update, options) : replacement(update)
}

/** Whether an update replaces the whole document. */
export const isReplacement = (update: unknown): boolean =>
  isDoc(update) && !Object.keys(update)[0]?.startsWith('$')

function pipelineUpdate(pipeline: readonly unknown[], { runPipeline }: UpdateOptions): Update {
  const allowed = ['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith']
  for (const stage of pipeline) {
    const name = isDoc(stage) ? Object.keys(stage)[0] : undefined
    if (!name || !allowed.includes(name))
      throw new CommandError(
        'InvalidOptions',
        `${name ?? 'This stage'} is not allowed to be used within an update`,
      )
  }
  return doc => {
    if (!runPipeline) throw new CommandError('BadValue', 'Pipelines are not allowed here')
    const { _id } = doc
    const result = runPipeline(pipeline, doc)
    return _id === undefined || '_id' in result ? result : { _id, ...result }
  }
}

function replacement(next: Doc): Update {
  for (const field of Object.keys(next))
    if (field.startsWith('$'))
      throw new CommandError(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${field}' is not allowed`,
      )
  return ({ _id }) => {
    if ('_id' in next || _id === undefined) return { ...next }
    return { _id, ...next }
  }
}

interface Change {
  readonly operator: string
  readonly path: string
  readonly argument: unknown
}

function operatorUpdate(update: Doc, options: UpdateOptions): Update {
  const changes = Object.entries(update).flatMap(([operator, fields]) => changesOf(operator, fields))
  refuseConflicts(changes.flatMap(change => pathsOf(change).map(splitPath)))
  const filters = compileFilters(options, changes)
  return (doc, { position, now, inserting }) => {
    const steps = planSteps(doc, changes, { position, filters }, inserting)
    const context: UpdateContext = { now, id: doc['_id'] }
    for (const step of steps) applyStep(doc, step, context)
    return doc
  }
}

const pathsOf = ({ operator, path, argument }: Change): string[] =>
  operator === '$rename' ? [path, String(argument)] : [path]

function changesOf(operator: string, fields: unknown): Change[] {
  if (
    !operator.startsWith('$') ||
    !(operator in updateOperators || operator === '$rename' || operator === '$setOnInsert')
  )
    throw new CommandError(
      'FailedToParse',
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    )
  if (!isDoc(fields))
    throw new CommandError(
      'FailedToParse',
      `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ...}`,
    )
  return Object.entries(fields).map(([path, argument]) => {
    refuseBadPath(path)
    if (operator === '$rename') {
      if (typeof argument !== 'string')
        throw new CommandError('BadValue', "The 'to' field for $rename must be a string")
      refuseBadPath(argument)
    }
    return { operator, path, argument }
  })
}

function refuseBadPath(path: string): void {
  const parts = splitPath(path)
  if (path === '') throw new CommandError('EmptyFieldName', 'An empty update path is not valid.')
  if (parts.includes(''))
    throw new CommandError(
      'EmptyFieldName',
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    )
  if (parts[0] === '$' || /^\$\[/.test(parts[0] ?? ''))
    throw new CommandError(
      'BadValue',
      `Cannot have positional operator as the first element of path '${path}'`,
    )
}

/** Two changes must not touch the same place, nor one place inside another. */
function refuseConflicts(paths: readonly (readonly string[])[]): void {
  const sorted = paths.toSorted((a, b) => compare(a, b))
  for (const [i, parts] of sorted.entries()) {
    const next = sorted[i + 1]
    if (next && parts.every((part, at) => part === next[at]))
      throw new CommandError(
        'ConflictingUpdateOperators',
        `Updating the path '${next.join('.')}' would create a conflict at '${parts.join('.')}'`,
      )
  }
}

function compileFilters(options: UpdateOptions, changes: readonly Change[]): Map<string, Predicate> {
  const filters = new Map<string, Predicate>()
  const { arrayFilters } = options
  if (!Array.isArray(arrayFilters)) return filters
  for (const filter of arrayFilters) {
    const name = isDoc(filter) ? filterName(filter) : undefined
    if (!isDoc(filter) || !name)
      throw new CommandError('FailedToParse', 'Error parsing array filter: no field name')
    if (filters.has(name))
      throw new CommandError(
        'FailedToParse',
        `Found multiple array filters with the same top-level field name ${name}`,
      )
    if (!changes.some(({ path }) => path.includes(`$[${name}]`)))
      throw new CommandError(
        'FailedToParse',
        `The array filter for identifier '${name}' was not used in the update`,
      )
    filters.set(name, compileQuery(filter, options))
  }
  return filters
}

/** The one identifier that all conditions of an array filter begin with. */
function filterName(filter: Doc): string | undefined {
  const names = Object.entries(filter).flatMap(([key, value]) => {
    if (!key.startsWith('$')) return [splitPath(key)[0]]
    return Array.isArray(value) ? value.filter(isDoc).map(filterName) : []
  })
  const [first] = names
  if (names.some(name => name !== first))
    throw new CommandError(
      'FailedToParse',
      'Error parsing array filter: Expected a single top-level field name',
    )
  return first
}

interface Step {
  readonly operator: string
  readonly parts: readonly string[]
  readonly argument: unknown
}

/** Placeholders are resolved on the document before any change; new fields are then made in the order of their paths. */
function planSteps(doc: Doc, changes: readonly Change[], positions: Positions, inserting: boolean): Step[] {
  const steps = changes.flatMap(({ operator, path, argument }): Step[] => {
    if (operator === '$setOnInsert' && !inserting) return []
    const name = operator === '$setOnInsert' ? '$set' : operator
    return expandPath(doc, path, positions).map(parts => ({ operator: name, parts, argument }))
  })
  if (changes.some(({ path }) => path.includes('$'))) refuseConflicts(steps.map(({ parts }) => parts))
  return steps.sort((a, b) => comparePaths(a.parts, b.parts))
}

function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (const [i, part] of a.entries()) {
    const other = b[i]
    if (other === undefined) return 1
    if (part === other) continue
    const numbers = Number(part) - Number(other)
    return Number.isNaN(numbers) ? compare(part, other) : numbers
  }
  return a.length - b.length
}

function applyStep(doc: Doc, { operator, parts, argument }: Step, context: UpdateContext): void {
  if (operator === '$rename') {
    rename(doc, parts, String(argument))
    return
  }
  const found = updateOperators[operator]
  const slot = found && slotAt(doc, parts, found.creates)
  if (slot && (found.creates || slot.exists)) found.apply(slot, argument, context)
}

function rename(doc: Doc, from: readonly string[], to: string): void {
  const source = slotAt(doc, from, false)
  if (!source?.exists) return
  const target = slotAt(doc, splitPath(to), true)
  const { value } = source
  source.unset()
  target?.set(value)
}
