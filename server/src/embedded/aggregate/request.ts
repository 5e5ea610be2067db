import type { Collator } from '../compare.ts'
import type { Doc } from '../values.ts'

/** Where the stages that read other collections find them. */
export interface Source {
  find(collection: string, query: Doc, variables: Doc): Iterable<Doc>
}

export interface PipelineRequest {
  readonly source: Source
  /** What `$$name` stands for in expressions. */
  readonly variables: Doc
  readonly collator?: Collator | undefined
}
