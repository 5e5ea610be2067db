import { useHotkeys } from '@mantine/hooks'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { commands, keyboardHelp } from '../features/commands/open.ts'
import { newDocument } from '../features/documents/open.ts'

const Commands = lazy(async () => ({
  default: (await import('../features/commands/Commands.tsx')).Commands,
}))
const KeyboardHelp = lazy(async () => ({
  default: (await import('../features/commands/KeyboardHelp.tsx')).KeyboardHelp,
}))
const NewDocumentDialog = lazy(async () => ({
  default: (await import('../features/documents/NewDocumentDialog.tsx')).NewDocumentDialog,
}))

/** What opens over any page. None of it is loaded before it is first wanted. */
export function Overlays() {
  useHotkeys(
    [
      ['mod+K', commands.toggle],
      ['mod+/', keyboardHelp.toggle],
    ],
    [],
    true,
  )
  useHotkeys([['shift+?', keyboardHelp.toggle]])
  return (
    <Suspense>
      <Wanted open={commands.useOpen()}>
        <Commands />
      </Wanted>
      <Wanted open={keyboardHelp.useOpen()}>
        <KeyboardHelp />
      </Wanted>
      <Wanted open={newDocument.useOpen()}>
        <NewDocumentDialog />
      </Wanted>
    </Suspense>
  )
}

/** Mounts its content when it first opens and leaves it mounted, so that closing can be animated. */
function Wanted({ open, children }: { open: boolean; children: ReactNode }) {
  const [wanted, setWanted] = useState(open)
  if (open && !wanted) setWanted(true)
  return wanted ? children : null
}
