import { Button } from '@mantine/core'

/** Says why a document cannot be edited just now: this page is older than what somebody wrote. */
export function NewerText() {
  return (
    <p role="status">
      This document has parts that only a newer version of Colloquy can show. You can read the rest; nothing
      is lost.{' '}
      <Button variant="default" size="xs" onClick={() => window.location.reload()}>
        Reload to edit
      </Button>
    </p>
  )
}
