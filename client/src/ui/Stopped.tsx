import { Button } from '@mantine/core'
import { explain } from '../api/call.ts'
import { Plain } from './Plain.tsx'

/** A page that could not be shown: what happened, what is safe, and one thing to do. */
export function Stopped({ error, again }: { error: unknown; again: () => void }) {
  return (
    <Plain title="This page stopped" text={`${explain(error)} What was saved is safe.`}>
      <Button onClick={again}>Try again</Button>
    </Plain>
  )
}
