import { useMemo } from 'react'
import { arrange } from './arrange.ts'
import { useThreads } from './useThreads.ts'

const NOWHERE = new Map<string, never>()

/** How many threads of a document wait for somebody, for the panel's tab. */
export function useOpenThreads(documentId: string): number {
  const { threads } = useThreads(documentId)
  return useMemo(() => arrange(threads, NOWHERE).open.length, [threads])
}
