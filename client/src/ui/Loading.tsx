import { Button, Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { explain } from '../api/call.ts'
import { Empty } from './Empty.tsx'

type Query = { isPending: boolean; error: Error | null; refetch: () => unknown }

/** Shows its children once every query has answered; until then the shape of a page, or why there is none. */
export function Loading({ of, children }: { of: Query[]; children: ReactNode }) {
  const failed = of.find(query => query.isPending === false && query.error !== null)
  if (failed?.error) {
    return (
      <Empty title="This could not be loaded" text={explain(failed.error)}>
        <Button onClick={() => void failed.refetch()}>Try again</Button>
      </Empty>
    )
  }
  if (of.some(query => query.isPending)) {
    return (
      <Stack>
        <VisuallyHidden role="status">Loading</VisuallyHidden>
        <Skeleton height={30} width={200} mb="md" />
        <Skeleton height={18} />
        <Skeleton height={18} />
        <Skeleton height={18} width="70%" />
      </Stack>
    )
  }
  return children
}
