import { stagesOf } from '../aggregate/pipeline.ts'
import type { Doc } from '../values.ts'
import type { Context } from './command.ts'

/** The collection and the whole pipeline that reading a namespace comes down to; views may stand on views. */
export function resolveView(
  { store }: Pick<Context, 'store'>,
  namespace: string,
  pipeline: readonly unknown[],
): { namespace: string; pipeline: readonly unknown[] } {
  let target = namespace
  let stages = pipeline
  for (;;) {
    const options: Doc = store.collection(target)?.options ?? {}
    if (typeof options['viewOn'] !== 'string') return { namespace: target, pipeline: stages }
    const database = target.slice(0, target.indexOf('.'))
    stages = [...(Array.isArray(options['pipeline']) ? options['pipeline'] : []), ...stages]
    stagesOf(stages)
    target = `${database}.${options['viewOn']}`
  }
}

export const isView = ({ store }: Pick<Context, 'store'>, namespace: string): boolean =>
  store.collection(namespace)?.options['viewOn'] !== undefined
