import type { Options } from 'mingo/types'
import { CommandError } from '../errors.ts'
import { eachLeaf, splitPath } from '../paths.ts'
import { type Doc, isDoc } from '../values.ts'
import { evaluate, promote } from './expressions.ts'
import type { PipelineRequest } from './request.ts'

/** What a join works with; `run` runs the stages of its own pipeline. */
export interface LookupTools {
  readonly request: PipelineRequest
  readonly options: Options
  readonly run: (docs: Iterable<Doc>, stages: readonly unknown[], request: PipelineRequest) => Iterable<Doc>
}

/** `$lookup`: each document is given what it is joined with, found through the other collection's indexes. */
export function* lookup(docs: Iterable<Doc>, spec: Doc, tools: LookupTools): Generator<Doc> {
  const { request, options, run } = tools
  const { from, as, localField, foreignField, pipeline } = spec
  if (typeof as !== 'string') throw new CommandError('FailedToParse', "must specify 'as' field for a $lookup")
  const stages = Array.isArray(pipeline) ? pipeline : []
  if (typeof from !== 'string' && !isDocuments(stages[0]))
    throw new CommandError('FailedToParse', 'missing $lookup from argument')
  for (const doc of docs) {
    const variables = { ...request.variables, ...boundVariables(doc, spec, options) }
    const joined =
      typeof localField === 'string' && typeof foreignField === 'string'
        ? { [foreignField]: { $in: valuesAt(doc, localField) } }
        : {}
    const inner = { ...request, variables }
    const query = narrowed(joined, stages[0], variables)
    const found = typeof from === 'string' ? request.source.find(from, query, variables) : []
    const results = stages.length === 0 ? [...found].map(promote) : [...run(found, stages, inner)]
    yield { ...doc, [as]: results }
  }
}

const isDocuments = (stage: unknown): boolean => isDoc(stage) && '$documents' in stage

function boundVariables(doc: Doc, spec: Doc, options: Options): Doc {
  const bindings = spec['let']
  if (!isDoc(bindings)) return {}
  return Object.fromEntries(
    Object.entries(bindings).map(([name, expression]) => [name, evaluate(doc, expression, options)]),
  )
}

/** The local values to look for: an array stands for its elements, a missing field for null. */
function valuesAt(doc: Doc, path: string): unknown[] {
  const values: unknown[] = []
  let sawArray = false
  eachLeaf(doc, splitPath(path), (value, _position, isElement) => {
    if (isElement || !Array.isArray(value)) values.push(value ?? null)
    else sawArray = true
    return false
  })
  return values.length > 0 || sawArray ? values : [null]
}

/**
 * Adds to the query what the first `$match` asks with `$expr: { $eq: ['$field', '$$variable'] }`, so that an index can
 * find it; the stage itself still runs and decides.
 */
function narrowed(query: Doc, stage: unknown, variables: Doc): Doc {
  const match = isDoc(stage) ? stage['$match'] : undefined
  const expression = isDoc(match) ? match['$expr'] : undefined
  const operands = isDoc(expression) ? expression['$eq'] : undefined
  if (!Array.isArray(operands)) return query
  const [path, name] = operands[0]?.startsWith?.('$$') ? [operands[1], operands[0]] : operands
  if (
    typeof path !== 'string' ||
    typeof name !== 'string' ||
    !/^\$[^$]/.test(path) ||
    !/^\$\$\w+$/.test(name)
  )
    return query
  const value = variables[name.slice(2)]
  if (value === undefined || value === null || Array.isArray(value)) return query
  return { $and: [query, { [path.slice(1)]: { $eq: value } }] }
}
