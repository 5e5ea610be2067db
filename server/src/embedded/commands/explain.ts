import { CommandError } from '../errors.ts'
import type { Plan } from '../plan/plan.ts'
import { find, planOf, type Request } from '../query.ts'
import { type Doc, isDoc } from '../values.ts'
import { leadingQuery } from './aggregation.ts'
import { type Context, docOr, type Handler } from './command.ts'
import { requestOf } from './reading.ts'
import { resolveView } from './views.ts'

/** Tells how a read or write would find its documents, and, unless only the plan is asked for, how many it did find. */
const explain: Handler = ({ body, database }, context) => {
  const command = docOr(body['explain'])
  const [name = ''] = Object.keys(command)
  const asked = explained(name, command, database, context)
  const collection = context.store.collection(asked.namespace)
  const plan = collection ? planOf(collection, asked.request) : undefined
  const queryPlanner = {
    plannerVersion: 1,
    namespace: asked.namespace,
    parsedQuery: asked.request.query,
    winningPlan: plan ? shownPlan(plan, asked.request) : { stage: 'EOF' },
    rejectedPlans: [],
  }
  const executed = body['verbosity'] === 'queryPlanner' ? {} : { executionStats: measured(context, asked) }
  return { explainVersion: '1', queryPlanner, ...executed, command, serverInfo: { version: '7.0.0' }, ok: 1 }
}

interface Asked {
  readonly namespace: string
  readonly request: Request
}

function explained(name: string, command: Doc, database: string, context: Context): Asked {
  const namespace = `${database}.${String(command[name])}`
  const first = (list: unknown): Doc => (Array.isArray(list) && isDoc(list[0]) ? list[0] : {})
  switch (name) {
    case 'find':
      return { namespace, request: requestOf(context, namespace, command, command['filter']) }
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return { namespace, request: requestOf(context, namespace, command, command['query']) }
    case 'update':
      return { namespace, request: requestOf(context, namespace, {}, first(command['updates'])['q']) }
    case 'delete':
      return { namespace, request: requestOf(context, namespace, {}, first(command['deletes'])['q']) }
    case 'aggregate': {
      const view = resolveView(
        context,
        namespace,
        Array.isArray(command['pipeline']) ? command['pipeline'] : [],
      )
      return { namespace: view.namespace, request: leadingQuery(view.pipeline).query }
    }
  }
  throw new CommandError('CommandNotFound', `Explain failed due to unknown command: ${name}`)
}

/** The plan in the words of MongoDB's explain: how documents are reached, then filtered, sorted and limited. */
function shownPlan(plan: Plan, { query, sort = [], skip, limit }: Request): Doc {
  let stage = access(plan, query)
  if (!plan.isSorted)
    stage = {
      stage: 'SORT',
      sortPattern: Object.fromEntries(sort.map(({ path, descending }) => [path, descending ? -1 : 1])),
      inputStage: stage,
    }
  if (skip) stage = { stage: 'SKIP', skipAmount: skip, inputStage: stage }
  if (limit) stage = { stage: 'LIMIT', limitAmount: limit, inputStage: stage }
  return stage
}

function access({ index, either, ranges, reverse }: Plan, filter: Doc): Doc {
  const direction = reverse ? 'backward' : 'forward'
  if (either)
    return {
      stage: 'FETCH',
      filter,
      inputStage: { stage: 'OR', inputStages: either.map(plan => access(plan, {})) },
    }
  if (!index) return { stage: 'COLLSCAN', filter, direction }
  const scan = {
    stage: 'IXSCAN',
    keyPattern: index.spec['key'],
    indexName: index.name,
    isMultiKey: index.multikey,
    isUnique: index.unique,
    isSparse: index.sparse,
    isPartial: index.partial !== undefined,
    direction,
    ranges: ranges.length,
  }
  return { stage: 'FETCH', filter, inputStage: scan }
}

function measured({ store }: Context, { namespace, request }: Asked): Doc {
  const start = performance.now()
  let nReturned = 0
  for (const _ of find(store, namespace, request)) nReturned++
  return { executionSuccess: true, nReturned, executionTimeMillis: Math.round(performance.now() - start) }
}

export const explainCommands: Record<string, Handler> = { explain }
