import type { JSONContent } from '@tiptap/core'
import { markRules } from '../pieces.ts'
import type { MarkJson } from './rules.ts'

const rank = new Map(Object.keys(markRules).map((type, index) => [type, index]))

/** Marks in the schema's order, each type once: of two links around a word the inner one counts. */
export const sortMarks = (marks: readonly (MarkJson | null)[]): MarkJson[] => {
  const byType = new Map<string, MarkJson>()
  for (const mark of marks) if (mark) byType.set(mark.type, mark)
  return [...byType.values()].sort((a, b) => (rank.get(a.type) ?? 0) - (rank.get(b.type) ?? 0))
}

export const sameMark = (a: MarkJson, b: MarkJson): boolean =>
  a.type === b.type && JSON.stringify(a.attrs ?? {}) === JSON.stringify(b.attrs ?? {})

export const sameMarks = (a: JSONContent['marks'], b: JSONContent['marks']): boolean =>
  (a?.length ?? 0) === (b?.length ?? 0) &&
  (a ?? []).every((mark, index) => {
    const other = b?.[index]
    return other !== undefined && sameMark(mark, other)
  })
