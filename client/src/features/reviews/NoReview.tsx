import type { DocumentRecord } from '@colloquy/shared/contract/documents'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { lazy, Suspense } from 'react'
import classes from './ReviewPanel.module.css'

const StartReview = lazy(async () => ({ default: (await import('./StartReview.tsx')).StartReview }))

/** Where a review will be: what one is, and how to begin it. */
export function NoReview({ document }: { document: DocumentRecord }) {
  const [isOpen, { open, close }] = useDisclosure()
  return (
    <>
      <p className={classes['note']}>
        {document.abilities.edit
          ? 'No review yet. Name who answers for the decision and by which rule it is taken; everybody then sees what is still missing.'
          : 'No review yet. Its authors can begin one.'}
      </p>
      {document.abilities.edit && (
        <Button size="xs" onClick={open}>
          Start a review
        </Button>
      )}
      <Suspense>{isOpen && <StartReview document={document} close={close} />}</Suspense>
    </>
  )
}
