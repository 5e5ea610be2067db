import type { DocumentRecord } from '@colloquy/shared/contract/documents'
import type { ReviewRecord } from '@colloquy/shared/contract/reviews'
import { ScrollArea } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { useMemo } from 'react'
import { useRead } from '../../api/query.ts'
import { spaceRoutes } from '../../api/routes.ts'
import { usePeople, useSignedIn } from '../../api/session.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Advice } from './Advice.tsx'
import { Concerns } from './Concerns.tsx'
import { Editorial } from './Editorial.tsx'
import { History } from './History.tsx'
import { MissingList } from './MissingList.tsx'
import { NoReview } from './NoReview.tsx'
import { OutcomeView } from './OutcomeView.tsx'
import { OwnPart } from './OwnPart.tsx'
import { Proposals } from './Proposals.tsx'
import classes from './ReviewPanel.module.css'
import { Standing } from './Standing.tsx'
import type { Scene } from './scene.ts'
import { TakingPart } from './TakingPart.tsx'
import { useReview } from './useReview.ts'

/** How a document gets decided: the rule, what it still misses, who answered, and what the reader may do about it. */
export function ReviewPanel({
  document,
  editor,
  shown,
}: {
  document: DocumentRecord
  editor: Editor
  /** Called when somebody wants to see the text, which a panel that covers it has to make way for. */
  shown: () => void
}) {
  const review = useReview(document.documentId)
  return (
    <ScrollArea className={classes['panel'] ?? ''} type="auto" scrollbarSize={8}>
      <div className={classes['content']}>
        <Loading of={[review]}>
          {review.data ? (
            <Parts record={review.data} editor={editor} shown={shown} />
          ) : (
            <NoReview document={document} />
          )}
        </Loading>
      </div>
    </ScrollArea>
  )
}

function Parts({ record, editor, shown }: { record: ReviewRecord; editor: Editor; shown: () => void }) {
  const { accountId: me } = useSignedIn().person
  const people = usePeople()
  const { data: known } = useRead(spaceRoutes.list, {})
  const spaces = useMemo(() => new Map(known?.map(({ spaceId, name }) => [spaceId, name])), [known])
  const scene: Scene = { record, me, people, spaces, editor, shown }
  return (
    <>
      <Standing scene={scene} />
      <OutcomeView scene={scene} />
      <OwnPart scene={scene} />
      <MissingList scene={scene} />
      <Concerns scene={scene} />
      <Proposals scene={scene} />
      <Advice scene={scene} />
      <TakingPart scene={scene} />
      <Editorial scene={scene} />
      <History scene={scene} />
    </>
  )
}
