import { CommandError } from '../errors.ts'
import { isOperators } from '../match/compile.ts'
import { asRegex } from '../match/regex.ts'
import { splitPath } from '../paths.ts'
import { type Doc, isDoc } from '../values.ts'
import { slotAt } from './targets.ts'

/** The document an upsert starts from: the values that its query asks to be equal. Throws when it asks for two at one path. */
export function seedOf(query: Doc): Doc {
  const seed: Doc = {}
  collect(query, seed)
  return seed
}

function collect(query: Doc, seed: Doc): void {
  for (const [path, condition] of Object.entries(query)) {
    if (path === '$and' && Array.isArray(condition)) {
      for (const clause of condition) if (isDoc(clause)) collect(clause, seed)
    } else if (path === '$or' && Array.isArray(condition) && condition.length === 1 && isDoc(condition[0])) {
      collect(condition[0], seed)
    } else if (!path.startsWith('$')) {
      const value = wantedValue(condition)
      if (value) place(seed, path, value.equal)
    }
  }
}

/** The one value a condition can hold for, if there is one. */
function wantedValue(condition: unknown): { equal: unknown } | undefined {
  if (asRegex(condition)) return undefined
  if (!isOperators(condition)) return { equal: condition }
  if ('$eq' in condition) return { equal: condition['$eq'] }
  const list = condition['$in'] ?? condition['$all']
  return Array.isArray(list) && list.length === 1 && !asRegex(list[0]) && !isOperators(list[0])
    ? { equal: list[0] }
    : undefined
}

function place(seed: Doc, path: string, value: unknown): void {
  const slot = slotAt(seed, splitPath(path), true)
  if (slot?.exists)
    throw new CommandError(
      'NotSingleValueField',
      `cannot infer query fields to set, path '${path}' is matched twice`,
    )
  slot?.set(value)
}
